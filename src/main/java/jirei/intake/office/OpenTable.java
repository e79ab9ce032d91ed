package jirei.intake.office;

import java.util.List;
import jirei.intake.grid.TableBuilder;

/** A table of a Word file that is being read. Not thread-safe. */
final class OpenTable {
    final TableBuilder<List<OfficeElement>> grid = new TableBuilder<>();
    /** The number of columns that the cell spans. */
    int columns = 1;
    /** Whether the cell is the continuation of the one above. */
    boolean continuesAbove;
    /** Whether the row is marked as a header that is printed on each page again. */
    boolean isHeader;
    /** Whether the row was deleted, as a tracked change. */
    boolean isRowDeleted;

    void startRow() {
        grid.startRow();
        isHeader = false;
        isRowDeleted = false;
    }

    void startCell() {
        columns = 1;
        continuesAbove = false;
    }

    /** Adds the cell; what is written in the continuation of a cell is a cell of its own, so that it is not lost. */
    void endCell(List<OfficeElement> elements) {
        boolean isExtended = continuesAbove && elements.isEmpty() && grid.extendAbove();
        if (!isExtended) {
            grid.add(1, columns, isHeader, elements);
        }
    }

    void endRow() {
        if (isRowDeleted) {
            grid.removeRow();
        }
    }
}
