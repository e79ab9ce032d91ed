package jirei.intake.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.JapaneseText;

/**
 * The rows of a page, from its top or, of vertical text, from its right.
 *
 * @param rows the fragments of each row; none is empty
 */
record PageRows(List<List<PrintedLine>> rows) {
    private static final double SAME_ROW = 0.5;
    /** Maximum distance of a line of running text from the edges of the text, as a multiple of its font size. */
    private static final double MAX_RAGGEDNESS = 1.6;

    /** Returns the rows of {@code fragments}, which are in the order of their baselines. */
    static PageRows of(List<PrintedLine> fragments) {
        List<List<PrintedLine>> rows = new ArrayList<>();
        for (PrintedLine fragment : fragments) {
            boolean isSameRow = !rows.isEmpty()
                    && fragment.across() - rows.getLast().getFirst().across() < SAME_ROW * fragment.size();
            if (!isSameRow) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(fragment);
        }
        return new PageRows(rows);
    }

    /** Returns the distance of row {@code at}, from 1, from the row before. */
    double distance(int at) {
        return rows.get(at).getFirst().across() - rows.get(at - 1).getFirst().across();
    }

    /** Returns the distances of the rows from the rows before. */
    double[] distances() {
        return IntStream.range(1, rows.size()).mapToDouble(this::distance).toArray();
    }

    /** Returns the distances between the rows that are no running header or footer. */
    double[] innerDistances(Set<PrintedLine> running) {
        return IntStream.range(top(running) + 1, bottom(running))
                .mapToDouble(this::distance)
                .toArray();
    }

    /** Returns the number of rows at the top that are in {@code running} as a whole. */
    private int top(Set<PrintedLine> running) {
        int top = 0;
        while (top < rows.size() && running.containsAll(rows.get(top))) {
            top++;
        }
        return top;
    }

    /** Returns the number of rows without those at the bottom that are in {@code running}, at least {@link #top}. */
    private int bottom(Set<PrintedLine> running) {
        int top = top(running);
        int bottom = rows.size();
        while (bottom > top && running.containsAll(rows.get(bottom - 1))) {
            bottom--;
        }
        return bottom;
    }

    /**
     * Removes from {@code running} what is inside the page: a running header has no text above it or beside it, a
     * running footer none below it or beside it.
     */
    void removeInner(Set<PrintedLine> running) {
        rows.subList(top(running), bottom(running)).forEach(running::removeAll);
    }

    /**
     * Returns the running headers and footers that are no farther from the text than its lines from one another, as the
     * labels of a form and sentences on each page are. Sentences must be farther from it than its paragraphs.
     */
    List<PrintedLine> nearText(Set<PrintedLine> running, LineSpacing spacing) {
        int top = top(running);
        int bottom = bottom(running);
        if (top == bottom) {
            return rows.stream().flatMap(List::stream).filter(this::isProse).toList();
        }
        int nearTop = top;
        while (nearTop > 0 && distance(nearTop) < spacing.min(this, hasProse(nearTop - 1))) {
            nearTop--;
        }
        int nearBottom = bottom;
        while (nearBottom < rows.size() && distance(nearBottom) < spacing.min(this, hasProse(nearBottom))) {
            nearBottom++;
        }
        return Stream.concat(rows.subList(nearTop, top).stream(), rows.subList(bottom, nearBottom).stream())
                .flatMap(List::stream)
                .toList();
    }

    private boolean hasProse(int row) {
        return rows.get(row).stream().anyMatch(this::isProse);
    }

    /** Returns whether {@code line} ends a sentence or, as wide as the text, breaks one off. */
    private boolean isProse(PrintedLine line) {
        double slack = MAX_RAGGEDNESS * line.size();
        return JapaneseText.endsSentence(line.text())
                || (line.from() - from() < slack && to() - line.to() < slack && rows.size() > 1);
    }

    private double from() {
        return rows.stream().mapToDouble(row -> row.getFirst().from()).min().orElse(0);
    }

    private double to() {
        return rows.stream().mapToDouble(row -> row.getLast().to()).max().orElse(0);
    }
}
