package jirei.lucene.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jirei.engine.backend.DocSet;
import jirei.engine.backend.DocSetFactory;
import jirei.engine.schema.SchemaQueries;
import jirei.search.Deadline;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSearcher.LeafReaderContextPartition;
import org.apache.lucene.search.IndexSearcher.LeafSlice;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Which documents match, as sets over the whole index, so that what is counted and what is found come from the same set. */
public final class BitDocSets implements DocSetFactory {
    private final IndexSearcher searcher;
    private final FixedBitSet sections;
    private final FixedBitSet cases;
    private final DocSetCache shared;
    private final Map<Query, FixedBitSet> known;

    private BitDocSets(
            IndexSearcher searcher,
            FixedBitSet sections,
            FixedBitSet cases,
            DocSetCache shared,
            Map<Query, FixedBitSet> known) {
        this.searcher = searcher;
        this.shared = shared;
        this.sections = sections;
        this.cases = cases;
        this.known = known;
    }

    /** Knows which documents of {@code searcher} are sections and which are cases, and no more. */
    public static BitDocSets of(IndexSearcher searcher) throws IOException {
        FixedBitSet sections = search(searcher, SchemaQueries.allSections());
        FixedBitSet cases = search(searcher, SchemaQueries.allCases());
        return new BitDocSets(searcher, sections, cases, new DocSetCache(), Map.of());
    }

    /** The documents of cases, not to be changed. */
    FixedBitSet cases() {
        return cases;
    }

    /** The sets of one request; they go with it. */
    BitDocSets forRequest() {
        return new BitDocSets(searcher, sections, cases, shared, new HashMap<>());
    }

    @Override
    public DocSet all() {
        return new Sections(sections);
    }

    @Override
    public DocSet none() {
        return new Sections(empty());
    }

    @Override
    public DocSet intersection(List<DocSet> sets) {
        return joined(sets, FixedBitSet::and);
    }

    @Override
    public DocSet union(List<DocSet> sets) {
        return sets.isEmpty() ? none() : joined(sets, FixedBitSet::or);
    }

    /** Copies once, however many there are. */
    private static DocSet joined(List<DocSet> sets, BiConsumer<FixedBitSet, FixedBitSet> join) {
        if (sets.size() == 1) {
            return sets.getFirst();
        }
        FixedBitSet joined = Sections.bits(sets.getFirst()).clone();
        sets.stream().skip(1).forEach(set -> join.accept(joined, Sections.bits(set)));
        return new Sections(joined);
    }

    /** A case stands behind its sections. */
    @Override
    public DocSet sameCase(List<DocSet> sets) {
        FixedBitSet both = cases.clone();
        sets.forEach(set -> both.and(casesOf(Sections.bits(set))));
        FixedBitSet found = empty();
        for (int at = next(both, 0); at != DocIdSetIterator.NO_MORE_DOCS; at = next(both, at + 1)) {
            int before = at == 0 ? -1 : cases.prevSetBit(at - 1);
            found.set(before + 1, at);
        }
        found.and(sections);
        return new Sections(found);
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
    public DocSet docSet(Query query) throws IOException {
        FixedBitSet found = known.get(query);
        if (found == null) {
            Deadline.current().checkMatchPhase();
            found = shared.get(query);
            if (found == null) {
                found = search(searcher, query);
                shared.put(query, found);
            }
            known.put(query, found);
        }
        return new Sections(found);
    }

    private static FixedBitSet search(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.rewrite(query).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
        int size = size(searcher);
        List<Callable<FixedBitSet>> parts = Stream.of(searcher.getSlices())
                .<Callable<FixedBitSet>>map(slice -> () -> search(weight, slice, size))
                .toList();
        List<FixedBitSet> found = searcher.getTaskExecutor().invokeAll(parts);
        if (found.isEmpty()) {
            return new FixedBitSet(size);
        }
        found.stream().skip(1).forEach(found.getFirst()::or);
        return found.getFirst();
    }

    private static FixedBitSet search(Weight weight, LeafSlice slice, int size) throws IOException {
        var found = new FixedBitSet(size);
        for (LeafReaderContextPartition part : slice.partitions) {
            Scorer scorer = weight.scorer(part.ctx);
            if (scorer != null) {
                collect(scorer, part, found);
            }
        }
        return found;
    }

    private static void collect(Scorer scorer, LeafReaderContextPartition part, FixedBitSet found) throws IOException {
        LeafReaderContext leaf = part.ctx;
        TwoPhaseIterator exact = scorer.twoPhaseIterator();
        DocIdSetIterator docs = exact == null ? scorer.iterator() : exact.approximation();
        Bits live = leaf.reader().getLiveDocs();
        int doc = docs.advance(part.minDocId);
        if (exact == null && live == null) {
            if (doc < part.maxDocId) {
                docs.intoBitSet(part.maxDocId, found, -leaf.docBase);
            }
            return;
        }
        for (; doc < part.maxDocId; doc = docs.nextDoc()) {
            if ((live == null || live.get(doc)) && (exact == null || exact.matches())) {
                found.set(leaf.docBase + doc);
            }
        }
    }

    private static int size(IndexSearcher searcher) {
        return Math.max(1, searcher.getIndexReader().maxDoc());
    }

    private FixedBitSet empty() {
        return new FixedBitSet(sections.length());
    }

    /** The documents of {@code set}, not to be changed. */
    static FixedBitSet bits(DocSet set) {
        return Sections.bits(set);
    }

    /** Matches the documents of {@code set}, which must not change any more. */
    static Query query(FixedBitSet set) {
        return new SetQuery(set);
    }

    /** A set as bits that don't change any more. */
    private record Sections(FixedBitSet bits) implements DocSet {
        static FixedBitSet bits(DocSet set) {
            return ((Sections) set).bits;
        }

        @Override
        public DocSet intersect(DocSet other) {
            return joined(List.of(this, other), FixedBitSet::and);
        }

        @Override
        public DocSet union(DocSet other) {
            return joined(List.of(this, other), FixedBitSet::or);
        }

        @Override
        public DocSet andNot(DocSet other) {
            return joined(List.of(this, other), FixedBitSet::andNot);
        }

        @Override
        public long size() {
            return bits.cardinality();
        }

        @Override
        public boolean intersects(DocSet other) {
            return bits.intersects(bits(other));
        }

        @Override
        public Query query() {
            return BitDocSets.query(bits);
        }

        @Override
        public Query scoringQuery(List<Query> ways) {
            return new SumScoreQuery(bits, ways);
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
