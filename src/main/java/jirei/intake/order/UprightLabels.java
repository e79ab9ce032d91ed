package jirei.intake.order;

import java.util.List;
import jirei.intake.page.PrintedLine;

/** Finds the labels that are set upright beside horizontal text, as at the left of a box. Stateless. */
public final class UprightLabels {
    private static final int MAX_LENGTH = 12;
    /** The distance of a label from the text on its right, as a multiple of its font size. */
    private static final double MAX_DISTANCE = 8;

    private UprightLabels() {}

    /**
     * Returns the vertical lines that are short and have horizontal text on their right.
     *
     * @param width the width of the page
     */
    public static List<PrintedLine> of(List<PrintedLine> vertical, List<PrintedLine> horizontal, double width) {
        return vertical.stream()
                .filter(line -> line.text().length() <= MAX_LENGTH)
                .filter(line -> horizontal.stream().anyMatch(text -> isBeside(level(line, width), line, text)))
                .toList();
    }

    private static boolean isBeside(PrintedLine label, PrintedLine vertical, PrintedLine text) {
        return text.across() >= vertical.from()
                && text.across() - text.size() <= vertical.to()
                && text.from() >= label.to() - 1
                && text.from() - label.to() <= MAX_DISTANCE * label.size();
    }

    /** Returns a vertical line as a horizontal one at its upper end, as wide as one character. */
    public static PrintedLine level(PrintedLine line, double width) {
        double middle = width - line.across();
        double from = middle - line.size() / 2;
        return new PrintedLine(
                line.text(),
                line.page(),
                from,
                from + line.size(),
                line.from() + line.size(),
                line.size(),
                line.bold(),
                from,
                from + line.size(),
                0,
                line.tag());
    }
}
