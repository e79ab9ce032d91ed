package jirei.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import jirei.query.ExpansionOptions;
import jirei.query.SearchRequest;
import org.apache.lucene.util.IOSupplier;

/**
 * Caches the resolved queries that are most often and most recently used over one snapshot of an index. Filtering,
 * sorting and paging send the same query again, a single page may send it several times, and many users search for the
 * same words. Thread-safe.
 *
 * @param <S> the doc set type
 */
final class ResolvedQueryCache<S> {
    /** The cache takes about this fraction of the heap. */
    private static final int HEAP_DIVISOR = 32;
    /** A resolved query refers to about this many bit sets, which take a byte a section. */
    private static final int SETS = 8;

    private static final int MIN_ENTRIES = 16;
    private static final int MAX_ENTRIES = 512;

    private final Cache<Key, ResolvedQuery<S>> cache;

    ResolvedQueryCache(int maxEntries) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(maxEntries)
                .executor(Runnable::run)
                .build();
    }

    /** Creates a cache for an index of {@code sections}. */
    static <S> ResolvedQueryCache<S> forSections(long sections) {
        long bytes = Math.max(1, sections * SETS / Byte.SIZE);
        return new ResolvedQueryCache<>(
                Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_DIVISOR / bytes, MIN_ENTRIES, MAX_ENTRIES));
    }

    private record Key(String query, ExpansionOptions options) {}

    /**
     * Returns the cached query of {@code request}, or resolves it by {@code resolver}. Filters, sort order and page are
     * not part of the key.
     */
    ResolvedQuery<S> get(SearchRequest request, IOSupplier<ResolvedQuery<S>> resolver) throws IOException {
        var key = new Key(request.query().text(), request.expansionOptions());
        ResolvedQuery<S> resolved = cache.getIfPresent(key);
        if (resolved == null) {
            resolved = resolver.get();
            cache.put(key, resolved);
        }
        return resolved;
    }
}
