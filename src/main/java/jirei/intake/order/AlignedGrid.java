package jirei.intake.order;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.order.AlignedRows.Row;
import jirei.intake.order.RuledTables.Grid;
import jirei.intake.order.RuledTables.GridCell;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;

/** Makes the areas of the cells of aligned rows. Not thread-safe. */
final class AlignedGrid {
    /** Distance of the edge of a table above the first baseline and below the last one, relative to the font size. */
    private static final double ABOVE = 1.2;

    private static final double BELOW = 0.5;

    private final AlignedRegion region;
    private final List<Row> rows;
    private final int header;
    private final List<GridCell> cells = new ArrayList<>();

    /** @param header the number of rows that are headers */
    AlignedGrid(AlignedRegion region, List<Row> rows, int header) {
        this.region = region;
        this.rows = rows;
        this.header = header;
    }

    Grid grid() {
        for (int row = 0; row < rows.size(); row++) {
            addRow(row);
        }
        return new Grid(new Box(region.left(), edge(0), region.right(), edge(rows.size())), List.copyOf(cells));
    }

    private void addRow(int row) {
        int column = 0;
        while (column < region.columns()) {
            int[] range = row < header ? headerRange(row, column) : new int[] {column, column};
            if (row >= header && hasOneWord(row)) {
                range[1] = column + width(row, column) - 1;
            }
            int height = range[0] == range[1] ? height(row, column) : 1;
            if (height > 0) {
                var box =
                        new Box(region.edges()[range[0]], edge(row), region.edges()[range[1] + 1], edge(row + height));
                cells.add(
                        new GridCell(box, new Tag.Cell(row, range[0], height, range[1] - range[0] + 1, row < header)));
            }
            column = range[1] + 1;
        }
    }

    /**
     * Returns the first and the last column of the header cell that is at {@code column}: the empty columns beside a
     * word belong to it if it is in the middle of them all, and another header is below.
     */
    private int[] headerRange(int row, int column) {
        int word = column;
        while (word < region.columns() && isEmpty(row, word)) {
            word++;
        }
        if (word == region.columns() || isCovered(row, column)) {
            return new int[] {column, column};
        }
        int last = word + width(row, word) - 1;
        int limit = last;
        while (row + 1 < header
                && limit + 1 < region.columns()
                && isEmpty(row, limit + 1)
                && !isCovered(row, limit + 1)) {
            limit++;
        }
        double middle = middle(row, word);
        int[] best = {word, last};
        for (int from = row + 1 < header ? column : word; from <= word; from++) {
            for (int to = last; to <= limit; to++) {
                if (distance(from, to, middle) < distance(best[0], best[1], middle) - 1) {
                    best = new int[] {from, to};
                }
            }
        }
        return best[0] > column ? new int[] {column, column} : best;
    }

    /** Returns the middle of the words in a cell, in points. */
    private double middle(int row, int column) {
        List<PrintedLine> words = region.cell(rows.get(row).from(), column);
        return words.isEmpty()
                ? region.edges()[column]
                : (words.getFirst().from() + words.getLast().to()) / 2;
    }

    private double distance(int from, int to, double middle) {
        return Math.abs((region.edges()[from] + region.edges()[to + 1]) / 2 - middle);
    }

    private boolean hasOneWord(int row) {
        return rows.get(row).to() - rows.get(row).from() == 1
                && region.lines().get(rows.get(row).from()).words().size() == 1;
    }

    /** Returns the columns from {@code column} that belong to one cell, up to the next one with words. */
    private int width(int row, int column) {
        int width = 1;
        for (int line = rows.get(row).from(); line < rows.get(row).to(); line++) {
            for (PrintedLine word : region.cell(line, column)) {
                width = Math.max(width, region.span(word));
            }
        }
        return Math.min(width, region.columns() - column);
    }

    /**
     * Returns the number of rows of the cell at {@code column}: the name of a group of rows in the first column holds
     * for those without one, a header for the empty cells below it. 0 for a row within such a cell.
     */
    private int height(int row, int column) {
        if (isCovered(row, column)) {
            return 0;
        }
        int height = 1;
        boolean isEmpty = isEmpty(row, column);
        while (row + height < rows.size()
                && isEmpty(row + height, column)
                && (row < header ? row + height < header : column == 0 && !isEmpty && isComplete(row + height))) {
            height++;
        }
        return height;
    }

    private boolean isCovered(int row, int column) {
        double x = (region.edges()[column] + region.edges()[column + 1]) / 2;
        double y = (edge(row) + edge(row + 1)) / 2;
        return cells.stream().anyMatch(cell -> cell.contains(x, y));
    }

    private boolean isEmpty(int row, int column) {
        return region.text(rows.get(row).from(), rows.get(row).to(), column).isEmpty();
    }

    private boolean isComplete(int row) {
        for (int column = 1; column < region.columns(); column++) {
            if (isEmpty(row, column)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the upper edge of {@code row}; behind the last one the lower edge of the table. */
    private double edge(int row) {
        List<TextLine> lines = region.lines();
        if (row == 0) {
            return lines.getFirst().across() - ABOVE * lines.getFirst().size();
        }
        if (row == rows.size()) {
            return lines.getLast().across() + BELOW * lines.getLast().size();
        }
        TextLine below = lines.get(rows.get(row).from());
        return (lines.get(rows.get(row).from() - 1).across() + below.across() - below.size()) / 2;
    }
}
