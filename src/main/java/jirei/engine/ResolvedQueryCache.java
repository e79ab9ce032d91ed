package jirei.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import jirei.query.ExpansionOptions;
import jirei.query.SearchRequest;
import org.apache.lucene.util.IOSupplier;

/**
 * Caches the most recently resolved queries over one snapshot of an index. Filtering, sorting and paging send the same
 * query again, and a single page may send it several times. Thread-safe.
 *
 * @param <S> the doc set type
 */
final class ResolvedQueryCache<S> {
    private static final int MAX_ENTRIES = 16;

    private final Cache<Key, ResolvedQuery<S>> cache = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .executor(Runnable::run)
            .build();

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
