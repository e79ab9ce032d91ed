package jirei.intake.grid;

import java.util.ArrayList;
import java.util.List;

/**
 * Places the cells of a table, which a document names row by row, on a grid. Not thread-safe.
 *
 * @param <C> the type of what is in a cell
 */
public final class TableBuilder<C> {
    private static final int MAX_COLUMNS = 1_000;
    /** Number of grid positions above which no span is believed, since a few bytes can claim millions. */
    private static final int MAX_AREA = 200_000;

    private final List<TableCell<C>> cells = new ArrayList<>();
    /** The row behind the last one that is taken, by column. */
    private final int[] ends = new int[MAX_COLUMNS];
    /** The index of the last cell that starts in a column, plus 1; 0 for none. */
    private final int[] last = new int[MAX_COLUMNS];

    private int row = -1;
    private int column;

    /** Starts the next row. */
    public void startRow() {
        row++;
        column = 0;
    }

    /** Removes the current row, whose cells were deleted. */
    public void removeRow() {
        cells.removeIf(cell -> cell.row() == row);
        for (int at = 0; at < MAX_COLUMNS; at++) {
            ends[at] = Math.min(ends[at], row);
        }
        row--;
    }

    /** Passes {@code columns} columns that have no cell in this row. */
    public void skipColumns(int columns) {
        column += Math.clamp(columns, 0, MAX_COLUMNS);
    }

    /**
     * Adds a cell behind those of the row, where no cell from above is. Spans below 1 are 1.
     *
     * @param rows the number of rows that it spans; those below the last row of the table are not counted
     */
    public void add(int rows, int columns, boolean header, C content) {
        while (column < MAX_COLUMNS && ends[column] > row) {
            column++;
        }
        int width = Math.clamp(columns, 1, MAX_COLUMNS);
        int height = Math.clamp(rows, 1, MAX_AREA);
        cells.add(new TableCell<>(row, column, height, width, header, content));
        if (column < MAX_COLUMNS) {
            last[column] = cells.size();
        }
        for (int at = column; at < Math.min(column + width, MAX_COLUMNS); at++) {
            ends[at] = row + height;
        }
        column += width;
    }

    /** Extends the cell above the next column into this row; returns false, and does nothing, if there is none. */
    public boolean extendAbove() {
        int index = column < MAX_COLUMNS ? last[column] - 1 : -1;
        if (index < 0 || index >= cells.size()) {
            return false;
        }
        TableCell<C> cell = cells.get(index);
        if (cell.column() != column || cell.row() + cell.rows() != row) {
            return false;
        }
        cells.set(index, cell.spanning(cell.rows() + 1, cell.columns()));
        column += cell.columns();
        return true;
    }

    /** Returns the number of rows that were started. */
    public int rows() {
        return row + 1;
    }

    /** Returns the cells in the order in which they were added. */
    public List<TableCell<C>> build() {
        List<TableCell<C>> built = cells.stream()
                .map(cell -> cell.spanning(Math.min(cell.rows(), rows() - cell.row()), cell.columns()))
                .toList();
        long area = built.stream()
                .mapToLong(cell -> (long) cell.rows() * cell.columns())
                .sum();
        return area <= Math.max(MAX_AREA, built.size())
                ? built
                : built.stream().map(cell -> cell.spanning(1, 1)).toList();
    }
}
