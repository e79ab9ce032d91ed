package jirei.intake.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import jirei.intake.page.Drawing;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import org.jspecify.annotations.Nullable;

/** Finds the tables of a page by their rules. Stateless. */
public final class RuledTables {
    /** Maximum distance of rules that meet or coincide, in points. */
    private static final double TOLERANCE = 3;
    /** More rules than a table has: a chart, a map or hatching. */
    private static final int MAX_RULES = 2_000;

    private static final int MAX_LINES = 300;
    /** Minimum width of the cells of an open side, in points. */
    private static final double MIN_CELL_WIDTH = 12;

    private RuledTables() {}

    /**
     * A grid of cells. Immutable.
     *
     * @param box its area
     * @param cells the areas of its cells with their positions, at least two in a row
     */
    public record Grid(Box box, List<GridCell> cells) {
        /** Returns whether {@code line} is within the table. */
        public boolean contains(PrintedLine line) {
            return line.across() > box.top()
                    && line.across() < box.bottom()
                    && line.from() >= box.left()
                    && line.to() <= box.right();
        }

        /** Returns the number of rows. */
        public int rows() {
            return cells.stream()
                    .mapToInt(cell -> cell.position().row() + cell.position().rows())
                    .max()
                    .orElse(0);
        }

        /** Returns the left edges of the columns, for comparison with another table. */
        public List<Double> edges() {
            return cells.stream()
                    .filter(cell -> cell.position().columns() == 1)
                    .map(cell -> cell.box().left())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** A cell. Immutable. */
    public record GridCell(Box box, Tag.Cell position) {
        public boolean contains(double x, double y) {
            return x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom();
        }
    }

    /** Returns the tables from top to bottom. */
    public static List<Grid> of(Drawing drawing) {
        if (drawing.horizontal().size() + drawing.vertical().size() > MAX_RULES) {
            return List.of();
        }
        List<Box> rows = merged(drawing.horizontal(), true);
        List<Box> columns = merged(drawing.vertical(), false);
        List<Grid> grids = new ArrayList<>();
        for (List<Box> rules : connected(rows, columns)) {
            Grid grid = grid(
                    rules.stream().filter(rule -> rule.height() == 0).toList(),
                    rules.stream().filter(rule -> rule.height() > 0).toList());
            if (grid != null) {
                grids.add(grid);
            }
        }
        grids.sort(Comparator.comparingDouble(grid -> grid.box().top()));
        return grids;
    }

    /** Returns the horizontal rules, with those on one line that meet or overlap merged; none of a map or chart. */
    static List<Box> horizontal(Drawing drawing) {
        return drawing.horizontal().size() > MAX_RULES ? List.of() : merged(drawing.horizontal(), true);
    }

    /** Returns the upper and lower edges of the shades, with those that meet merged, as rules. */
    static List<Box> shadeEdges(Drawing drawing) {
        if (drawing.shades().size() > MAX_RULES) {
            return List.of();
        }
        List<Box> edges = new ArrayList<>();
        for (Box shade : drawing.shades()) {
            edges.add(new Box(shade.left(), shade.top(), shade.right(), shade.top()));
            edges.add(new Box(shade.left(), shade.bottom(), shade.right(), shade.bottom()));
        }
        return merged(edges, true);
    }

    /** Returns the rules with those on one line that meet or overlap merged. */
    private static List<Box> merged(List<Box> rules, boolean isHorizontal) {
        ToDoubleFunction<Box> across = isHorizontal ? Box::top : Box::left;
        ToDoubleFunction<Box> from = isHorizontal ? Box::left : Box::top;
        List<Box> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparingDouble((Box rule) -> Math.round(across.applyAsDouble(rule) / TOLERANCE))
                .thenComparingDouble(from));
        List<Box> merged = new ArrayList<>();
        for (Box rule : sorted) {
            Box last = merged.isEmpty() ? null : merged.getLast();
            if (last != null
                    && Math.abs(across.applyAsDouble(last) - across.applyAsDouble(rule)) <= TOLERANCE
                    && from.applyAsDouble(rule) <= (isHorizontal ? last.right() : last.bottom()) + TOLERANCE) {
                merged.set(
                        merged.size() - 1,
                        isHorizontal
                                ? new Box(last.left(), last.top(), Math.max(last.right(), rule.right()), last.top())
                                : new Box(
                                        last.left(), last.top(), last.left(), Math.max(last.bottom(), rule.bottom())));
            } else {
                merged.add(rule);
            }
        }
        return merged;
    }

