package jirei.web.export;

/**
 * A table column. Immutable.
 *
 * @param label the column header
 * @param width the width in half-width characters, used by formats that have column widths
 * @param isPrinted whether it is printed, together with the columns before it; used by spreadsheets
 */
public record Column(String label, int width, boolean isPrinted) {
    /** A column that is printed. */
    public Column(String label, int width) {
        this(label, width, true);
    }

    /** Returns a column for the screen, which does not fit on paper. */
    static Column unprinted(String label, int width) {
        return new Column(label, width, false);
    }
}
