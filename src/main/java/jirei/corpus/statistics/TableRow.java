package jirei.corpus.statistics;

import java.util.List;

/**
 * A row of a table. Immutable.
 *
 * @param line its last line in the file, from 1
 * @param cells its cells without surrounding white space
 */
record TableRow(int line, List<String> cells) {
    TableRow {
        cells = List.copyOf(cells);
    }

    /** Returns the cell at {@code position}, from 0; empty if the row is shorter. */
    String cell(int position) {
        return position < cells.size() ? cells.get(position) : "";
    }

    boolean isEmpty() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
