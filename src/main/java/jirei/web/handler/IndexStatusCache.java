package jirei.web.handler;

import java.io.IOException;
import jirei.search.EngineReference.Task;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import org.jspecify.annotations.Nullable;

/**
 * Caches a value that is computed from all cases, until the status of the index changes. Thread-safe: concurrent requests
 * may compute the value twice.
 *
 * @param <T> the type of the value
 */
final class IndexStatusCache<T> {
    private final Task<T, RuntimeException> computation;
    private volatile @Nullable Entry<T> entry;

    IndexStatusCache(Task<T, RuntimeException> computation) {
        this.computation = computation;
    }

    /** Returns the value for the current status of {@code engine}. */
    T get(SearchEngine engine) throws IOException {
        IndexStatus status = engine.status();
        Entry<T> cached = entry;
        if (cached == null || !cached.status().equals(status)) {
            cached = new Entry<>(status, computation.run(engine));
            entry = cached;
        }
        return cached.value();
    }

    private record Entry<T>(IndexStatus status, T value) {}
}
