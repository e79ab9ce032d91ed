package jirei.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.IndexAccess;
import jirei.engine.sort.HitSorts;
import jirei.search.Deadline;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/** Gives one computation access to the embedded index; sets are bit sets over all documents. Not thread-safe. */
final class LuceneIndexAccess implements IndexAccess<FixedBitSet> {
    private final IndexSearcher searcher;
    private final SectionBits bits;
    private final Deadline deadline;
    private final Map<Query, FixedBitSet> evaluated = new HashMap<>();
    private final Map<Query, Weight> weights = new HashMap<>();

    LuceneIndexAccess(IndexSearcher searcher, SectionBits bits, Deadline deadline) {
        this.searcher = searcher;
        this.bits = bits;
        this.deadline = deadline;
    }

    @Override
    public FixedBitSet all() {
        return bits.sections();
    }

    @Override
    public FixedBitSet none() {
        return bits.none();
    }

    @Override
    public FixedBitSet matching(Query query) throws IOException {
        FixedBitSet found = evaluated.get(query);
        if (found == null) {
            deadline.checkMatchPhase();
            found = bits.matching(query);
            evaluated.put(query, found);
        }
        return found;
    }

    @Override
    public FixedBitSet intersection(List<FixedBitSet> sets) {
        return anyEmpty(sets) ? none() : bits.orNone(joined(sets, FixedBitSet::and));
    }

    @Override
    public FixedBitSet union(List<FixedBitSet> sets) {
        List<FixedBitSet> found = sets.stream().filter(set -> !isNone(set)).toList();
        return found.isEmpty() ? none() : joined(found, FixedBitSet::or);
    }

    @Override
    public FixedBitSet andNot(FixedBitSet set, FixedBitSet other) {
        return isNone(set) || isNone(other) ? set : bits.orNone(joined(List.of(set, other), FixedBitSet::andNot));
    }

    /** Compares instances, which is fast: most sets of context are {@link #none()}. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isNone(FixedBitSet set) {
        return set == none();
    }

    private boolean anyEmpty(List<FixedBitSet> sets) {
        for (FixedBitSet set : sets) {
            if (isNone(set)) {
                return true;
            }
        }
        return false;
    }

    /** Clones only the first set, however many sets there are. */
    static FixedBitSet joined(List<FixedBitSet> sets, BiConsumer<FixedBitSet, FixedBitSet> join) {
        if (sets.size() == 1) {
            return sets.getFirst();
        }
        FixedBitSet joined = sets.getFirst().clone();
        sets.stream().skip(1).forEach(set -> join.accept(joined, set));
        return joined;
    }

    @Override
    public FixedBitSet sameCase(List<FixedBitSet> sets) {
        if (anyEmpty(sets)) {
            return none();
        }
        FixedBitSet cases = bits.cases().clone();
        sets.forEach(set -> cases.and(casesOf(set)));
        FixedBitSet found = bits.empty();
        for (int doc = next(cases, 0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(cases, doc + 1)) {
            int previous = doc == 0 ? -1 : bits.cases().prevSetBit(doc - 1);
            found.set(previous + 1, doc);
        }
        found.and(bits.sections());
        return bits.orNone(found);
    }

    /** The first section of a case follows the document of the case before; deleted documents may be between them. */
    @Override
    public FixedBitSet firstSections(FixedBitSet set) {
        if (isNone(set)) {
            return set;
        }
        FixedBitSet found = bits.empty();
        int doc = next(set, 0);
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            int previousCase = doc == 0 ? -1 : bits.cases().prevSetBit(doc - 1);
            found.set(bits.sections().nextSetBit(previousCase + 1));
            doc = next(set, bits.cases().nextSetBit(doc) + 1);
        }
        return found;
    }

    private FixedBitSet casesOf(FixedBitSet sections) {
        FixedBitSet found = bits.empty();
        int doc = next(sections, 0);
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            int caseDoc = bits.cases().nextSetBit(doc);
            found.set(caseDoc);
            doc = next(sections, caseDoc + 1);
        }
        return found;
    }

    /** The first document of {@code set} from {@code from} on, or {@link DocIdSetIterator#NO_MORE_DOCS}. */
    static int next(FixedBitSet set, int from) {
        return from < set.length() ? set.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public long size(FixedBitSet set) {
        return set.cardinality();
    }

    @Override
    public boolean intersects(FixedBitSet set, FixedBitSet other) {
        return set.intersects(other);
    }

    @Override
    public Query query(FixedBitSet set) {
        return new BitSetQuery(set);
    }

    @Override
    public long count(Query query) throws IOException {
        return searcher.count(query);
    }

    @Override
    public long docCount() {
        return searcher.getIndexReader().numDocs();
    }

    /** Stops at the first match. Weights are kept for the next call, which usually shares a query. */
    @Override
    public boolean matchesAny(List<Query> queries) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            List<DocIdSetIterator> iterators = new ArrayList<>();
            for (Query query : queries) {
                Scorer scorer = weight(query).scorer(leaf);
                iterators.add(scorer == null ? DocIdSetIterator.empty() : scorer.iterator());
            }
            DocIdSetIterator docs =
                    iterators.size() == 1 ? iterators.getFirst() : ConjunctionUtils.intersectIterators(iterators);
            if (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                return true;
            }
        }
        return false;
    }

    private Weight weight(Query query) throws IOException {
        Weight weight = weights.get(query);
        if (weight == null) {
            weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            weights.put(query, weight);
        }
        return weight;
    }

    @Override
    public double score(Query query, BackendHit section) throws IOException {
        Explanation explanation = searcher.explain(query, section.doc());
        return explanation.isMatch() ? explanation.getValue().doubleValue() : 0;
    }

    @Override
    public List<BackendHit> topDocs(Query query, Sort sort, int limit) throws IOException {
        var manager = new TopFieldCollectorManager(sort, limit, null, limit);
        return hits(List.of(searcher.search(query, manager).scoreDocs));
    }

    /** Converts {@code docs}, whose sort fields include the case ID. */
    static List<BackendHit> hits(List<ScoreDoc> docs) {
        return docs.stream()
                .map(doc -> new BackendHit(doc.doc, HitSorts.scoreOf(doc), HitSorts.caseIdOf(doc), null))
                .toList();
    }
}
