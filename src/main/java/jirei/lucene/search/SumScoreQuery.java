package jirei.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.search.Deadline;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Matches a set of documents with the sum of many optional clauses, clause by clause over a window of documents.
 * Scoring document by document, as Lucene does, costs more than the scores themselves for some fifty clauses. If only
 * the top documents are needed, documents that cannot compete are not scored to the end: {@link WindowedBulkScorer}.
 * Immutable.
 */
final class SumScoreQuery extends Query {
    private final FixedBitSet matches;
    private final List<Query> clauses;
    private final Query booleanQuery;
    private final Deadline deadline;

    /**
     * @param matches the matching documents; must not be changed
     * @param clauses the optional clauses
     * @param deadline stops scoring
     */
    SumScoreQuery(FixedBitSet matches, List<Query> clauses, Deadline deadline) {
        this.matches = matches;
        this.deadline = deadline;
        this.clauses = List.copyOf(clauses);
        var sum = new BooleanQuery.Builder().add(new BitSetQuery(matches), Occur.FILTER);
        clauses.forEach(clause -> sum.add(clause, Occur.SHOULD));
        this.booleanQuery = sum.build();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        return scoreMode.needsScores()
                ? new SumWeight(searcher, scoreMode, boost)
                : searcher.rewrite(booleanQuery).createWeight(searcher, scoreMode, boost);
    }

    private final class SumWeight extends Weight {
        private final IndexSearcher searcher;
        private final ScoreMode scoreMode;
        private final float boost;
        private @Nullable Weight plainWeight;
        private @Nullable List<Weight> weights;

        SumWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
            super(SumScoreQuery.this);
            this.searcher = searcher;
            this.scoreMode = scoreMode;
            this.boost = boost;
        }

        private synchronized Weight plainWeight() throws IOException {
            Weight cached = plainWeight;
            if (cached == null) {
                cached = searcher.rewrite(booleanQuery).createWeight(searcher, scoreMode, boost);
                plainWeight = cached;
            }
            return cached;
        }

        private synchronized List<Weight> weights() throws IOException {
            List<Weight> cached = weights;
            if (cached == null) {
                cached = new ArrayList<>();
                // Lucene provides maximum scores (impacts) in this mode only.
                ScoreMode clauseMode = scoreMode == ScoreMode.TOP_SCORES ? scoreMode : ScoreMode.COMPLETE;
                for (Query clause : clauses) {
                    cached.add(searcher.rewrite(clause).createWeight(searcher, clauseMode, boost));
                }
                weights = cached;
            }
            return cached;
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
            int from = context.docBase;
            int to = from + context.reader().maxDoc();
            if (to == from || matches.nextSetBit(from, to) == DocIdSetIterator.NO_MORE_DOCS) {
                return null;
            }
            return new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) throws IOException {
                    ScorerSupplier supplier = plainWeight().scorerSupplier(context);
                    if (supplier == null) {
                        throw new IllegalStateException("the set has documents, the query must too");
                    }
                    return supplier.get(leadCost);
                }

                @Override
                public BulkScorer bulkScorer() throws IOException {
                    return windowedScorer(context);
                }

                @Override
                public long cost() {
                    return matches.cardinality(from, to);
                }
            };
        }

        private BulkScorer windowedScorer(LeafReaderContext context) throws IOException {
            int docCount = matches.cardinality(
                    context.docBase, context.docBase + context.reader().maxDoc());
            List<ClauseScorer> scorers = new ArrayList<>();
            for (Weight weight : weights()) {
                Scorer scorer = weight.scorer(context);
                if (scorer != null) {
                    scorers.add(new ClauseScorer(scorer, docCount));
                }
            }
            return new WindowedBulkScorer(matches, scorers, context, deadline);
        }

        @Override
        public Explanation explain(LeafReaderContext context, int doc) throws IOException {
            return plainWeight().explain(context, doc);
        }

        @Override
        public boolean isCacheable(LeafReaderContext context) {
            return false;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        booleanQuery.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return booleanQuery.toString(field);
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
