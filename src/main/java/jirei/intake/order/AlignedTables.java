package jirei.intake.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jirei.intake.order.AlignedRegion.Extent;
import jirei.intake.order.AlignedRows.Row;
import jirei.intake.order.RuledTables.Grid;
import jirei.intake.page.Drawing;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables of a page that have no vertical rules, by columns of words with gaps that go through several lines
 * below a header. Text in columns, forms, lists and contents pages are none; in doubt a text is none. Not thread-safe.
 */
final class AlignedTables {
    private static final int MIN_LINES = 3;
    private static final int MIN_CONTINUED_COLUMNS = 2;
    /** Minimum gap between columns, as a multiple of the font size. */
    private static final double MIN_GUTTER = 0.22;
    /** Minimum gap between columns on average, as a multiple of the font size. */
    private static final double MIN_AVERAGE_GUTTER = 0.6;
    /** Maximum distance of two lines of a table, as a multiple of the font size. */
    private static final double MAX_DISTANCE = 4.5;
    /** Maximum width by which the last column may be wider on the next page, as a multiple of the font size. */
    private static final double MAX_EXCESS = 8;
    /** Maximum distance of two lines of a header, as a multiple of the font size. */
    private static final double MAX_HEADER_DISTANCE = 2.5;
    /** Maximum distance of the baselines of cells beside one another, as a multiple of the font size. */
    private static final double MAX_OFFSET = 1;
    /** Maximum width of a line that names a group of rows, relative to the table. */
    private static final double MAX_GROUP_WIDTH = 0.5;
    /** Number of lines below the first one of a table among which that with the most columns is searched for. */
    private static final int MAX_HEADER_LINES = 3;

    private static final int MAX_HEADER_LENGTH = 20;
    private static final int MAX_WORDS = 3_000;

    private final List<TextLine> lines;
    private final Drawing drawing;
    private final List<Box> rules;
    /** The rules and the edges of shades, which are between rows. */
    private final List<Box> borders;

    /** A table with the index of its first line and that behind its last one. */
    private record Found(int from, int to, int columns, Grid grid) {}

    private AlignedTables(List<PrintedLine> words, Drawing drawing) {
        this.lines = TextLine.of(words);
        this.drawing = drawing;
        this.rules = RuledTables.horizontal(drawing);
        this.borders = new ArrayList<>(rules);
        borders.addAll(RuledTables.shadeEdges(drawing));
    }

    /**
     * Returns the tables from top to bottom.
     *
     * @param words the words of the page that are in no other table
     */
    static List<Grid> of(List<PrintedLine> words, Drawing drawing) {
        if (words.size() > MAX_WORDS) {
            return List.of();
        }
        List<Grid> grids = new AlignedTables(words, drawing).find();
        double gutter = grids.isEmpty() ? ColumnDetector.gutter(words) : -1;
        if (gutter >= 0) {
            List<Predicate<PrintedLine>> halves =
                    List.of(word -> word.to() < gutter, word -> word.from() >= gutter - 1);
            for (Predicate<PrintedLine> half : halves) {
                grids.addAll(new AlignedTables(words.stream().filter(half).toList(), drawing).find());
            }
        }
        return grids;
    }

    /** Returns the rows at the top of a page that go on in the columns of {@code open}; null for none. */
    static @Nullable Grid continued(List<PrintedLine> words, Drawing drawing, Grid open) {
        var tables = new AlignedTables(words, drawing);
        List<Double> lefts = open.edges();
        double[] edges = new double[lefts.size() + 1];
        for (int at = 0; at < lefts.size(); at++) {
            edges[at] = lefts.get(at);
        }
        edges[lefts.size()] = open.box().right();
        int to = 0;
        int complete = 0;
        AlignedRegion all = AlignedRegion.within(tables.lines, edges);
        while (to < tables.lines.size() && (to == 0 || tables.isNear(to, MAX_DISTANCE)) && tables.fits(all, to)) {
            complete += all.filled(to) >= Math.max(MIN_CONTINUED_COLUMNS, lefts.size() - 1) ? 1 : 0;
            to++;
        }
        if (complete == 0) {
            return null;
        }
        List<TextLine> lines = tables.lines.subList(0, to);
        edges[lefts.size()] = Math.max(
                edges[lefts.size()],
                lines.stream()
                                .mapToDouble(line -> line.words().getLast().to())
                                .max()
                                .orElse(0)
                        + 1);
        AlignedRegion region = AlignedRegion.within(lines, edges);
        return new AlignedGrid(region, AlignedRows.of(region, tables.borders), 0).grid();
    }

    private boolean fits(AlignedRegion region, int line) {
        return lines.get(line).words().stream()
                .allMatch(word -> word.from() >= region.left() - 1
                        && word.to() <= region.right() + MAX_EXCESS * word.size()
                        && region.span(word) == 1);
    }

    private List<Grid> find() {
        List<Grid> grids = new ArrayList<>();
        int at = 0;
        while (at + MIN_LINES <= lines.size()) {
            Found found = best(at);
            if (found == null) {
                at++;
            } else {
                grids.add(found.grid);
                at = found.to;
            }
        }
        return grids;
    }

