package jirei.intake.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jirei.intake.facts.FieldLabel;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/** Joins the rows of tables that a page break tears apart. Stateless. */
final class BrokenRows {
    private BrokenRows() {}

    /**
     * Returns the lines of the part of a table on the next page; those of its first row are in the row above if that
     * goes on there.
     *
     * @param above the lines of the table on the page before
     * @param lines the lines below the repeated headers
     */
    static List<PrintedLine> join(List<PrintedLine> above, List<PrintedLine> lines) {
        int first = lines.stream().mapToInt(line -> cell(line).row()).min().orElse(0);
        Map<Integer, PrintedLine> last = lastRow(above);
        Map<Integer, PrintedLine> next = new TreeMap<>();
        lines.stream()
                .filter(line -> cell(line).row() == first)
                .forEach(line -> next.putIfAbsent(cell(line).column(), line));
        if (!goesOn(last, next)) {
            return lines;
        }
        return lines.stream()
                .map(line -> cell(line).row() == first
                        ? line.tagged(
                                last.getOrDefault(cell(line).column(), line).tag())
                        : line)
                .toList();
    }

    private static Tag.Cell cell(PrintedLine line) {
        return line.tag().cell();
    }

    /** Returns the last line of each cell in the last row, by column. */
    private static Map<Integer, PrintedLine> lastRow(List<PrintedLine> lines) {
        int end = lines.stream()
                .mapToInt(line -> cell(line).row() + cell(line).rows())
                .max()
                .orElse(0);
        Map<Integer, PrintedLine> last = new TreeMap<>();
        lines.stream()
                .filter(line -> cell(line).row() + cell(line).rows() == end)
                .forEach(line -> last.put(cell(line).column(), line));
        return last;
    }

    /** Returns whether each cell of {@code next} goes on with the text of the one above, at least one behind a label. */
    private static boolean goesOn(Map<Integer, PrintedLine> last, Map<Integer, PrintedLine> next) {
        boolean hasText = next.keySet().stream().anyMatch(column -> column > 0);
        return hasText
                && next.entrySet().stream()
                        .allMatch(entry -> goesOn(last.get(entry.getKey()), entry.getValue(), entry.getKey() == 0));
    }

    private static boolean goesOn(@Nullable PrintedLine last, PrintedLine next, boolean isLabel) {
        if (last == null || (isLabel && FieldLabel.isKnown(next.text()))) {
            return false;
        }
        boolean isLabelOfTwo = isLabel && FieldLabel.isKnown(last.text() + next.text());
        boolean isOpen = last.isFull() && !JapaneseText.endsSentence(last.text());
        return isLabelOfTwo || (isOpen && !HeadingSign.isMarked(next.text()) && !JapaneseText.startsItem(next.text()));
    }
}
