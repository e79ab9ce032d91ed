package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts the pieces of lines on a page into reading order: columns one after the other between the lines that cross them, and
 * what merely stands beside each other, as cells do, joined to lines.
 */
final class ColumnDetector {
    /** So many lines of prose on both sides make two columns. */
    private static final int MIN_LINES = 4;

    private static final int MIN_BAND_LINES = 2;
    private static final int MIN_PROSE_LENGTH = 8;
    private static final int MAX_CANDIDATES = 400;
    private static final int MAX_DEPTH = 3;
    private static final double SAME_LINE = 0.35;

    private final List<PrintedLine> ordered = new ArrayList<>();
    private int column;

    private ColumnDetector(int firstColumn) {
        this.column = firstColumn;
    }

    /**
     * The lines in reading order.
     *
     * @param firstColumn the number for the first column
     */
    static List<PrintedLine> order(List<PrintedLine> pieces, int firstColumn) {
        var columns = new ColumnDetector(firstColumn);
        columns.addAll(pieces, MAX_DEPTH);
        return columns.ordered;
    }

    private void addAll(List<PrintedLine> pieces, int depth) {
        double gutter = depth == 0 ? -1 : gutter(pieces);
        if (gutter < 0) {
            addColumn(pieces);
            return;
        }
        List<PrintedLine> band = new ArrayList<>();
        List<PrintedLine> crossing = new ArrayList<>();
        for (PrintedLine piece : pieces) {
            if (crosses(piece, gutter)) {
                addBand(band, gutter, crossing, depth);
                crossing.add(piece);
            } else {
                if (isBesideCrossing(piece, crossing)) {
                    crossing.add(piece);
                    continue;
                }
                band.add(piece);
            }
        }
        addBand(band, gutter, crossing, depth);
        addColumn(crossing);
    }

    private static boolean isBesideCrossing(PrintedLine piece, List<PrintedLine> crossing) {
        return !crossing.isEmpty() && piece.across() - crossing.getLast().across() < SAME_LINE * piece.size();
    }

    /** Adds what crosses the gutter before the band, then the band, and forgets both. */
    private void addBand(List<PrintedLine> band, double gutter, List<PrintedLine> crossing, int depth) {
        List<PrintedLine> left = select(band, piece -> piece.from() < gutter - 1);
        List<PrintedLine> right = select(band, piece -> piece.from() >= gutter - 1);
        if (left.size() >= MIN_BAND_LINES && right.size() >= MIN_BAND_LINES) {
            addColumn(crossing);
            crossing.clear();
            addAll(left, depth - 1);
            addAll(right, depth - 1);
        } else {
            crossing.addAll(band);
        }
        band.clear();
    }

    private static List<PrintedLine> select(List<PrintedLine> pieces, Predicate<PrintedLine> wanted) {
        return pieces.stream().filter(wanted).toList();
    }

    /** Adds lines of one column, those that stand beside each other joined. */
    private void addColumn(List<PrintedLine> pieces) {
        List<PrintedLine> lines = rows(pieces);
        if (lines.isEmpty()) {
            return;
        }
        column++;
        double from = lines.stream().mapToDouble(PrintedLine::from).min().orElse(0);
        double to = lines.stream().mapToDouble(PrintedLine::to).max().orElse(0);
        lines.forEach(line -> ordered.add(line.inColumn(from, to, column)));
    }

    private static List<PrintedLine> rows(List<PrintedLine> pieces) {
        List<PrintedLine> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(PrintedLine::across));
        List<PrintedLine> lines = new ArrayList<>();
        List<PrintedLine> row = new ArrayList<>();
        for (PrintedLine piece : sorted) {
            if (!row.isEmpty() && piece.across() - row.getFirst().across() > SAME_LINE * piece.size()) {
                lines.add(joined(row));
                row.clear();
            }
            row.add(piece);
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

    /** Where the right of two columns begins, crossed by as few lines as possible; -1 where there is one column. */
    private static double gutter(List<PrintedLine> pieces) {
        List<Double> candidates = pieces.stream()
                .map(PrintedLine::from)
                .map(from -> (double) Math.round(from))
                .distinct()
                .limit(MAX_CANDIDATES)
                .toList();
        double best = -1;
        int min = Integer.MAX_VALUE;
        for (double candidate : candidates) {
            List<PrintedLine> left = select(pieces, piece -> piece.to() < candidate - piece.size() / 2);
            List<PrintedLine> right = select(pieces, piece -> piece.from() >= candidate - 1);
            int crossing = pieces.size() - left.size() - right.size();
            if (crossing < min && isProse(left) && isProse(right) && standBeside(left, right)) {
                min = crossing;
                best = candidate;
            }
        }
        return best;
    }

    private static boolean crosses(PrintedLine piece, double gutter) {
        return piece.from() < gutter - 1 && piece.to() >= gutter - piece.size() / 2;
    }

    /** Whether there are lines of text, and more of them than of the short pieces that tables have. */
    private static boolean isProse(List<PrintedLine> pieces) {
        long lines = pieces.stream()
                .filter(piece -> piece.text().length() >= MIN_PROSE_LENGTH)
                .count();
        return lines >= MIN_LINES && lines > pieces.size() / 2.0;
    }

    private static boolean standBeside(List<PrintedLine> left, List<PrintedLine> right) {
        double top = right.stream().mapToDouble(PrintedLine::across).min().orElse(0);
        double foot = right.stream().mapToDouble(PrintedLine::across).max().orElse(0);
        return left.stream()
                        .filter(piece -> piece.across() >= top - piece.size() && piece.across() <= foot + piece.size())
                        .count()
                >= MIN_LINES;
    }
}
