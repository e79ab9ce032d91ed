package jirei.intake.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import jirei.intake.facts.FieldLabel;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/**
 * Writes the rows of a table as lines that can be read alone: the cells with the headers of their columns. Not
 * thread-safe.
 */
public final class TableRows {
    private static final int MAX_HEADER_LENGTH = 20;
    private static final int MAX_HEADER_ROWS = 4;
    private static final int MAX_TITLE_ROWS = 4;
    private static final int MAX_TITLE_CELLS = 2;
    private static final int MIN_HEADED_COLUMNS = 3;
    private static final Pattern VALUE = Pattern.compile("[0-9０-９.,，．%％+＋\\-－―–△▲~〜～ \u3000]+.{0,3}");

    private final TreeMap<Integer, TreeMap<Integer, TableCell<String>>> grid = new TreeMap<>();
    /** The number of columns of the longest row. */
    private final int columns;

    private final int titleRows;
    private final int headerRows;

    private TableRows(List<TableCell<String>> cells) {
        for (TableCell<String> cell : cells) {
            for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
                for (int column = cell.column(); column < cell.column() + cell.columns(); column++) {
                    grid.computeIfAbsent(row, at -> new TreeMap<>()).put(column, cell);
                }
            }
        }
        this.columns = grid.values().stream().mapToInt(TreeMap::size).max().orElse(0);
        this.titleRows = countTitleRows();
        this.headerRows = countHeaderRows();
    }

    /**
     * Returns one block for each row of the table in which a cell starts; a paragraph for a row with one cell.
     *
     * @param cells the cells with their texts, each on one line
     * @param place gives the position in the document of a row, which is counted from 0
     */
    public static List<Block> of(List<TableCell<String>> cells, IntUnaryOperator place) {
        return new TableRows(cells).blocks(place);
    }

    /** Returns the blocks of a table whose columns have headers; none if they have not. */
    public static List<Block> withHeaders(List<TableCell<String>> cells, IntUnaryOperator place) {
        var table = new TableRows(cells);
        return table.headerRows == 0 ? List.of() : table.blocks(place);
    }

    private List<Block> blocks(IntUnaryOperator place) {
        List<Block> blocks = new ArrayList<>();
        for (Map.Entry<Integer, TreeMap<Integer, TableCell<String>>> row : grid.entrySet()) {
            List<TableCell<String>> own = distinctCells(row.getValue());
            boolean startsHere = own.stream().anyMatch(cell -> cell.row() == row.getKey());
            if (startsHere) {
                boolean isHeader = row.getKey() < headerRows;
                String text = isHeader ? sideBySide(own) : text(own);
                blocks.add(
                        own.size() > 1
                                ? new Block(
                                        Block.Kind.ROW,
                                        0,
                                        text,
                                        place.applyAsInt(row.getKey()),
                                        byColumn(row.getValue()))
                                : Block.of(Block.Kind.PARAGRAPH, text, place.applyAsInt(row.getKey())));
            }
        }
        return blocks;
    }

    private static String sideBySide(List<TableCell<String>> row) {
        return String.join("\u3000", row.stream().map(TableCell::content).toList());
    }

    private List<TableCell<String>> distinctCells(Map<Integer, TableCell<String>> row) {
        return row.values().stream()
                .filter(cell -> !cell.content().isEmpty())
                .distinct()
                .toList();
    }

    /** Returns the texts of the cells of a row by column; empty where a cell spans several or is missing. */
    private List<String> byColumn(Map<Integer, TableCell<String>> row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            TableCell<String> cell = row.get(column);
            texts.add(cell == null || cell.column() != column ? "" : cell.content());
        }
        return texts;
    }

    /** Returns the cells of a row, each with the headers of its column, or side by side without headers. */
    private String text(List<TableCell<String>> row) {
        if (headerRows == 0) {
            return sideBySide(row);
        }
        return String.join(" / ", row.stream().map(this::headed).toList());
    }

    private String headed(TableCell<String> cell) {
        String header = header(cell.column());
        return header.isEmpty() || cell.columns() > 1 ? cell.content() : header + ": " + cell.content();
    }

    /** Returns the headers of {@code column} from top to bottom. */
    private String header(int column) {
        List<String> headers = grid.subMap(titleRows, headerRows).values().stream()
                .filter(row -> row.containsKey(column))
                .map(row -> row.get(column).content())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return String.join(" ", headers);
    }

    /** Returns the number of rows at the top that are titles of the table, with few cells; 0 if no header follows. */
    private int countTitleRows() {
        int titles = 0;
        if (isMarked(grid.getOrDefault(0, new TreeMap<>()))) {
            return 0;
        }
        while (titles < MAX_TITLE_ROWS
                && titles + 2 < grid.size()
                && columns >= MIN_HEADED_COLUMNS
                && distinctCells(grid.getOrDefault(titles, new TreeMap<>())).size() <= MAX_TITLE_CELLS) {
            titles++;
        }
        return titles > 0 && looksLikeHeader(grid.getOrDefault(titles, new TreeMap<>())) ? titles : 0;
    }

    /** Returns the number of rows at the top that are headers of the columns below, and titles. */
    private int countHeaderRows() {
        if (grid.size() < 2 || columns < 2) {
            return 0;
        }
        TreeMap<Integer, TableCell<String>> first = grid.getOrDefault(titleRows, new TreeMap<>());
        boolean isMarked = isMarked(first);
        if (!isMarked && (columns < MIN_HEADED_COLUMNS || !looksLikeHeader(first) || hasPairs())) {
            return 0;
        }
        int rows = titleRows + 1;
        while (rows < Math.min(titleRows + MAX_HEADER_ROWS, grid.size() - 1) && isHeaderRow(rows, isMarked)) {
            rows++;
        }
        boolean isField = !isMarked
                && rows == titleRows + 1
                && first.values().stream().anyMatch(cell -> cell.columns() > 1)
                && distinctCells(first).size() <= MAX_TITLE_CELLS; // a label with its value, as in a form
        return isField ? 0 : rows;
    }

    /** Returns whether a row below the first has labels with their values behind them, as in a form. */
    private boolean hasPairs() {
        return grid.tailMap(titleRows, false).values().stream()
                .filter(row -> row.size() == columns && columns % 2 == 0)
                .anyMatch(row -> row.entrySet().stream()
                        .allMatch(cell -> FieldLabel.isKnown(cell.getValue().content()) == (cell.getKey() % 2 == 0)));
    }

    private static boolean isMarked(Map<Integer, TableCell<String>> row) {
        return !row.isEmpty() && row.values().stream().allMatch(TableCell::header);
    }

    /** Returns whether a row below the first is a header: a cell of the row above spans it, or its columns. */
    private boolean isHeaderRow(int row, boolean isMarked) {
        TreeMap<Integer, TableCell<String>> above = grid.getOrDefault(row - 1, new TreeMap<>());
        TreeMap<Integer, TableCell<String>> own = grid.getOrDefault(row, new TreeMap<>());
        if (isMarked && own.values().stream().allMatch(TableCell::header)) {
            return true;
        }
        boolean isSpanned = own.values().stream().anyMatch(cell -> cell.row() < row)
                && above.values().stream().anyMatch(cell -> cell.columns() > 1);
        return isSpanned && looksLikeHeader(own);
    }

    private boolean looksLikeHeader(Map<Integer, TableCell<String>> row) {
        List<String> texts =
                row.values().stream().distinct().map(TableCell::content).toList();
        boolean isNamed = texts.stream().filter(text -> !text.isEmpty()).count() >= Math.max(2, texts.size() - 1)
                && row.size() >= columns - 1;
        return isNamed
                && texts.stream().distinct().count() > 1
                && texts.stream()
                        .allMatch(text -> text.length() <= MAX_HEADER_LENGTH
                                && !JapaneseText.endsSentence(text)
                                && !VALUE.matcher(text).matches());
    }
}
