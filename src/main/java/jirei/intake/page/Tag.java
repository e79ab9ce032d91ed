package jirei.intake.page;

/**
 * What a line is in the structure of its document: an element, or a cell of a table. Immutable.
 *
 * @param id the number of the element, or of the table of a cell, from 1; 0 for a line without a known element
 * @param role the kind of element
 * @param level the level of a heading, from 1; else 0
 * @param cell the position in the table; {@link Cell#NONE} for other elements
 */
public record Tag(int id, Role role, int level, Cell cell) {
    /** A line whose element is unknown. */
    public static final Tag NONE = new Tag(0, Role.UNKNOWN, 0, Cell.NONE);

    /** The kind of an element. Immutable. */
    public enum Role {
        UNKNOWN,
        HEADING,
        PARAGRAPH,
        ITEM,
        NOTE,
        /** Words within a figure, such as the labels of a chart. */
        FIGURE,
        CELL
    }

    /**
     * The position of a cell. Immutable.
     *
     * @param row its first row, from 0
     * @param column its first column, from 0
     * @param rows the number of rows that it spans
     * @param columns the number of columns that it spans
     * @param header whether it is marked as a header
     */
    public record Cell(int row, int column, int rows, int columns, boolean header) {
        public static final Cell NONE = new Cell(0, 0, 1, 1, false);

        /** Returns the position of the cell in a table with {@code offset} rows above. */
        public Cell below(int offset) {
            return new Cell(row + offset, column, rows, columns, header && offset == 0);
        }
    }

    /** Returns the tag of an element that is not a cell. */
    public static Tag of(int id, Role role, int level) {
        return new Tag(id, role, level, Cell.NONE);
    }

    /** Returns the tag of a cell of table {@code id}. */
    public static Tag of(int id, Cell cell) {
        return new Tag(id, Role.CELL, 0, cell);
    }

    /** Returns whether the line is in a cell of a table. */
    public boolean isCell() {
        return role == Role.CELL;
    }
}