    /** Returns the groups of rules that touch one another, each with rules in both directions. */
    private static List<List<Box>> connected(List<Box> rows, List<Box> columns) {
        List<Box> all = new ArrayList<>(rows);
        all.addAll(columns);
        int[] group = new int[all.size()];
        Arrays.setAll(group, at -> at);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = rows.size(); column < all.size(); column++) {
                if (group[row] != group[column] && touch(all.get(row), all.get(column))) {
                    int from = group[column];
                    int to = group[row];
                    Arrays.setAll(group, at -> group[at] == from ? to : group[at]);
                }
            }
        }
        List<List<Box>> groups = new ArrayList<>();
        for (int number : Arrays.stream(group).distinct().toArray()) {
            List<Box> rules = new ArrayList<>();
            for (int at = 0; at < group.length; at++) {
                if (group[at] == number) {
                    rules.add(all.get(at));
                }
            }
            groups.add(rules);
        }
        return groups;
    }

    private static boolean touch(Box row, Box column) {
        return column.left() >= row.left() - TOLERANCE
                && column.left() <= row.right() + TOLERANCE
                && row.top() >= column.top() - TOLERANCE
                && row.top() <= column.bottom() + TOLERANCE;
    }

    private static @Nullable Grid grid(List<Box> rows, List<Box> inner) {
        double[] ys = positions(rows, Box::top);
        List<Box> columns = ys.length > 2 ? withSides(rows, inner) : inner;
        double[] xs = positions(columns, Box::left);
        if (ys.length < 2 || xs.length < 3 || ys.length > MAX_LINES || xs.length > MAX_LINES) {
            return null;
        }
        List<GridCell> cells = new ArrayList<>();
        boolean[][] isTaken = new boolean[ys.length - 1][xs.length - 1];
        for (int row = 0; row < ys.length - 1; row++) {
            for (int column = 0; column < xs.length - 1; column++) {
                if (!isTaken[row][column]) {
                    int width = 1;
                    while (column + width < xs.length - 1
                            && !isTaken[row][column + width]
                            && !isDivided(columns, true, xs[column + width], ys[row], ys[row + 1])) {
                        width++;
                    }
                    int height = 1;
                    while (row + height < ys.length - 1
                            && !isDivided(rows, false, ys[row + height], xs[column], xs[column + width])) {
                        height++;
                    }
                    for (int at = row; at < row + height; at++) {
                        Arrays.fill(isTaken[at], column, column + width, true);
                    }
                    var box = new Box(xs[column], ys[row], xs[column + width], ys[row + height]);
                    cells.add(new GridCell(box, new Tag.Cell(row, column, height, width, false)));
                }
            }
        }
        boolean hasColumns = cells.stream().anyMatch(cell -> cell.position().column() > 0);
        var box = new Box(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
        return hasColumns ? new Grid(box, List.copyOf(cells)) : null;
    }

    /** Returns the vertical rules with the sides of a table that is open there, to which most of its rows extend. */
    private static List<Box> withSides(List<Box> rows, List<Box> columns) {
        List<Box> all = new ArrayList<>(columns);
        double top = rows.stream().mapToDouble(Box::top).min().orElse(0);
        double bottom = rows.stream().mapToDouble(Box::top).max().orElse(0);
        double left = rows.stream()
                .mapToDouble(Box::left)
                .sorted()
                .skip(rows.size() / 3)
                .findFirst()
                .orElse(0);
        double right = rows.stream()
                .mapToDouble(rule -> -rule.right())
                .sorted()
                .skip(rows.size() / 3)
                .findFirst()
                .orElse(0);
        if (columns.stream().allMatch(rule -> rule.left() > left + MIN_CELL_WIDTH)) {
            all.add(new Box(left, top, left, bottom));
        }
        if (columns.stream().allMatch(rule -> rule.left() < -right - MIN_CELL_WIDTH)) {
            all.add(new Box(-right, top, -right, bottom));
        }
        return all;
    }

    /** Returns whether a rule at {@code position} covers the middle of the side from {@code from} to {@code to}. */
    private static boolean isDivided(List<Box> rules, boolean isVertical, double position, double from, double to) {
        double middle = (from + to) / 2;
        return rules.stream()
                .anyMatch(rule -> isVertical
                        ? Math.abs(rule.left() - position) <= TOLERANCE
                                && rule.top() <= middle
                                && rule.bottom() >= middle
                        : Math.abs(rule.top() - position) <= TOLERANCE
                                && rule.left() <= middle
                                && rule.right() >= middle);
    }

    /** Returns the distinct positions in increasing order. */
    private static double[] positions(List<Box> rules, ToDoubleFunction<Box> position) {
        double[] sorted = rules.stream().mapToDouble(position).sorted().toArray();
        List<Double> distinct = new ArrayList<>();
        for (double one : sorted) {
            if (distinct.isEmpty() || one - distinct.getLast() > TOLERANCE) {
                distinct.add(one);
            }
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
