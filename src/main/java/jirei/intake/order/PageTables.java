package jirei.intake.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jirei.intake.order.RuledTables.Grid;
import jirei.intake.order.RuledTables.GridCell;
import jirei.intake.page.Glyph;
import jirei.intake.page.LineBuilder;
import jirei.intake.page.Page;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Takes the glyphs within the tables of the pages, ruled or aligned, out of the text and builds the lines of their cells. A table
 * that goes on at the top of the next page is one table. Not thread-safe.
 */
public final class PageTables {
    /** The ids of tables found on pages, apart from those of the structure tree. */
    private static final int FIRST_ID = 1_000_000;

    private static final double SAME_EDGE = 4;
    private static final int MIN_FILLED_CELLS = 2;
    /** Maximum number of rows at the start of a table that are repeated on each page. */
    private static final int MAX_REPEATED = 4;

    /** The middle of a character above its baseline, relative to the font size. */
    private static final double MIDDLE = 0.35;

    /** A page without the glyphs of its tables, and the lines of each table. Immutable. */
    public record Result(Page page, List<Table> tables) {}

    /**
     * The lines of a table. Immutable.
     *
     * @param left its left edge
     * @param top its top edge
     * @param right its right edge
     * @param lines the lines of its cells, row by row
     */
    public record Table(double left, double top, double right, List<PrintedLine> lines) {}

    private int lastId = FIRST_ID;
    private int column;
    /** The table at the end of the last page; null for none. */
    private @Nullable Grid open;

    private boolean isOpenAligned;
    /** The number of rows of the open table so far, and the texts of the first ones by row. */
    private int openRows;

    private List<String> openHeader = List.of();
    private List<PrintedLine> openLines = List.of();

    /** Returns {@code page} without its tables. Pages must be passed in order. */
    public Result separate(Page page) {
        Map<Grid, Map<GridCell, List<Glyph>>> cells = new LinkedHashMap<>();
        List<Glyph> text = distribute(page.horizontal(), RuledTables.of(page.drawing()), cells);
        Set<Grid> ruled = Set.copyOf(cells.keySet());
        List<Glyph> outside = distribute(text, aligned(page, text), cells);
        List<Table> tables = new ArrayList<>();
        Grid last = null;
        for (Grid grid : cells.keySet().stream()
                .sorted(Comparator.comparingDouble(grid -> grid.box().top()))
                .toList()) {
            tables.add(table(
                    page.number(),
                    grid,
                    cells.getOrDefault(grid, Map.of()),
                    isFirst(grid, outside, tables),
                    !ruled.contains(grid)));
            last = grid;
        }
        Grid end = last;
        boolean isOpen = end != null
                && outside.stream()
                        .noneMatch(glyph -> glyph.across() > end.box().bottom());
        open = isOpen ? end : null;
        isOpenAligned = end != null && !ruled.contains(end);
        return new Result(new Page(page.number(), outside, page.vertical(), page.drawing()), tables);
    }

    private List<Grid> aligned(Page page, List<Glyph> text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<PrintedLine> words = LineBuilder.words(page.number(), text);
        Grid rest = open != null
                        && isOpenAligned
                        && text.size() == page.horizontal().size()
                ? AlignedTables.continued(words, page.drawing(), open)
                : null;
        if (rest == null) {
            return AlignedTables.of(words, page.drawing());
        }
        List<Grid> all = new ArrayList<>(List.of(rest));
        double bottom = rest.box().bottom();
        all.addAll(AlignedTables.of(
                words.stream().filter(word -> word.across() > bottom).toList(), page.drawing()));
        return all;
    }

