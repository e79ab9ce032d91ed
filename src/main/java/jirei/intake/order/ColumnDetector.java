package jirei.intake.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.JapaneseText;

/**
 * Sorts the line fragments of a page into reading order. Columns are read one after the other, between lines that span
 * them; fragments in one row that are not columns, such as table cells, are joined to a line. Not thread-safe.
 */
public final class ColumnDetector {
    /** Minimum number of lines of prose on each side of a gutter. */
    private static final int MIN_LINES = 4;

    private static final int MIN_BAND_LINES = 2;
    private static final int MIN_PROSE_LENGTH = 8;
    /** Minimum font size of a heading relative to the text above it. */
    private static final double MIN_HEADING_SIZE = 1.05;
    /** Minimum distance of a heading between bands from the lines beside it, as a multiple of its font size. */
    private static final double MIN_CLEARANCE = 0.8;

    private static final int MAX_CANDIDATES = 400;
    private static final int MAX_DEPTH = 3;
    private static final double SAME_LINE = 0.35;
    /** Maximum difference of the ends of two full lines, as a multiple of the font size. */
    private static final double SAME_END = 0.6;

    private static final double MIN_FULL_WIDTH = 8;
    /** Minimum width of a single line that may be full, as a multiple of the font size. */
    private static final double MIN_SINGLE_WIDTH = 20;

    private final List<PrintedLine> ordered = new ArrayList<>();
    private final List<Box> rules;
    private int column;

    private ColumnDetector(int firstColumn, List<Box> rules) {
        this.column = firstColumn;
        this.rules = rules;
    }

    /**
     * Returns the lines in reading order.
     *
     * @param fragments the line fragments of a page
     * @param firstColumn the number before that of the first column
     * @param rules the horizontal rules of the page
     */
    public static List<PrintedLine> order(List<PrintedLine> fragments, int firstColumn, List<Box> rules) {
        var columns = new ColumnDetector(firstColumn, rules);
        columns.addAll(fragments, MAX_DEPTH);
        return columns.ordered;
    }

    private void addAll(List<PrintedLine> fragments, int depth) {
        double gutter = depth == 0 ? -1 : gutter(fragments);
        if (gutter < 0) {
            addColumn(fragments);
            return;
        }
        List<PrintedLine> band = new ArrayList<>();
        List<PrintedLine> spanning = new ArrayList<>();
        for (PrintedLine fragment : fragments) {
            if (spans(fragment, gutter) || isHeadingOfBand(fragment, band, fragments, gutter)) {
                addBand(band, gutter, spanning, depth);
                spanning.add(fragment);
            } else {
                if (isInRowOfSpanning(fragment, spanning)) {
                    spanning.add(fragment);
                    continue;
                }
                band.add(fragment);
            }
        }
        addBand(band, gutter, spanning, depth);
        addColumn(spanning);
    }

    /**
     * Returns whether {@code fragment} is a heading between two bands of columns: the left column above it ends within
     * a sentence, which goes on in the right one, and nothing is beside it.
     */
    private static boolean isHeadingOfBand(
            PrintedLine fragment, List<PrintedLine> band, List<PrintedLine> all, double gutter) {
        List<PrintedLine> left = select(band, line -> line.from() < gutter - 1);
        List<PrintedLine> right = select(band, line -> line.from() >= gutter - 1);
        if (fragment.from() >= gutter - 1 || left.size() < MIN_BAND_LINES || right.size() < MIN_BAND_LINES) {
            return false;
        }
        PrintedLine last = left.getLast();
        boolean isHeading = fragment.size() >= MIN_HEADING_SIZE * last.size() || (fragment.bold() && !last.bold());
        return isHeading
                && !JapaneseText.endsSentence(last.text())
                && all.stream()
                        .noneMatch(line -> line.from() >= gutter - 1
                                && Math.abs(line.across() - fragment.across()) <= MIN_CLEARANCE * fragment.size());
    }

    private static boolean isInRowOfSpanning(PrintedLine fragment, List<PrintedLine> spanning) {
        return !spanning.isEmpty() && fragment.across() - spanning.getLast().across() < SAME_LINE * fragment.size();
    }

    /** Adds the spanning lines before the band and then the columns of the band, and clears both. */
    private void addBand(List<PrintedLine> band, double gutter, List<PrintedLine> spanning, int depth) {
        List<PrintedLine> left = select(band, fragment -> fragment.from() < gutter - 1);
        List<PrintedLine> right = select(band, fragment -> fragment.from() >= gutter - 1);
        if (left.size() >= MIN_BAND_LINES && right.size() >= MIN_BAND_LINES) {
            addColumn(spanning);
            spanning.clear();
            addAll(left, depth - 1);
            addAll(right, depth - 1);
        } else {
            spanning.addAll(band);
        }
        band.clear();
    }

