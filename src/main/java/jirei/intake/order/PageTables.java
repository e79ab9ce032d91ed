package jirei.intake.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.intake.order.RuledTables.Grid;
import jirei.intake.order.RuledTables.GridCell;
import jirei.intake.page.Glyph;
import jirei.intake.page.LineBuilder;
import jirei.intake.page.Page;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;

/**
 * Takes the glyphs within the ruled tables of the pages out of the text and builds the lines of their cells. A table
 * that goes on at the top of the next page is one table. Not thread-safe.
 */
public final class PageTables {
    /** The ids of tables found by rules, apart from those of the structure tree. */
    private static final int FIRST_ID = 1_000_000;

    private static final double SAME_EDGE = 4;
    private static final int MIN_FILLED_CELLS = 2;
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
    /** The table at the end of the last page, with the number of its rows so far. */
    private List<Double> openEdges = List.of();

    private int openRows;
    private String openHeader = "";

    /** Returns {@code page} without its tables. Pages must be passed in order. */
    public Result separate(Page page) {
        List<Grid> grids = RuledTables.of(page.drawing());
        if (grids.isEmpty()) {
            openEdges = List.of();
            return new Result(page, List.of());
        }
        Map<Grid, Map<GridCell, List<Glyph>>> byGrid = new LinkedHashMap<>();
        List<Glyph> outside = new ArrayList<>();
        for (Glyph glyph : page.horizontal()) {
            if (!addToCell(glyph, grids, byGrid)) {
                outside.add(glyph);
            }
        }
        List<Table> tables = new ArrayList<>();
        byGrid.forEach((grid, cells) -> {
            if (cells.size() < MIN_FILLED_CELLS) {
                cells.values().forEach(outside::addAll);
            } else {
                tables.add(table(page.number(), grid, cells, isFirst(grid, outside)));
                boolean isLast = outside.stream()
                        .noneMatch(glyph -> glyph.across() > grid.box().bottom());
                openEdges = isLast ? grid.edges() : List.of();
            }
        });
        return new Result(new Page(page.number(), outside, page.vertical(), page.drawing()), tables);
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

    private static boolean isFirst(Grid grid, List<Glyph> outside) {
        return outside.stream().noneMatch(glyph -> glyph.across() < grid.box().top());
    }

    private Table table(int page, Grid grid, Map<GridCell, List<Glyph>> cells, boolean isFirst) {
        boolean continues = isFirst && areEqual(openEdges, grid.edges());
        List<PrintedLine> lines = new ArrayList<>();
        String header = "";
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
            if (position.row() == 0) {
                header += own.stream().map(PrintedLine::text).toList();
            }
            Tag tag = Tag.of(
                    lastId,
                    new Tag.Cell(
                            position.row() + offset, position.column(), position.rows(), position.columns(), false));
            own.forEach(line -> lines.add(
                    line.inColumn(cell.box().left(), cell.box().right(), column).tagged(tag)));
        }
        if (continues && header.equals(openHeader)) {
            lines.removeIf(line -> line.tag().cell().row() == offset);
        }
        openHeader = continues ? openHeader : header;
        openRows = offset + grid.rows();
        return new Table(grid.box().left(), grid.box().top(), grid.box().right(), lines);
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
