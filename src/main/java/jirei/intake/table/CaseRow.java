package jirei.intake.table;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.sheet.Sheet;

/** The rows of one case: usually one, more if its title cell is merged or lines without a title follow. Not thread-safe. */
final class CaseRow {
    private final int number;
    private final List<List<String>> cells = new ArrayList<>();

    CaseRow(Sheet.Row first, int columns) {
        this.number = first.number();
        for (int column = 0; column < columns; column++) {
            cells.add(new ArrayList<>(List.of(first.cell(column))));
        }
    }

    /** Adds a row, except for the cells that repeat those above. */
    void add(Sheet.Row row) {
        for (int column = 0; column < cells.size(); column++) {
            boolean isNew = !row.cell(column).isEmpty() && !row.continued().contains(column);
            if (isNew) {
                cells.get(column).add(row.cell(column));
            }
        }
    }

    /** Returns the number of the first row in its sheet, from 1. */
    int number() {
        return number;
    }

    /** Returns the text in {@code column}; empty for none, such as a dash, and for a negative column. */
    String cell(int column) {
        if (column < 0) {
            return "";
        }
        String text = String.join("\n", cells.get(column)).strip();
        return CellValue.isNothing(text) ? "" : text;
    }
}
