package jirei.lucene.search;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * Searches a large index in parts, one for each processor, so that a single search isn't left to one of them. A case and its sections
 * may be in two parts: only for what looks at each document alone.
 */
final class SlicedIndexSearcher extends IndexSearcher {
    /** In documents: a smaller part is searched sooner than it is handed over. */
    private static final int MIN_DOCS_PER_SLICE = 100_000;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /** Shared by all that search: whoever asks works too, so that nobody waits for a thread. */
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            PROCESSORS, Thread.ofPlatform().daemon().name("search-", 0).factory());

    private final int most;

    /** Searches {@code reader}. */
    SlicedIndexSearcher(IndexReader reader) {
        this(reader, Math.max(MIN_DOCS_PER_SLICE, Math.ceilDiv(reader.maxDoc(), PROCESSORS)));
    }

    /** @param limit documents in a part */
    SlicedIndexSearcher(IndexReader reader, int limit) {
        super(reader, THREADS);
        this.most = limit;
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
        return slices(leaves, most, Integer.MAX_VALUE, true);
    }
}