    private static List<PrintedLine> select(List<PrintedLine> fragments, Predicate<PrintedLine> predicate) {
        return fragments.stream().filter(predicate).toList();
    }

    /** Adds the lines of one column, and the text beside them as columns of their own. */
    private void addColumn(List<PrintedLine> fragments) {
        SideText.flows(fragments, rules).forEach(this::addFlow);
    }

    /** Adds the lines of one column; fragments in one row are joined. */
    private void addFlow(List<PrintedLine> fragments) {
        List<PrintedLine> lines = rows(fragments);
        if (lines.isEmpty()) {
            return;
        }
        column++;
        double from = lines.stream().mapToDouble(PrintedLine::from).min().orElse(0);
        double to = lines.stream().mapToDouble(PrintedLine::to).max().orElse(0);
        for (int at = 0; at < lines.size(); at++) {
            PrintedLine line = lines.get(at);
            boolean isNarrow = (at > 0 && endsLike(line, lines.get(at - 1)))
                    || (at + 1 < lines.size() && endsLike(line, lines.get(at + 1)));
            boolean isShort = lines.size() == 1 && line.to() - line.from() < MIN_SINGLE_WIDTH * line.size();
            double end = isNarrow ? line.to() : isShort ? line.to() + MIN_SINGLE_WIDTH * line.size() : to;
            ordered.add(line.inColumn(from, end, column));
        }
    }

    /**
     * Returns whether {@code line} ends where its neighbor does, although in the middle of a sentence: both are full
     * lines beside a picture.
     */
    private static boolean endsLike(PrintedLine line, PrintedLine neighbor) {
        return Math.abs(line.to() - neighbor.to()) <= SAME_END * line.size()
                && line.to() - line.from() >= MIN_FULL_WIDTH * line.size()
                && neighbor.to() - neighbor.from() >= MIN_FULL_WIDTH * line.size()
                && !JapaneseText.endsSentence(line.text());
    }

    private static List<PrintedLine> rows(List<PrintedLine> fragments) {
        List<PrintedLine> sorted = new ArrayList<>(fragments);
        sorted.sort(Comparator.comparingDouble(PrintedLine::across));
        List<PrintedLine> lines = new ArrayList<>();
        List<PrintedLine> row = new ArrayList<>();
        for (PrintedLine fragment : sorted) {
            if (!row.isEmpty() && fragment.across() - row.getFirst().across() > SAME_LINE * fragment.size()) {
                lines.add(joined(row));
                row.clear();
            }
            row.add(fragment);
        }
        if (!row.isEmpty()) {
            lines.add(joined(row));
        }
        return lines;
    }

    private static PrintedLine joined(List<PrintedLine> row) {
        row.sort(Comparator.comparingDouble(PrintedLine::from));
        return PrintedLine.joined(row);
    }

    /**
     * Returns the start of the right one of two columns, such that the fewest lines span the gutter; -1 for one
     * column.
     */
    static double gutter(List<PrintedLine> fragments) {
        List<Double> candidates = fragments.stream()
                .map(PrintedLine::from)
                .map(from -> (double) Math.round(from))
                .distinct()
                .limit(MAX_CANDIDATES)
                .toList();
        double best = -1;
        int min = Integer.MAX_VALUE;
        for (double candidate : candidates) {
            List<PrintedLine> left = select(fragments, fragment -> fragment.to() < candidate - fragment.size() / 2);
            List<PrintedLine> right = select(fragments, fragment -> fragment.from() >= candidate - 1);
            int spanning = fragments.size() - left.size() - right.size();
            if (spanning < min && isProse(left) && isProse(right) && areSideBySide(left, right)) {
                min = spanning;
                best = candidate;
            }
        }
        return best;
    }

    private static boolean spans(PrintedLine fragment, double gutter) {
        return fragment.from() < gutter - 1 && fragment.to() >= gutter - fragment.size() / 2;
    }

    /** Returns whether there are enough lines of text and more of them than of short fragments, as in tables. */
    private static boolean isProse(List<PrintedLine> fragments) {
        long lines = fragments.stream()
                .filter(fragment -> fragment.text().length() >= MIN_PROSE_LENGTH)
                .count();
        return lines >= MIN_LINES && lines > fragments.size() / 2.0;
    }

    private static boolean areSideBySide(List<PrintedLine> left, List<PrintedLine> right) {
        double top = right.stream().mapToDouble(PrintedLine::across).min().orElse(0);
        double bottom = right.stream().mapToDouble(PrintedLine::across).max().orElse(0);
        return left.stream()
                        .filter(fragment -> fragment.across() >= top - fragment.size()
                                && fragment.across() <= bottom + fragment.size())
                        .count()
                >= MIN_LINES;
    }
}
