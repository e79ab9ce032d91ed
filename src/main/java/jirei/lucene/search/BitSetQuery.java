package jirei.lucene.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Matches the documents of a bit set over the whole index with a constant score. Equal only to itself, so that it is
 * never cached. Immutable as long as the set is not changed.
 */
final class BitSetQuery extends Query {
    private final FixedBitSet set;

    BitSetQuery(FixedBitSet set) {
        this.set = set;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
                int from = context.docBase;
                int to = from + context.reader().maxDoc();
                if (to == from || set.nextSetBit(from, to) == DocIdSetIterator.NO_MORE_DOCS) {
                    return null;
                }
                var scorer = new ConstantScoreScorer(score(), scoreMode, new SegmentIterator(set, from, to));
                return new DefaultScorerSupplier(scorer);
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    @Override
    public String toString(String field) {
        return "BitSetQuery(" + set.cardinality() + ")";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Iterates the documents of {@code set} in one segment, with doc IDs relative to the segment. */
    private static final class SegmentIterator extends DocIdSetIterator {
        private final FixedBitSet set;
        private final int from;
        private final int to;
        private int doc = -1;

        SegmentIterator(FixedBitSet set, int from, int to) {
            this.set = set;
            this.from = from;
            this.to = to;
        }

        @Override
        public int docID() {
            return doc;
        }

        @Override
        public int nextDoc() {
            return advance(doc + 1);
        }

        @Override
        public int advance(int target) {
            int next = target >= to - from ? NO_MORE_DOCS : set.nextSetBit(from + target, to);
            doc = next == NO_MORE_DOCS ? NO_MORE_DOCS : next - from;
            return doc;
        }

        @Override
        public long cost() {
            return (long) to - from;
        }
    }
}
