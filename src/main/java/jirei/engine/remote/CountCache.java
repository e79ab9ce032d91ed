package jirei.engine.remote;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** The counts that are known of one state of an index, as many as are often asked for. */
final class CountCache {
    private static final int MAX_ENTRIES = 10_000;

    @SuppressWarnings("serial") // is never written
    private final Map<Query, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Query, Long> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    /** How many documents {@code query} matches; null if that isn't known. */
    synchronized @Nullable Long of(Query query) {
        return known.get(query);
    }

    synchronized void put(Query query, long count) {
        known.put(query, count);
    }
}
