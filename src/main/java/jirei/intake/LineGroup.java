package jirei.intake;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.document.JapaneseText;

/**
 * Lines that stand together, without an empty line, the begin of a page, of a paragraph or of an item between them.
 *
 * @param lines the lines, at least one
 * @param text the lines as one text
 * @param shape what they look like
 */
record LineGroup(List<Line> lines, String text, Shape shape) {
    LineGroup(List<Line> lines) {
        this(List.copyOf(lines), JapaneseText.join(lines.stream().map(Line::raw).toList()), Shape.of(lines));
    }

    static List<LineGroup> of(List<Line> lines) {
        List<LineGroup> groups = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : lines) {
            boolean opens = line.afterGap() || line.opensPage() || line.opensParagraph() || Shape.opensGroup(line);
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

    Line first() {
        return lines.getFirst();
    }

    Line last() {
        return lines.getLast();
    }

    /** The width of the widest line, in full-width characters. */
    double width() {
        return lines.stream().mapToDouble(Line::width).max().orElse(0);
    }

    /** The text without any blank. */
    String squeezed() {
        return Line.squeezed(lines);
    }
}