    /** Returns the table at {@code at}, which may start with header cells over several columns; null for none. */
    private @Nullable Found best(int at) {
        Found best = find(at, at);
        for (int next = at + 1; next <= Math.min(at + MAX_HEADER_LINES, lines.size() - 1); next++) {
            Found other = find(next, at);
            boolean isBetter = other != null
                    && other.from == at
                    && (best == null || (other.columns > best.columns && other.to >= best.to));
            best = isBetter ? other : best;
        }
        return best;
    }

    private boolean isNear(int line, double distance) {
        double gap = lines.get(line).across() - lines.get(line - 1).across();
        return gap
                <= distance
                        * Math.max(lines.get(line).size(), lines.get(line - 1).size());
    }

    /**
     * Returns the table whose columns are those of the lines from {@code from}, with the header lines above, down from
     * {@code limit}; null for none.
     */
    private @Nullable Found find(int from, int limit) {
        if (lines.get(from).words().size() < 2) {
            return null;
        }
        List<Extent> columns = columns(List.of(), from);
        int to = from + 1;
        while (to < lines.size() && isNear(to, MAX_DISTANCE)) {
            List<Extent> with = columns(columns, to);
            if (with.size() < columns.size() && !isGroupName(columns, to)) {
                break;
            }
            columns = with.size() < columns.size() ? columns : with;
            to++;
        }
        if (columns.size() < 2 || to - from < MIN_LINES) {
            return null;
        }
        AlignedRegion region = AlignedRegion.of(lines.subList(from, to), columns);
        int end = to - from;
        while (end > MIN_LINES && region.filled(end - 1) == 1 && !goesOn(region, end - 1)) {
            end--;
        }
        region = region.subRegion(0, end);
        if (hasLeaders(region) || !region.hasWideGutters(MIN_AVERAGE_GUTTER)) {
            return null;
        }
        List<Row> rows = AlignedRows.of(region, borders);
        int header = new AlignedHeader(region, rows, drawing, rules).count();
        if (header == 0) {
            return null;
        }
        int start = headerStart(region, from, limit);
        return new Found(start, from + end, columns.size(), grid(region, rows, header, start, from));
    }

    private List<Extent> columns(List<Extent> columns, int line) {
        TextLine own = lines.get(line);
        return AlignedRegion.merged(columns, own.words(), MIN_GUTTER * own.size());
    }

    /** Returns whether a line has one short word at the left edge, with a line in columns below. */
    private boolean isGroupName(List<Extent> columns, int line) {
        List<PrintedLine> words = lines.get(line).words();
        PrintedLine word = words.getFirst();
        double width = columns.getLast().to() - columns.getFirst().from();
        return words.size() == 1
                && Math.abs(word.from() - columns.getFirst().from()) <= 2 * word.size()
                && word.to() - word.from() <= MAX_GROUP_WIDTH * width
                && !JapaneseText.endsSentence(word.text())
                && line + 1 < lines.size()
                && isNear(line + 1, MAX_DISTANCE)
                && lines.get(line + 1).words().size() > 1
                && columns(columns, line + 1).size() >= columns.size();
    }

    /** Returns whether the only word of a line is the rest of the cell above it. */
    private static boolean goesOn(AlignedRegion region, int line) {
        List<PrintedLine> own = region.lines().get(line).words();
        List<PrintedLine> upper = region.cell(line - 1, region.column(own.getFirst()));
        double gap =
                region.lines().get(line).across() - region.lines().get(line - 1).across();
        return !upper.isEmpty()
                && region.isWrapped(upper, own)
                && gap <= MAX_HEADER_DISTANCE * own.getFirst().size();
    }

    private static boolean hasLeaders(AlignedRegion region) {
        return region.lines().stream().anyMatch(line -> line.words().stream().anyMatch(PrintedLine::hasLeader));
    }

    /** Returns the first line of the header cells above {@code from} that extend over several columns. */
    private int headerStart(AlignedRegion region, int from, int limit) {
        int start = from;
        while (start > limit && isNear(start, MAX_HEADER_DISTANCE) && isHeaderLine(region, start - 1)) {
            start--;
        }
        return start;
    }

    private boolean isHeaderLine(AlignedRegion region, int line) {
        List<PrintedLine> words = lines.get(line).words();
        boolean isBetweenLines = isNear(line + 1, MAX_OFFSET); // the middle of a cell beside two lines
        return (words.size() > 1 || isBetweenLines)
                && words.stream()
                        .allMatch(word -> word.text().length() <= MAX_HEADER_LENGTH
                                && !JapaneseText.endsSentence(word.text())
                                && word.from() >= region.left() - word.size()
                                && word.to() <= region.right() + word.size());
    }

    private Grid grid(AlignedRegion region, List<Row> rows, int header, int start, int from) {
        int above = from - start;
        List<TextLine> all = new ArrayList<>(lines.subList(start, from));
        all.addAll(region.lines());
        List<Row> allRows = new ArrayList<>();
        for (int line = 0; line < above; line++) {
            allRows.add(new Row(line, line + 1));
        }
        rows.forEach(row -> allRows.add(new Row(row.from() + above, row.to() + above)));
        return new AlignedGrid(AlignedRegion.within(all, region.edges()), allRows, header + above).grid();
    }
}
