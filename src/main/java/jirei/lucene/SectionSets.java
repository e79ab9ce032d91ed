package jirei.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jirei.search.SearchTime;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
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
final class SectionSets {
    private final IndexSearcher searcher;
    private final FixedBitSet sections;
    private final FixedBitSet cases;
    private final KnownSets shared;
    private final Map<Query, FixedBitSet> known;

    private SectionSets(
            IndexSearcher searcher,
            FixedBitSet sections,
            FixedBitSet cases,
            KnownSets shared,
            Map<Query, FixedBitSet> known) {
        this.searcher = searcher;
        this.shared = shared;
        this.sections = sections;
        this.cases = cases;
        this.known = known;
    }

    /** Knows which documents of {@code searcher} are sections and which are cases, and no more. */
    static SectionSets of(IndexSearcher searcher) throws IOException {
        FixedBitSet sections = search(searcher, SectionQueries.allSections());
        FixedBitSet cases = search(searcher, SectionQueries.allCases());
        return new SectionSets(searcher, sections, cases, new KnownSets(), Map.of());
    }

    /** The documents of cases, not to be changed. */
    FixedBitSet cases() {
        return cases;
    }

    /** The sets of one request; they go with it. */
    SectionSets forRequest() {
        return new SectionSets(searcher, sections, cases, shared, new HashMap<>());
    }

    /** Every section, not to be changed. */
    FixedBitSet sections() {
        return sections;
    }

    /** The sections of the cases that have a section in each of {@code all}, whose cases stand behind their sections. */
    FixedBitSet inCasesOf(List<FixedBitSet> all) {
        FixedBitSet both = cases.clone();
        all.forEach(sections -> both.and(casesOf(sections)));
        FixedBitSet found = none();
        for (int at = next(both, 0); at != DocIdSetIterator.NO_MORE_DOCS; at = next(both, at + 1)) {
            int before = at == 0 ? -1 : cases.prevSetBit(at - 1);
            found.set(before + 1, at);
        }
        found.and(sections);
        return found;
    }

    private FixedBitSet casesOf(FixedBitSet sections) {
        FixedBitSet found = none();
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

    /** The documents that {@code query} matches; looked for once, and not to be changed. */
    FixedBitSet of(Query query) throws IOException {
        FixedBitSet found = known.get(query);
        if (found == null) {
            SearchTime.current().requireTimeToCollect();
            found = shared.get(query);
            if (found == null) {
                found = search(searcher, query);
                shared.put(query, found);
            }
            known.put(query, found);
        }
        return found;
    }

    private static FixedBitSet search(IndexSearcher searcher, Query query) throws IOException {
        var found = new FixedBitSet(size(searcher));
        Weight weight = searcher.rewrite(query).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                collect(scorer, leaf, found);
            }
        }
        return found;
    }

    private static void collect(Scorer scorer, LeafReaderContext leaf, FixedBitSet found) throws IOException {
        TwoPhaseIterator exact = scorer.twoPhaseIterator();
        DocIdSetIterator docs = exact == null ? scorer.iterator() : exact.approximation();
        Bits live = leaf.reader().getLiveDocs();
        int doc = docs.nextDoc();
        if (exact == null && live == null) {
            docs.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, found, -leaf.docBase);
            return;
        }
        for (; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if ((live == null || live.get(doc)) && (exact == null || exact.matches())) {
                found.set(leaf.docBase + doc);
            }
        }
    }

    private static int size(IndexSearcher searcher) {
        return Math.max(1, searcher.getIndexReader().maxDoc());
    }

    /** A set of no document. */
    FixedBitSet none() {
        return new FixedBitSet(sections.length());
    }

    /** Matches the documents of {@code set}, which must not change any more. */
    static Query query(FixedBitSet set) {
        return new SetQuery(set);
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
