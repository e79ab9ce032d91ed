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
 * Sums the scores of the documents of a set in one segment, window after window. Once the collector has told which score is needed
 * at least, ways that can't reach it together are asked last, and only for those documents that can still reach it (Turtle and
 * Flood, Query evaluation: strategies and optimizations, 1995, MaxScore). What is collected is scored exactly.
 */
final class WindowedBulkScorer extends BulkScorer {
    /** Documents whose sums are made at a deadline; their sums fit in the cache of a processor. */
    private static final int WINDOW = 4_096;

    private final FixedBitSet found;
    private final ClauseScorer[] ways;
    private final int base;
    private final int end;
    private final double[] sums = new double[WINDOW];
    private final int[] candidates = new int[WINDOW];
    private final float[] most;
    /** The most that the first ways score together, by their number. */
    private final double[] together;

    private final Sum sum = new Sum();
    private final Deadline deadline;

    /**
     * @param found documents of the whole index
     * @param deadline that of the search, whose thread may be another
     */
    WindowedBulkScorer(FixedBitSet found, List<ClauseScorer> ways, LeafReaderContext context, Deadline deadline) {
        this.deadline = deadline;
        this.found = found;
        this.ways = ways.toArray(ClauseScorer[]::new);
        this.base = context.docBase;
        this.end = context.reader().maxDoc();
        this.most = new float[this.ways.length];
        this.together = new double[this.ways.length + 1];
    }

    private static final class Sum extends Scorable {
        private float score;
        private float needed;

        @Override
        public float score() {
            return score;
        }

        @Override
        public void setMinCompetitiveScore(float min) {
            needed = min;
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
            int count = sum.needed > 0 && isDense(from, to) ? candidates(from, to) : all(from, to);
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

    /** Whether it costs less to know what the ways can score at most than to score every document by each. */
    private boolean isDense(int from, int to) {
        return found.cardinality(base + from, base + to) > ways.length;
    }

    /** Sums every way for every document of the window; how many there are. */
    private int all(int from, int to) throws IOException {
        Arrays.fill(sums, 0);
        for (ClauseScorer way : ways) {
            way.add(found, base, from, to, sums);
        }
        return reaching(0, from, to);
    }

    /** Sums every way for those documents of the window that reach the score that is needed; how many there are. */
    private int candidates(int from, int to) throws IOException {
        orderWays(from, to);
        int rest = 0;
        while (rest < ways.length && !reaches(together[rest + 1])) {
            rest++;
        }
        if (rest == ways.length) {
            return 0;
        }
        Arrays.fill(sums, 0);
        for (int i = rest; i < ways.length; i++) {
            ways[i].add(found, base, from, to, sums);
        }
        int count = reaching(together[rest], from, to);
        while (rest > 0 && count > 0) {
            rest--;
            ways[rest].addTo(candidates, count, from, sums);
            count = stillReaching(together[rest], count, from);
        }
        return count;
    }

    /** Puts first what scores little for what it costs. */
    private void orderWays(int from, int to) throws IOException {
        for (int i = 0; i < ways.length; i++) {
            ClauseScorer way = ways[i];
            float ofWay = way.most(from, to);
            int at = i;
            for (; at > 0 && most[at - 1] * way.cost() > ofWay * ways[at - 1].cost(); at--) {
                ways[at] = ways[at - 1];
                most[at] = most[at - 1];
            }
            ways[at] = way;
            most[at] = ofWay;
        }
        for (int i = 0; i < ways.length; i++) {
            together[i + 1] = together[i] + most[i];
        }
    }

    private boolean reaches(double score) {
        return (float) score >= sum.needed;
    }

    /** Makes candidates of those documents of the window that can reach the score that is needed by {@code more}. */
    private int reaching(double more, int from, int to) {
        int count = 0;
        for (int doc = next(from, to); doc < to; doc = next(doc + 1, to)) {
            candidates[count] = doc;
            count += reaches(sums[doc - from] + more) ? 1 : 0;
        }
        return count;
    }

    private int stillReaching(double more, int before, int from) {
        int count = 0;
        for (int i = 0; i < before; i++) {
            candidates[count] = candidates[i];
            count += reaches(sums[candidates[i] - from] + more) ? 1 : 0;
        }
        return count;
    }

    /** The next document of the set from {@code from} on, or {@code to}. */
    private int next(int from, int to) {
        int next = from >= to ? DocIdSetIterator.NO_MORE_DOCS : found.nextSetBit(base + from, base + to);
        return next == DocIdSetIterator.NO_MORE_DOCS ? to : next - base;
    }

    @Override
    public long cost() {
        return end;
    }
}
