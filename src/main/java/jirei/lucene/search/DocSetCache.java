package jirei.lucene.search;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Caches the document sets of recent queries over one index snapshot, since many users search for the same words.
 * Evicts the least recently used sets. Thread-safe.
 */
final class DocSetCache {
    /** The cache takes this fraction of the heap; a set takes 122 KB for a million sections. */
    private static final int HEAP_DIVISOR = 16;

    private static final int MAX_ENTRIES = 2_000;
    /** A longer query is rarely repeated, and the query itself takes memory. */
    private static final int MAX_TERMS = 40;

    private final Map<Query, FixedBitSet> sets = new LinkedHashMap<>(16, 0.75f, true);
    private final long maxBytes;
    private long bytes;

    DocSetCache() {
        this(Runtime.getRuntime().maxMemory() / HEAP_DIVISOR);
    }

    /** @param maxBytes the limit for all sets together */
    DocSetCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns the cached set of {@code query}, which must not be changed; null if there is none. */
    synchronized @Nullable FixedBitSet get(Query query) {
        return sets.get(query);
    }

    /**
     * Caches {@code docs}, which must not change any more, and evicts the least recently used sets if the cache is
     * full.
     */
    void put(Query query, FixedBitSet docs) {
        if (terms(query) > MAX_TERMS) {
            return;
        }
        synchronized (this) {
            if (sets.put(query, docs) == null) {
                bytes += size(docs);
            }
            Iterator<FixedBitSet> eldest = sets.values().iterator();
            while (bytes > maxBytes || sets.size() > MAX_ENTRIES) {
                bytes -= size(eldest.next());
                eldest.remove();
            }
        }
    }

    private static long size(FixedBitSet set) {
        return (long) set.getBits().length * Long.BYTES;
    }

    private static int terms(Query query) {
        var terms = new AtomicInteger();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query leaf, Term... docs) {
                terms.addAndGet(docs.length);
            }
        });
        return terms.get();
    }
}
