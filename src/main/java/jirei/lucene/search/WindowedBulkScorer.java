package jirei.lucene.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import jirei.search.Deadline;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Sums the clause scores of the documents of a set in one segment, window by window. Once the collector sets a minimum
 * competitive score, clauses whose maximum scores together cannot reach it are evaluated last, and only for documents
 * that can still reach it (Turtle and Flood, Query evaluation: strategies and optimizations, 1995, MaxScore). Collected
 * documents have exact scores. Not thread-safe.
 */
final class WindowedBulkScorer extends BulkScorer {
    /** Documents per window and deadline check; the sums of a window fit in the CPU cache. */
    private static final int WINDOW = 4_096;

    private final FixedBitSet matches;
    private final ClauseScorer[] clauses;
    private final int base;
    private final int end;
    private final double[] sums = new double[WINDOW];
    private final int[] candidates = new int[WINDOW];
    private final float[] maxScores;
    /** {@code maxScoreSums[n]} is the sum of the maximum scores of the first {@code n} clauses. */
    private final double[] maxScoreSums;

    private final ScoreSum sum = new ScoreSum();
    private final Deadline deadline;

    /**
     * @param matches the documents to score, over the whole index
     * @param deadline that of the search, which may run in another thread
     */
    WindowedBulkScorer(FixedBitSet matches, List<ClauseScorer> clauses, LeafReaderContext context, Deadline deadline) {
        this.deadline = deadline;
        this.matches = matches;
        this.clauses = clauses.toArray(ClauseScorer[]::new);
        this.base = context.docBase;
        this.end = context.reader().maxDoc();
        this.maxScores = new float[this.clauses.length];
        this.maxScoreSums = new double[this.clauses.length + 1];
    }

    private static final class ScoreSum extends Scorable {
        private float score;
        private float minCompetitiveScore;

        @Override
        public float score() {
            return score;
        }

        @Override
        public void setMinCompetitiveScore(float min) {
            minCompetitiveScore = min;
        }
    }

    @Override
    public int score(LeafCollector collector, @Nullable Bits acceptDocs, int min, int max) throws IOException {
        collector.setScorer(sum);
        int limit = Math.min(max, end);
        int from = next(min, limit);
        while (from < limit) {
            if (deadline.isExpired()) {
                deadline.markPartial();
                return DocIdSetIterator.NO_MORE_DOCS;
            }
            int to = Math.min(limit, from + WINDOW);
            int count =
                    sum.minCompetitiveScore > 0 && isDense(from, to) ? scoreCompetitive(from, to) : scoreAll(from, to);
            for (int i = 0; i < count; i++) {
                int doc = candidates[i];
                if (acceptDocs == null || acceptDocs.get(doc)) {
                    sum.score = (float) sums[doc - from];
                    collector.collect(doc);
                }
            }
            from = next(to, limit);
        }
        return limit == end ? DocIdSetIterator.NO_MORE_DOCS : limit;
    }

    /** Whether computing maximum scores of the clauses costs less than scoring every document with each of them. */
    private boolean isDense(int from, int to) {
        return matches.cardinality(base + from, base + to) > clauses.length;
    }

    /** Scores every document of the window with every clause, and returns their number. */
    private int scoreAll(int from, int to) throws IOException {
        Arrays.fill(sums, 0);
        for (ClauseScorer clause : clauses) {
            clause.add(matches, base, from, to, sums);
        }
        return collectCompetitive(0, from, to);
    }

    /** Scores the documents of the window that reach the minimum competitive score, and returns their number. */
    private int scoreCompetitive(int from, int to) throws IOException {
        orderClauses(from, to);
        int nonEssential = 0;
        while (nonEssential < clauses.length && !isCompetitive(maxScoreSums[nonEssential + 1])) {
            nonEssential++;
        }
        if (nonEssential == clauses.length) {
            return 0;
        }
        Arrays.fill(sums, 0);
        for (int i = nonEssential; i < clauses.length; i++) {
            clauses[i].add(matches, base, from, to, sums);
        }
        int count = collectCompetitive(maxScoreSums[nonEssential], from, to);
        while (nonEssential > 0 && count > 0) {
            nonEssential--;
            clauses[nonEssential].addTo(candidates, count, from, sums);
            count = retainCompetitive(maxScoreSums[nonEssential], count, from);
        }
        return count;
    }

    /** Sorts the clauses by maximum score per cost, ascending, so that the non-essential ones come first. */
    private void orderClauses(int from, int to) throws IOException {
        for (int i = 0; i < clauses.length; i++) {
            ClauseScorer clause = clauses[i];
            float maxScore = clause.maxScore(from, to);
            int at = i;
            for (; at > 0 && maxScores[at - 1] * clause.cost() > maxScore * clauses[at - 1].cost(); at--) {
                clauses[at] = clauses[at - 1];
                maxScores[at] = maxScores[at - 1];
            }
            clauses[at] = clause;
            maxScores[at] = maxScore;
        }
        for (int i = 0; i < clauses.length; i++) {
            maxScoreSums[i + 1] = maxScoreSums[i] + maxScores[i];
        }
    }

    private boolean isCompetitive(double score) {
        return (float) score >= sum.minCompetitiveScore;
    }

    /**
     * Collects as candidates the documents of the window that can reach the minimum competitive score with at most
     * {@code maxRemaining} more.
     */
    private int collectCompetitive(double maxRemaining, int from, int to) {
        int count = 0;
        for (int doc = next(from, to); doc < to; doc = next(doc + 1, to)) {
            candidates[count] = doc;
            count += isCompetitive(sums[doc - from] + maxRemaining) ? 1 : 0;
        }
        return count;
    }

    private int retainCompetitive(double maxRemaining, int before, int from) {
        int count = 0;
        for (int i = 0; i < before; i++) {
            candidates[count] = candidates[i];
            count += isCompetitive(sums[candidates[i] - from] + maxRemaining) ? 1 : 0;
        }
        return count;
    }

    /** Returns the next document of the set from {@code from} on, or {@code to}. */
    private int next(int from, int to) {
        int next = from >= to ? DocIdSetIterator.NO_MORE_DOCS : matches.nextSetBit(base + from, base + to);
        return next == DocIdSetIterator.NO_MORE_DOCS ? to : next - base;
    }

    @Override
    public long cost() {
        return end;
    }
}
