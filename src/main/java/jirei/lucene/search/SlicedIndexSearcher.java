package jirei.lucene.search;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * Searches a large index in slices, one for each processor, so that a single search uses all of them. A case and its
 * sections may be in different slices, so it only serves queries and collectors that treat documents independently.
 * Thread-safe.
 */
final class SlicedIndexSearcher extends IndexSearcher {
    /** In documents; a smaller slice is searched faster than it is handed to another thread. */
    private static final int MIN_DOCS_PER_SLICE = 100_000;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /** Shared by all searches; the caller runs tasks too, so a full pool cannot block a search. */
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            PROCESSORS, Thread.ofPlatform().daemon().name("search-", 0).factory());

    private final int maxDocsPerSlice;

    /** Searches {@code reader} with slices sized for the available processors. */
    SlicedIndexSearcher(IndexReader reader) {
        this(reader, Math.max(MIN_DOCS_PER_SLICE, Math.ceilDiv(reader.maxDoc(), PROCESSORS)));
    }

    /** @param limit maximum number of documents in a slice */
    SlicedIndexSearcher(IndexReader reader, int limit) {
        super(reader, THREADS);
        this.maxDocsPerSlice = limit;
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
        return slices(leaves, maxDocsPerSlice, Integer.MAX_VALUE, true);
    }
}
