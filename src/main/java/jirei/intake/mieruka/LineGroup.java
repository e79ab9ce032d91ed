package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;

/**
 * Consecutive lines without a blank line or the start of a page, paragraph or item between them. Immutable.
 *
 * @param lines the lines, at least one
 * @param text the joined lines
 * @param type the type of the group
 */
record LineGroup(List<SourceLine> lines, String text, LineGroupType type) {
    LineGroup(List<SourceLine> lines) {
        this(
                List.copyOf(lines),
                JapaneseText.join(lines.stream().map(SourceLine::raw).toList()),
                LineGroupType.of(lines));
    }

    /** Groups {@code lines}. */
    static List<LineGroup> of(List<SourceLine> lines) {
        List<LineGroup> groups = new ArrayList<>();
        List<SourceLine> open = new ArrayList<>();
        for (SourceLine line : lines) {
            boolean opens = line.afterBlankLine()
                    || line.startsPage()
                    || line.startsParagraph()
                    || LineGroupType.startsGroup(line);
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

    /** Returns the width of the widest line, in full-width characters. */
    double width() {
        return lines.stream().mapToDouble(SourceLine::width).max().orElse(0);
    }

    /** Returns the text without any space. */
    String withoutSpaces() {
        return SourceLine.withoutSpaces(lines);
    }
}
