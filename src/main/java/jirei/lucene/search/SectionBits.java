package jirei.lucene.search;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jirei.engine.schema.SchemaQueries;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSearcher.LeafReaderContextPartition;
import org.apache.lucene.search.IndexSearcher.LeafSlice;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Evaluates queries to bit sets over all documents of one index and caches them. The document of a case follows those
 * of its sections. Thread-safe; the returned bit sets must not be changed.
 */
final class SectionBits {
    private final IndexSearcher searcher;
    private final FixedBitSet sections;
    private final FixedBitSet cases;
    private final FixedBitSet none;
    private final DocSetCache cache = new DocSetCache();

    /** Creates an evaluator using the slices and the executor of {@code searcher}. */
    SectionBits(IndexSearcher searcher) throws IOException {
        this.searcher = searcher;
        this.sections = evaluate(SchemaQueries.allSections());
        this.cases = evaluate(SchemaQueries.allCases());
        this.none = empty();
    }

    /** Returns all section documents. */
    FixedBitSet sections() {
        return sections;
    }

    /** Returns all case documents. */
    FixedBitSet cases() {
        return cases;
    }

    /** Returns a new empty set of the size of the index. */
    FixedBitSet empty() {
        return new FixedBitSet(sections.length());
    }

    /** Returns the empty set, always the same instance. */
    FixedBitSet none() {
        return none;
    }

    /** Returns {@code set}, or {@link #none()} if it is empty. */
    FixedBitSet orNone(FixedBitSet set) {
        return set.scanIsEmpty() ? none : set;
    }

    /** Returns the documents that {@code query} matches; {@link #none()} if there are none. */
    FixedBitSet matching(Query query) throws IOException {
        FixedBitSet found = cache.get(query, sections.length());
        if (found == null) {
            found = evaluate(query);
            cache.put(query, found);
        }
        return orNone(found);
    }

    private FixedBitSet evaluate(Query query) throws IOException {
        Weight weight = searcher.rewrite(query).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
        int size = Math.max(1, searcher.getIndexReader().maxDoc());
        List<Callable<FixedBitSet>> tasks = Stream.of(searcher.getSlices())
                .<Callable<FixedBitSet>>map(slice -> () -> evaluate(weight, slice, size))
                .toList();
        List<FixedBitSet> found = searcher.getTaskExecutor().invokeAll(tasks);
        if (found.isEmpty()) {
            return new FixedBitSet(size);
        }
        found.stream().skip(1).forEach(found.getFirst()::or);
        return found.getFirst();
    }

    private static FixedBitSet evaluate(Weight weight, LeafSlice slice, int size) throws IOException {
        var found = new FixedBitSet(size);
        for (LeafReaderContextPartition partition : slice.partitions) {
            Scorer scorer = weight.scorer(partition.ctx);
            if (scorer != null) {
                collect(scorer, partition, found);
            }
        }
        return found;
    }

    private static void collect(Scorer scorer, LeafReaderContextPartition partition, FixedBitSet found)
            throws IOException {
        LeafReaderContext leaf = partition.ctx;
        TwoPhaseIterator exact = scorer.twoPhaseIterator();
        DocIdSetIterator docs = exact == null ? scorer.iterator() : exact.approximation();
        Bits live = leaf.reader().getLiveDocs();
        int doc = docs.advance(partition.minDocId);
        if (exact == null && live == null) {
            if (doc < partition.maxDocId) {
                docs.intoBitSet(partition.maxDocId, found, -leaf.docBase);
            }
            return;
        }
        for (; doc < partition.maxDocId; doc = docs.nextDoc()) {
            if ((live == null || live.get(doc)) && (exact == null || exact.matches())) {
                found.set(leaf.docBase + doc);
            }
        }
    }
}
