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
public final class SlicedIndexSearcher extends IndexSearcher {
    /** In documents: a smaller part is searched sooner than it is handed over. */
    private static final int LEAST = 100_000;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /** Shared by all that search: whoever asks works too, so that nobody waits for a thread. */
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            PROCESSORS, Thread.ofPlatform().daemon().name("search-", 0).factory());

    private final int most;

    /** Searches {@code reader}. */
    public SlicedIndexSearcher(IndexReader reader) {
        this(reader, Math.max(LEAST, Math.ceilDiv(reader.maxDoc(), PROCESSORS)));
    }

    /** @param most documents in a part */
    SlicedIndexSearcher(IndexReader reader, int most) {
        super(reader, THREADS);
        this.most = most;
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
        return slices(leaves, most, Integer.MAX_VALUE, true);
    }
}
