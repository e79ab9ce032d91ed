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
 * The sets of sections that were asked for last, over one state of an index: many people ask for the same words. For any number of
 * threads.
 */
final class DocSetCache {
    /** Of the heap; at a million sections a set takes 122 KB. */
    private static final int SHARE = 16;

    private static final int MAX_ENTRIES = 2_000;
    /** A longer query isn't asked again, and the query itself takes room. */
    private static final int MAX_TERMS = 40;

    private final Map<Query, FixedBitSet> sets = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostBytes;
    private long bytes;

    DocSetCache() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** @param mostBytes of all sets together */
    DocSetCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What {@code query} matches, if it is known; not to be changed. */
    synchronized @Nullable FixedBitSet get(Query query) {
        return sets.get(query);
    }

    /** Keeps {@code found}, which must not change any more, and drops what hasn't been asked for longest. */
    void put(Query query, FixedBitSet found) {
        if (terms(query) > MAX_TERMS) {
            return;
        }
        synchronized (this) {
            if (sets.put(query, found) == null) {
                bytes += size(found);
            }
            Iterator<FixedBitSet> oldest = sets.values().iterator();
            while (bytes > mostBytes || sets.size() > MAX_ENTRIES) {
                bytes -= size(oldest.next());
                oldest.remove();
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
            public void consumeTerms(Query leaf, Term... found) {
                terms.addAndGet(found.length);
            }
        });
        return terms.get();
    }
}
