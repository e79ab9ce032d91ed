package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;

/**
 * Lines that stand together, without an empty line, the begin of a page, of a paragraph or of an item between them.
 *
 * @param lines the lines, at least one
 * @param text the lines as one text
 * @param shape what they look like
 */
record LineGroup(List<SourceLine> lines, String text, LineGroupType shape) {
    LineGroup(List<SourceLine> lines) {
        this(
                List.copyOf(lines),
                JapaneseText.join(lines.stream().map(SourceLine::raw).toList()),
                LineGroupType.of(lines));
    }

    static List<LineGroup> of(List<SourceLine> lines) {
        List<LineGroup> groups = new ArrayList<>();
        List<SourceLine> open = new ArrayList<>();
        for (SourceLine line : lines) {
            boolean opens =
                    line.afterGap() || line.opensPage() || line.opensParagraph() || LineGroupType.opensGroup(line);
            if (opens && !open.isEmpty()) {
                groups.add(new LineGroup(open));
                open.clear();
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            groups.add(new LineGroup(open));
        }
        return groups;
    }

    SourceLine first() {
        return lines.getFirst();
    }

    SourceLine last() {
        return lines.getLast();
    }

    /** The width of the widest line, in full-width characters. */
    double width() {
        return lines.stream().mapToDouble(SourceLine::width).max().orElse(0);
    }

    /** The text without any blank. */
    String squeezed() {
        return SourceLine.squeezed(lines);
    }
}
