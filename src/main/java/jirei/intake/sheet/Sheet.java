package jirei.intake.sheet;

import java.util.List;
import java.util.Set;

/**
 * A sheet of a spreadsheet, as displayed. Immutable.
 *
 * @param name the name on its tab; empty for CSV and TSV
 * @param rows the rows that are not blank, in order
 */
public record Sheet(String name, List<Row> rows) {
    /** Copies the rows. */
    public Sheet {
        rows = List.copyOf(rows);
    }

    /** Returns the number of columns. */
    public int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /**
     * A row. Immutable.
     *
     * @param number the number in the sheet, from 1
     * @param cells the texts of its cells, stripped, up to the last one that is not blank; may have line terminators
     * @param continued the columns, from 0, whose text is that of a merged cell that began in a row above
     */
    public record Row(int number, List<String> cells, Set<Integer> continued) {
        /** Copies the collections. */
        public Row {
            cells = List.copyOf(cells);
            continued = Set.copyOf(continued);
        }

        /** Returns the text in {@code column}, from 0; empty if the row has none. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        /** Returns the texts that are not blank. */
        public List<String> texts() {
            return cells.stream().filter(cell -> !cell.isEmpty()).toList();
        }
    }
}