    /** Adds each glyph to its cell and returns those outside tables, or in tables with too few cells. */
    private static List<Glyph> distribute(
            List<Glyph> glyphs, List<Grid> grids, Map<Grid, Map<GridCell, List<Glyph>>> cells) {
        if (grids.isEmpty()) {
            return glyphs;
        }
        Map<Grid, Map<GridCell, List<Glyph>>> own = new LinkedHashMap<>();
        List<Glyph> outside = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            if (!addToCell(glyph, grids, own)) {
                outside.add(glyph);
            }
        }
        own.forEach((grid, byCell) -> {
            if (byCell.size() < MIN_FILLED_CELLS) {
                byCell.values().forEach(outside::addAll);
            } else {
                cells.put(grid, byCell);
            }
        });
        return outside;
    }

    private static boolean addToCell(Glyph glyph, List<Grid> grids, Map<Grid, Map<GridCell, List<Glyph>>> byGrid) {
        double x = glyph.along() + glyph.advance() / 2;
        double y = glyph.across() - MIDDLE * glyph.size();
        for (Grid grid : grids) {
            for (GridCell cell : grid.cells()) {
                if (cell.contains(x, y)) {
                    byGrid.computeIfAbsent(grid, one -> new HashMap<>())
                            .computeIfAbsent(cell, one -> new ArrayList<>())
                            .add(glyph);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFirst(Grid grid, List<Glyph> outside, List<Table> before) {
        return before.isEmpty()
                && outside.stream()
                        .noneMatch(glyph -> glyph.across() < grid.box().top());
    }

    private Table table(int page, Grid grid, Map<GridCell, List<Glyph>> cells, boolean isFirst, boolean isAligned) {
        boolean continues = isFirst && open != null && areEqual(open.edges(), grid.edges());
        List<PrintedLine> lines = new ArrayList<>();
        Map<Integer, String> firstRows = new TreeMap<>();
        Map<Integer, Double> ends = new HashMap<>();
        int offset = continues ? openRows : 0;
        lastId += continues ? 0 : 1;
        for (GridCell cell : grid.cells()) {
            List<Glyph> glyphs = cells.getOrDefault(cell, List.of());
            if (glyphs.isEmpty()) {
                continue;
            }
            Tag.Cell position = cell.position();
            column++;
            List<PrintedLine> own = LineBuilder.of(page, glyphs);
            if (position.row() < MAX_REPEATED) {
                String text =
                        String.join("", own.stream().map(PrintedLine::text).toList());
                firstRows.merge(position.row(), position.column() + text, String::concat);
            }
            Tag tag = Tag.of(lastId, position.below(offset));
            if (isAligned && position.columns() == 1) {
                ends.merge(position.column(), end(own), Math::max);
            }
            own.forEach(line -> lines.add(
                    line.inColumn(cell.box().left(), cell.box().right(), column).tagged(tag)));
        }
        lines.replaceAll(line -> withEnd(line, ends));
        List<String> header = List.copyOf(firstRows.values());
        List<PrintedLine> rows = lines;
        if (continues) {
            int repeated = repeated(header);
            lines.removeIf(line -> line.tag().cell().row() < offset + repeated);
            rows = BrokenRows.join(openLines, lines);
        } else {
            openHeader = header;
        }
        openRows = offset + grid.rows();
        openLines = rows;
        return new Table(grid.box().left(), grid.box().top(), grid.box().right(), rows);
    }

    private static double end(List<PrintedLine> lines) {
        return lines.stream().mapToDouble(PrintedLine::to).max().orElse(0);
    }

    /** Returns a line of an aligned column with the end of all words in the column, which has no rule there. */
    private static PrintedLine withEnd(PrintedLine line, Map<Integer, Double> ends) {
        Tag.Cell cell = line.tag().cell();
        double end = cell.columns() > 1 ? line.columnTo() : ends.getOrDefault(cell.column(), line.columnTo());
        return line.inColumn(line.columnFrom(), end, line.column());
    }

    /** Returns the number of rows that are those at the start of the table again. */
    private int repeated(List<String> header) {
        int repeated = 0;
        while (repeated < Math.min(header.size(), openHeader.size())
                && header.get(repeated).equals(openHeader.get(repeated))) {
            repeated++;
        }
        return repeated;
    }

    private static boolean areEqual(List<Double> one, List<Double> other) {
        if (one.isEmpty() || one.size() != other.size()) {
            return false;
        }
        for (int at = 0; at < one.size(); at++) {
            if (Math.abs(one.get(at) - other.get(at)) > SAME_EDGE) {
                return false;
            }
        }
        return true;
    }

    /** Inserts the lines of {@code tables} into the ordered lines of their page, each behind the text above it. */
    public static List<PrintedLine> insert(List<PrintedLine> lines, List<Table> tables) {
        List<PrintedLine> all = new ArrayList<>(lines);
        for (Table table : tables) {
            int at = 0;
            for (int i = 0; i < all.size(); i++) {
                PrintedLine line = all.get(i);
                boolean isAbove = line.across() <= table.top() + 1;
                boolean overlaps = line.from() < table.right() && line.to() > table.left();
                if (isAbove && overlaps) {
                    at = i + 1;
                }
            }
            all.addAll(at, table.lines());
        }
        return all;
    }
}
