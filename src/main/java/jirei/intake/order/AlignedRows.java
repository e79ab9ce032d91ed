package jirei.intake.order;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.PrintedLine;

/**
 * Decides which lines of aligned columns are one row: by rules and wide gaps, and by cells whose lines go on. Not
 * thread-safe.
 */
final class AlignedRows {
    /** Minimum gap between rows, as a multiple of the line distance within cells. */
    private static final double MIN_ROW_GAP = 1.1;
    /** Maximum line distance within a cell, as a multiple of the font size. */
    private static final double MAX_LEADING = 2.2;
    /** Number of bands between rules from which each may be a row. */
    private static final int MIN_BANDS = 3;

    /** The lines of a row, from {@code from} to {@code to}, exclusive. */
    record Row(int from, int to) {}

    private final AlignedRegion region;
    private final List<Row> rows = new ArrayList<>();

    private AlignedRows(AlignedRegion region) {
        this.region = region;
    }

    /**
     * Returns the rows of {@code region}.
     *
     * @param rules the horizontal rules of the page
     */
    static List<Row> of(AlignedRegion region, List<Box> rules) {
        var rows = new AlignedRows(region);
        List<Row> bands = rows.bands(rules);
        List<Row> whole =
                bands.stream().filter(band -> rows.isOneRow(band, true)).toList();
        boolean areRows = bands.size() >= MIN_BANDS && 3 * whole.size() >= 2 * bands.size();
        for (Row band : bands) {
            if (areRows && whole.contains(band)) {
                rows.rows.add(band);
            } else {
                rows.addBand(band);
            }
        }
        return rows.rows;
    }

    private List<Row> bands(List<Box> rules) {
        List<Row> bands = new ArrayList<>();
        int from = 0;
        for (int line = 1; line <= region.lines().size(); line++) {
            if (line == region.lines().size() || region.hasRuleAbove(line, rules)) {
                bands.add(new Row(from, line));
                from = line;
            }
        }
        return bands;
    }

    /** Adds the rows of a band: its groups of close lines, if each is one row, or else by the lines themselves. */
    private void addBand(Row band) {
        double leading = leading(band);
        int from = band.from;
        for (int line = band.from + 1; line <= band.to; line++) {
            if (line == band.to || gap(line) > MIN_ROW_GAP * leading) {
                addGroup(new Row(from, line), from > band.from || line < band.to);
                from = line;
            }
        }
    }

    private double gap(int line) {
        return region.lines().get(line).across() - region.lines().get(line - 1).across();
    }

    /** Returns the usual line distance within the cells of a band, in points. */
    private double leading(Row band) {
        List<Double> gaps = new ArrayList<>();
        for (int column = 0; column < region.columns(); column++) {
            double last = -1;
            for (int line = band.from; line < band.to; line++) {
                if (!region.cell(line, column).isEmpty()) {
                    double across = region.lines().get(line).across();
                    if (last >= 0) {
                        gaps.add(across - last);
                    }
                    last = across;
                }
            }
        }
        double[] sorted =
                gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.MAX_VALUE : sorted[sorted.length / 8];
    }

    /** @param isApart whether the group has a wide gap to the lines above or below */
    private void addGroup(Row group, boolean isApart) {
        if (isOneRow(group, isApart)) {
            rows.add(group);
            return;
        }
        int from = group.from;
        for (int line = group.from + 1; line <= group.to; line++) {
            if (line == group.to || !continues(from, line)) {
                rows.add(new Row(from, line));
                from = line;
            }
        }
    }

    /**
     * Returns whether the lines of each column are one text: every one goes on in the next, with a column that has a
     * single line; or, in a group that is apart, most go on or most columns have a single line.
     */
    private boolean isOneRow(Row group, boolean isApart) {
        if (group.to - group.from == 1) {
            return true;
        }
        int wrapped = 0;
        int apart = 0;
        int single = 0;
        int filled = 0;
        for (int column = 0; column < region.columns(); column++) {
            int before = wrapped + apart;
            List<PrintedLine> upper = List.of();
            for (int line = group.from; line < group.to; line++) {
                List<PrintedLine> own = region.cell(line, column);
                if (own.isEmpty()) {
                    continue;
                }
                if (!upper.isEmpty() && areNumbers(upper, own)) {
                    return false;
                }
                boolean isWrapped = !upper.isEmpty() && (isApart ? region.isFull(upper) : region.isWrapped(upper, own));
                wrapped += isWrapped ? 1 : 0;
                apart += !upper.isEmpty() && !isWrapped ? 1 : 0;
                upper = own;
            }
            filled += upper.isEmpty() ? 0 : 1;
            single += !upper.isEmpty() && wrapped + apart == before ? 1 : 0;
        }
        boolean goesOn = isApart ? 2 * apart <= wrapped || 2 * single >= filled : apart == 0;
        return goesOn && (single > 0 || isApart);
    }

    /** Returns whether both cells are numbers, or are written alike but for their numbers. */
    private static boolean areNumbers(List<PrintedLine> upper, List<PrintedLine> lower) {
        String one = upper.getFirst().text();
        String other = lower.getFirst().text();
        return (TextLine.isValue(one) && TextLine.isValue(other))
                || (!TextLine.unit(one).isEmpty() && TextLine.unit(one).equals(TextLine.unit(other)));
    }

    /** Returns whether {@code line} has the rest of cells of the line above, in the row that starts at {@code from}. */
    private boolean continues(int from, int line) {
        boolean isFewer = region.filled(line) < region.filled(from);
        boolean isNear = gap(line) <= MAX_LEADING * region.lines().get(line).size();
        if (!isFewer || !isNear) {
            return false;
        }
        for (int column = 0; column < region.columns(); column++) {
            List<PrintedLine> own = region.cell(line, column);
            List<PrintedLine> upper = region.cell(line - 1, column);
            if (!own.isEmpty() && (upper.isEmpty() || !region.isWrapped(upper, own))) {
                return false;
            }
        }
        return true;
    }
}
