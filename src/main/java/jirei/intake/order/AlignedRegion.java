package jirei.intake.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.PrintedLine;

/**
 * Lines of a page whose words are in the same columns. Immutable.
 *
 * @param lines the lines from top to bottom
 * @param edges the left edges of the columns and the right edge of the last one, in points
 * @param rights the right end of the words of each column
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and private to the package
record AlignedRegion(List<TextLine> lines, double[] edges, double[] rights) {
    /** Maximum distance of the end of a full line from the end of its column, as a multiple of the font size. */
    private static final double MAX_RAGGEDNESS = 2;
    /** Minimum width of a line that goes on in the next one, as a multiple of the font size. */
    private static final double MIN_WRAPPED = 3;

    /** A column of words, in points. */
    record Extent(double from, double to) {}

    /** Returns the columns of {@code extents} and {@code words}; words that are close or overlap are in one. */
    static List<Extent> merged(List<Extent> extents, List<PrintedLine> words, double minGap) {
        List<Extent> all = new ArrayList<>(extents);
        words.forEach(word -> all.add(new Extent(word.from(), word.to())));
        all.sort(Comparator.comparingDouble(Extent::from));
        List<Extent> merged = new ArrayList<>();
        for (Extent extent : all) {
            Extent last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && extent.from() - last.to() < minGap) {
                merged.set(merged.size() - 1, new Extent(last.from(), Math.max(last.to(), extent.to())));
            } else {
                merged.add(extent);
            }
        }
        return merged;
    }

    static AlignedRegion of(List<TextLine> lines, List<Extent> columns) {
        double[] edges = new double[columns.size() + 1];
        edges[0] = columns.getFirst().from() - 1;
        for (int at = 1; at < columns.size(); at++) {
            edges[at] = (columns.get(at - 1).to() + columns.get(at).from()) / 2;
        }
        edges[columns.size()] = columns.getLast().to() + 1;
        return within(lines, edges);
    }

    /** Returns the region of {@code lines} with given columns. */
    static AlignedRegion within(List<TextLine> lines, double[] edges) {
        double[] rights = new double[edges.length - 1];
        for (TextLine line : lines) {
            for (PrintedLine word : line.words()) {
                int column = column(edges, word);
                boolean isInside = column >= 0 && word.to() <= edges[column + 1] + 1;
                if (isInside) {
                    rights[column] = Math.max(rights[column], word.to());
                }
            }
        }
        return new AlignedRegion(List.copyOf(lines), edges, rights);
    }

    private static int column(double[] edges, PrintedLine word) {
        double start = word.from() + Math.min(word.size() / 2, (word.to() - word.from()) / 2);
        int found = Arrays.binarySearch(edges, start);
        int column = found >= 0 ? found : -found - 2;
        return Math.min(Math.max(column, 0), edges.length - 2);
    }

    int columns() {
        return edges.length - 1;
    }

    double left() {
        return edges[0];
    }

    double right() {
        return edges[edges.length - 1];
    }

    /** Returns the column in which {@code word} starts, from 0. */
    int column(PrintedLine word) {
        return column(edges, word);
    }

    /** Returns the number of columns over which {@code word} extends. */
    int span(PrintedLine word) {
        int first = column(word);
        int last = first;
        while (last + 1 < columns() && word.to() > edges[last + 1] + word.size() / 2) {
            last++;
        }
        return last - first + 1;
    }

    /** Returns the words of a line in {@code column}. */
    List<PrintedLine> cell(int line, int column) {
        return lines.get(line).words().stream()
                .filter(word -> column(word) == column)
                .toList();
    }

    /** Returns the text of the cell in {@code column} of the lines from {@code from} to {@code to}, exclusive. */
    String text(int from, int to, int column) {
        var text = new StringBuilder();
        for (int line = from; line < to; line++) {
            cell(line, column).forEach(word -> text.append(word.text()));
        }
        return text.toString();
    }

    /** Returns the number of columns in which the line has words. */
    int filled(int line) {
        return (int) lines.get(line).words().stream()
                .mapToInt(this::column)
                .distinct()
                .count();
    }

    /** Returns whether the gap between neighboring columns, as a multiple of the font size, is wide on average. */
    boolean hasWideGutters(double min) {
        for (int column = 1; column < columns(); column++) {
            double gaps = 0;
            int count = 0;
            for (int line = 0; line < lines.size(); line++) {
                List<PrintedLine> left = cell(line, column - 1);
                List<PrintedLine> right = cell(line, column);
                if (!left.isEmpty() && !right.isEmpty()) {
                    gaps += (right.getFirst().from() - left.getLast().to())
                            / lines.get(line).size();
                    count++;
                }
            }
            if (count == 0 || gaps < min * count) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a cell of two lines is one text: the upper line is wide and full, and they are no numbers. */
    boolean isWrapped(List<PrintedLine> upper, List<PrintedLine> lower) {
        boolean isWide = upper.getLast().to() - upper.getFirst().from()
                >= MIN_WRAPPED * upper.getLast().size();
        return isFull(upper)
                && isWide
                && !TextLine.isValue(upper.getFirst().text())
                && !TextLine.isValue(lower.getFirst().text());
    }

    /** Returns whether the words of a cell extend to the end of its column, so that the next line may continue it. */
    boolean isFull(List<PrintedLine> cell) {
        PrintedLine last = cell.getLast();
        int column = column(last);
        double raggedness = Math.min(MAX_RAGGEDNESS * last.size(), (rights[column] - edges[column]) / 2);
        return rights[column] - last.to() < raggedness;
    }

    /** Returns whether a rule over most of the width is between the lines {@code below - 1} and {@code below}. */
    boolean hasRuleAbove(int below, List<Box> rules) {
        double to = lines.get(below).across() - lines.get(below).size() / 2;
        double from = below == 0
                ? to - 3 * lines.get(below).size()
                : lines.get(below - 1).across() - 1;
        return rules.stream().anyMatch(rule -> rule.top() > from && rule.top() < to && covers(rule));
    }

    /** Returns whether a rule over most of the width is right below the last line. */
    boolean hasRuleBelow(List<Box> rules) {
        TextLine last = lines.getLast();
        return rules.stream()
                .anyMatch(rule -> rule.top() > last.across() - 1
                        && rule.top() < last.across() + 2.5 * last.size()
                        && covers(rule));
    }

    private boolean covers(Box rule) {
        double overlap = Math.min(rule.right(), right()) - Math.max(rule.left(), left());
        return overlap >= 0.8 * (right() - left());
    }

    /** Returns the region without its first and last lines. */
    AlignedRegion subRegion(int from, int to) {
        return within(lines.subList(from, to), edges);
    }
}
