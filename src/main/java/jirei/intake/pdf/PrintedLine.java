package jirei.intake.pdf;

import java.util.List;

/**
 * A line, or what stands of it in one column, as printed; in the directions of {@link Glyph}.
 *
 * @param page from 1
 * @param size the size of most of its type, in points
 * @param columnFrom where the lines of its column begin
 * @param columnTo where they end
 * @param column which column of the document it stands in, counted through all pages
 */
record PrintedLine(
        String text,
        int page,
        double from,
        double to,
        double across,
        double size,
        boolean bold,
        double columnFrom,
        double columnTo,
        int column) {
    private static final double INDENT = 0.7;
    private static final double RAGGED = 1.6;

    /** The same line as one of a column. */
    PrintedLine inColumn(double newFrom, double newTo, int newColumn) {
        return new PrintedLine(text, page, from, to, across, size, bold, newFrom, newTo, newColumn);
    }

    /** Lines that stand beside each other without being columns, from the first on. */
    static PrintedLine joined(List<PrintedLine> row) {
        PrintedLine first = row.getFirst();
        String text = String.join("\u3000", row.stream().map(PrintedLine::text).toList());
        PrintedLine last = row.getLast();
        return new PrintedLine(
                text, first.page, first.from, last.to, first.across, first.size, first.bold, first.from, last.to, 0);
    }

    boolean isIndented() {
        return from - columnFrom >= INDENT * size;
    }

    /** Whether it goes to the end of its column, so that the next may go on from it. */
    boolean isFull() {
        return columnTo - to < RAGGED * size;
    }
}
