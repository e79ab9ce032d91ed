package jirei.intake.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

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

    /**
     * A cell. Immutable.
     *
     * @param row its first row, from 0
     * @param column its first column, from 0
     * @param rows the number of rows that it spans
     * @param columns the number of columns that it spans
     * @param header whether the document marks it as a header
     * @param text its text, on one line
     */
    public record Cell(int row, int column, int rows, int columns, boolean header, String text) {}

    private final TreeMap<Integer, TreeMap<Integer, Cell>> grid = new TreeMap<>();
    private final int titleRows;
    private final int headerRows;

    private TableRows(List<Cell> cells) {
        for (Cell cell : cells) {
            for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
                for (int column = cell.column(); column < cell.column() + cell.columns(); column++) {
                    grid.computeIfAbsent(row, at -> new TreeMap<>()).put(column, cell);
                }
            }
        }
        this.titleRows = countTitleRows();
        this.headerRows = countHeaderRows();
    }

    /** Returns one block for each row of the table, at {@code place}; a paragraph for a row with one cell. */
    public static List<Block> of(List<Cell> cells, int place) {
        var table = new TableRows(cells);
        List<Block> blocks = new ArrayList<>();
        for (Map.Entry<Integer, TreeMap<Integer, Cell>> row : table.grid.entrySet()) {
            List<Cell> own = table.distinctCells(row.getValue());
            boolean startsHere = own.stream().anyMatch(cell -> cell.row() == row.getKey());
            if (startsHere) {
                boolean isHeader = row.getKey() < table.headerRows;
                String text = isHeader ? sideBySide(own) : table.text(own);
                blocks.add(
                        own.size() > 1
                                ? new Block(Block.Kind.ROW, 0, text, place, table.byColumn(row.getValue()))
                                : Block.of(Block.Kind.PARAGRAPH, text, place));
            }
        }
        return blocks;
    }

    private static String sideBySide(List<Cell> row) {
        return String.join("\u3000", row.stream().map(Cell::text).toList());
    }

    private List<Cell> distinctCells(Map<Integer, Cell> row) {
        return row.values().stream()
                .filter(cell -> !cell.text().isEmpty())
                .distinct()
                .toList();
    }

    /** Returns the texts of the cells of a row by column; empty where a cell spans several or is missing. */
    private List<String> byColumn(Map<Integer, Cell> row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < columns(); column++) {
            Cell cell = row.get(column);
            texts.add(cell == null || cell.column() != column ? "" : cell.text());
        }
        return texts;
    }

    /** Returns the cells of a row, each with the headers of its column, or side by side without headers. */
    private String text(List<Cell> row) {
        if (headerRows == 0) {
            return sideBySide(row);
        }
        return String.join(" / ", row.stream().map(this::headed).toList());
    }

    private String headed(Cell cell) {
        String header = header(cell.column());
        return header.isEmpty() || cell.columns() > 1 ? cell.text() : header + ": " + cell.text();
    }

    /** Returns the headers of {@code column} from top to bottom. */
    private String header(int column) {
        List<String> headers = grid.subMap(titleRows, headerRows).values().stream()
                .filter(row -> row.containsKey(column))
                .map(row -> row.get(column).text())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return String.join(" ", headers);
    }

    /** Returns the number of rows at the top that are titles of the table, with few cells; 0 if no header follows. */
    private int countTitleRows() {
        int titles = 0;
        while (titles < MAX_TITLE_ROWS
                && titles + 2 < grid.size()
                && columns() >= MIN_HEADED_COLUMNS
                && distinctCells(grid.getOrDefault(titles, new TreeMap<>())).size() <= MAX_TITLE_CELLS) {
            titles++;
        }
        return titles > 0 && looksLikeHeader(grid.getOrDefault(titles, new TreeMap<>())) ? titles : 0;
    }

    /** Returns the number of rows at the top that are headers of the columns below, and titles. */
    private int countHeaderRows() {
        if (grid.size() < 2 || columns() < 2) {
            return 0;
        }
        TreeMap<Integer, Cell> first = grid.getOrDefault(titleRows, new TreeMap<>());
        boolean isMarked = !first.isEmpty() && first.values().stream().allMatch(Cell::header);
        if (!isMarked && (columns() < MIN_HEADED_COLUMNS || !looksLikeHeader(first))) {
            return 0;
        }
        int rows = titleRows + 1;
        while (rows < Math.min(titleRows + MAX_HEADER_ROWS, grid.size() - 1) && isHeaderRow(rows, isMarked)) {
            rows++;
        }
        return rows;
    }

    /** Returns the number of columns of the longest row. */
    private int columns() {
        return grid.values().stream().mapToInt(TreeMap::size).max().orElse(0);
    }

    /** Returns whether a row below the first is a header: a cell of the row above spans it, or its columns. */
    private boolean isHeaderRow(int row, boolean isMarked) {
        TreeMap<Integer, Cell> above = grid.getOrDefault(row - 1, new TreeMap<>());
        TreeMap<Integer, Cell> own = grid.getOrDefault(row, new TreeMap<>());
        if (isMarked && own.values().stream().allMatch(Cell::header)) {
            return true;
        }
        boolean isSpanned = own.values().stream().anyMatch(cell -> cell.row() < row)
                && above.values().stream().anyMatch(cell -> cell.columns() > 1);
        return isSpanned && looksLikeHeader(own);
    }

    private boolean looksLikeHeader(Map<Integer, Cell> row) {
        List<String> texts = row.values().stream().distinct().map(Cell::text).toList();
        boolean isNamed = texts.stream().filter(text -> !text.isEmpty()).count() >= Math.max(2, texts.size() - 1)
                && row.size() >= columns() - 1;
        return isNamed
                && texts.stream().distinct().count() > 1
                && texts.stream()
                        .allMatch(text -> text.length() <= MAX_HEADER_LENGTH
                                && !JapaneseText.endsSentence(text)
                                && !VALUE.matcher(text).matches());
    }
}
