package jirei.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jirei.search.SearchTime;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Which documents match, as sets over the whole index, so that what is counted and what is found come from the same set. */
final class SectionSets implements SectionSource {
    private final IndexSearcher searcher;
    private final FixedBitSet sections;
    private final FixedBitSet cases;
    private final Map<Query, FixedBitSet> known;

    private SectionSets(
            IndexSearcher searcher, FixedBitSet sections, FixedBitSet cases, Map<Query, FixedBitSet> known) {
        this.searcher = searcher;
        this.sections = sections;
        this.cases = cases;
        this.known = known;
    }

    /** Knows which documents of {@code searcher} are sections and which are cases, and no more. */
    static SectionSets of(IndexSearcher searcher) throws IOException {
        var size = Math.max(1, searcher.getIndexReader().maxDoc());
        FixedBitSet sections = searcher.search(SectionQueries.allSections(), new Collecting(size));
        FixedBitSet cases = searcher.search(SectionQueries.allCases(), new Collecting(size));
        return new SectionSets(searcher, sections, cases, Map.of());
    }

    /** The sets of one request; they go with it. */
    SectionSets forRequest() {
        return new SectionSets(searcher, sections, cases, new HashMap<>());
    }

    @Override
    public SectionSet all() {
        return new Bits(sections);
    }

    @Override
    public SectionSet none() {
        return new Bits(empty());
    }

    /** A case stands behind its sections. */
    @Override
    public SectionSet inCasesOf(List<SectionSet> sets) {
        FixedBitSet both = cases.clone();
        sets.forEach(set -> both.and(casesOf(Bits.of(set))));
        FixedBitSet found = empty();
        for (int at = next(both, 0); at != DocIdSetIterator.NO_MORE_DOCS; at = next(both, at + 1)) {
            int before = at == 0 ? -1 : cases.prevSetBit(at - 1);
            found.set(before + 1, at);
        }
        found.and(sections);
        return new Bits(found);
    }

    private FixedBitSet casesOf(FixedBitSet sections) {
        FixedBitSet found = empty();
        int at = next(sections, 0);
        while (at != DocIdSetIterator.NO_MORE_DOCS) {
            int whole = cases.nextSetBit(at);
            found.set(whole);
            at = next(sections, whole + 1);
        }
        return found;
    }

    private static int next(FixedBitSet set, int from) {
        return from < set.length() ? set.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    /** Looked for once. */
    @Override
    public SectionSet of(Query query) throws IOException {
        FixedBitSet found = known.get(query);
        if (found == null) {
            SearchTime.current().requireTimeToCollect();
            found = searcher.search(query, new Collecting(sections.length()));
            known.put(query, found);
        }
        return new Bits(found);
    }

    private FixedBitSet empty() {
        return new FixedBitSet(sections.length());
    }

    /** A set as bits that don't change any more. */
    private record Bits(FixedBitSet bits) implements SectionSet {
        private static FixedBitSet of(SectionSet set) {
            return ((Bits) set).bits;
        }

        @Override
        public SectionSet and(SectionSet other) {
            FixedBitSet both = bits.clone();
            both.and(of(other));
            return new Bits(both);
        }

        @Override
        public SectionSet or(SectionSet other) {
            FixedBitSet either = bits.clone();
            either.or(of(other));
            return new Bits(either);
        }

        @Override
        public SectionSet without(SectionSet other) {
            FixedBitSet left = bits.clone();
            left.andNot(of(other));
            return new Bits(left);
        }

        @Override
        public long size() {
            return bits.cardinality();
        }

        @Override
        public boolean intersects(SectionSet other) {
            return bits.intersects(of(other));
        }

        @Override
        public Query query() {
            return new SetQuery(bits);
        }
    }

    private record Collecting(int size) implements CollectorManager<Collecting.Collector, FixedBitSet> {
        private static final class Collector extends SimpleCollector {
            private final FixedBitSet set;
            private int base;

            Collector(int size) {
                set = new FixedBitSet(size);
            }

            @Override
            protected void doSetNextReader(LeafReaderContext context) {
                base = context.docBase;
            }

            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int doc) {
                set.set(base + doc);
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        }

        @Override
        public Collector newCollector() {
            return new Collector(size);
        }

        @Override
        public FixedBitSet reduce(Collection<Collector> collectors) {
            var all = collectors.iterator().next().set;
            collectors.stream().skip(1).forEach(collector -> all.or(collector.set));
            return all;
        }
    }

    private static final class SetQuery extends Query {
        private final FixedBitSet set;

        SetQuery(FixedBitSet set) {
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
                    var scorer = new ConstantScoreScorer(score(), scoreMode, new InSegment(set, from, to));
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
            return "a set of " + set.cardinality();
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
    }

    /** Those of {@code set} in one segment, counted from its beginning. */
    private static final class InSegment extends DocIdSetIterator {
        private final FixedBitSet set;
        private final int from;
        private final int to;
        private int doc = -1;

        InSegment(FixedBitSet set, int from, int to) {
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
