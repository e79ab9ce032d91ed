package jirei.intake.table;

import java.util.List;
import jirei.intake.sheet.Sheet;

/**
 * A sheet whose header was found. Immutable.
 *
 * @param name the name of the sheet; empty for CSV and TSV
 * @param above the texts above the header
 * @param headerRow the number of the header's first row, from 1
 * @param names the names of the columns; empty for columns without a name
 * @param rows the rows below the header
 */
record CaseTable(String name, List<String> above, int headerRow, List<String> names, List<Sheet.Row> rows) {
    CaseTable {
        above = List.copyOf(above);
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /** Returns the texts of a column that are not blank. */
    List<String> column(int column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !CellValue.isNothing(cell))
                .toList();
    }
}
