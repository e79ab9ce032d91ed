package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jirei.search.SearchTime;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Matches a set of documents and scores them by the sum over many ways of matching, way after way over a window of documents. Going
 * from document to document instead, as Lucene does, costs more than the scores where there are some fifty ways.
 */
final class SummedQuery extends Query {
    /** Documents whose sums are made at a time; their sums fit in the cache of a processor. */
    private static final int WINDOW = 4_096;

    private final FixedBitSet found;
    private final List<Query> ways;
    private final Query plain;

    /** @param found what matches; must not change any more */
    SummedQuery(FixedBitSet found, List<Query> ways) {
        this.found = found;
        this.ways = List.copyOf(ways);
        var sum = new BooleanQuery.Builder().add(SectionSets.query(found), Occur.FILTER);
        ways.forEach(way -> sum.add(way, Occur.SHOULD));
        this.plain = sum.build();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        return scoreMode.needsScores()
                ? new Summed(searcher, scoreMode, boost)
                : searcher.rewrite(plain).createWeight(searcher, scoreMode, boost);
    }

    private final class Summed extends Weight {
        private final IndexSearcher searcher;
        private final ScoreMode scoreMode;
        private final float boost;
        private @Nullable Weight plainWeight;
        private @Nullable List<Weight> weights;

        Summed(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
            super(SummedQuery.this);
            this.searcher = searcher;
            this.scoreMode = scoreMode;
            this.boost = boost;
        }

        private Weight plain() throws IOException {
            Weight known = plainWeight;
            if (known == null) {
                known = searcher.rewrite(plain).createWeight(searcher, scoreMode, boost);
                plainWeight = known;
            }
            return known;
        }

        private List<Weight> weights() throws IOException {
            List<Weight> known = weights;
            if (known == null) {
                known = new ArrayList<>();
                for (Query way : ways) {
                    known.add(searcher.rewrite(way).createWeight(searcher, scoreMode, boost));
                }
                weights = known;
            }
            return known;
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
            int from = context.docBase;
            int to = from + context.reader().maxDoc();
            if (to == from || found.nextSetBit(from, to) == DocIdSetIterator.NO_MORE_DOCS) {
                return null;
            }
            return new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) throws IOException {
                    ScorerSupplier supplier = plain().scorerSupplier(context);
                    if (supplier == null) {
                        throw new IllegalStateException("the set has documents, the query must too");
                    }
                    return supplier.get(leadCost);
                }

                @Override
                public BulkScorer bulkScorer() throws IOException {
                    return summing(context);
                }

                @Override
                public long cost() {
                    return found.cardinality(from, to);
                }
            };
        }

        private BulkScorer summing(LeafReaderContext context) throws IOException {
            int documents = found.cardinality(
                    context.docBase, context.docBase + context.reader().maxDoc());
            List<Way> here = new ArrayList<>();
            for (Weight weight : weights()) {
                Scorer scorer = weight.scorer(context);
                if (scorer != null) {
                    here.add(new Way(scorer, documents));
                }
            }
            return new Summing(found, here, context);
        }

        @Override
        public Explanation explain(LeafReaderContext context, int doc) throws IOException {
            return plain().explain(context, doc);
        }

        @Override
        public boolean isCacheable(LeafReaderContext context) {
            return false;
        }
    }

    /** One way in one segment, which goes through its documents once. */
    private static final class Way {
        private final Scorer scorer;
        private final DocIdSetIterator docs;
        private final @Nullable TwoPhaseIterator exact;
        private final boolean isRead;
        private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

        /** @param documents of how many documents in the segment the sums are made */
        Way(Scorer scorer, int documents) {
            this.scorer = scorer;
            this.exact = scorer.twoPhaseIterator();
            this.docs = exact == null ? scorer.iterator() : exact.approximation();
            this.isRead = exact == null && docs.cost() <= 2L * documents;
        }

        /** Adds to {@code sums} what each document of {@code found} from {@code from} on scores; both count from {@code base}. */
        void add(FixedBitSet found, int base, int from, int to, double[] sums) throws IOException {
            if (docs.docID() < from) {
                docs.advance(from);
            }
            if (isRead) {
                read(found, base, from, to, sums);
            } else {
                visit(found, base, from, to, sums);
            }
        }

        /** Where the set has most of what it has, it is read through. */
        private void read(FixedBitSet found, int base, int from, int to, double[] sums) throws IOException {
            for (scorer.nextDocsAndScores(to, null, buffer);
                    buffer.size > 0;
                    scorer.nextDocsAndScores(to, null, buffer)) {
                for (int i = 0; i < buffer.size; i++) {
                    int doc = buffer.docs[i];
                    if (found.get(base + doc)) {
                        sums[doc - from] += buffer.features[i];
                    }
                }
            }
        }

        private void visit(FixedBitSet found, int base, int from, int to, double[] sums) throws IOException {
            int doc = docs.docID();
            while (doc < to) {
                int next = found.nextSetBit(base + doc, base + to);
                if (next == DocIdSetIterator.NO_MORE_DOCS) {
                    return;
                }
                if (next - base > doc) {
                    doc = docs.advance(next - base);
                } else {
                    if (exact == null || exact.matches()) {
                        sums[doc - from] += scorer.score();
                    }
                    doc = docs.nextDoc();
                }
            }
        }
    }

    private static final class Summing extends BulkScorer {
        private final FixedBitSet found;
        private final List<Way> ways;
        private final int base;
        private final int end;
        private final double[] sums = new double[WINDOW];
        private final SearchTime time = SearchTime.current();

        Summing(FixedBitSet found, List<Way> ways, LeafReaderContext context) {
            this.found = found;
            this.ways = ways;
            this.base = context.docBase;
            this.end = context.reader().maxDoc();
        }

        private static final class Sum extends Scorable {
            private float score;

            @Override
            public float score() {
                return score;
            }
        }

        @Override
        public int score(LeafCollector collector, @Nullable Bits acceptDocs, int min, int max) throws IOException {
            var sum = new Sum();
            collector.setScorer(sum);
            int limit = Math.min(max, end);
            int from = next(min, limit);
            while (from < limit) {
                if (time.isOver()) {
                    time.cut();
                    return DocIdSetIterator.NO_MORE_DOCS;
                }
                int to = Math.min(limit, from + WINDOW);
                Arrays.fill(sums, 0);
                for (Way way : ways) {
                    way.add(found, base, from, to, sums);
                }
                for (int doc = from; doc < to; doc = next(doc + 1, to)) {
                    if (acceptDocs == null || acceptDocs.get(doc)) {
                        sum.score = (float) sums[doc - from];
                        collector.collect(doc);
                    }
                }
                from = next(to, limit);
            }
            return limit == end ? DocIdSetIterator.NO_MORE_DOCS : limit;
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

    @Override
    public void visit(QueryVisitor visitor) {
        plain.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return plain.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
