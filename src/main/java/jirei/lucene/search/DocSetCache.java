package jirei.lucene.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.RoaringDocIdSet;
import org.jspecify.annotations.Nullable;

/**
 * Caches the document sets of queries over one index snapshot, since many users search for the same words. Keeps the
 * sets that are most often and most recently used. A sparse set is kept compressed, as in {@code LRUQueryCache}.
 * Thread-safe.
 */
final class DocSetCache {
    /** The cache takes this fraction of the heap; a dense set takes 122 KB for a million sections. */
    private static final int HEAP_DIVISOR = 16;
    /** Sets with fewer documents than this fraction of the index are compressed. */
    private static final int SPARSE_DIVISOR = 100;
    /** What an entry takes beside its set, in bytes; and what each term of its query takes. */
    private static final int ENTRY_BYTES = 256;

    private static final int TERM_BYTES = 128;

    private final Cache<Query, DocIdSet> sets;

    DocSetCache() {
        this(Runtime.getRuntime().maxMemory() / HEAP_DIVISOR);
    }

    /** @param maxBytes the limit for all sets and their queries together */
    DocSetCache(long maxBytes) {
        this.sets = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(DocSetCache::bytes)
                .executor(Runnable::run)
                .build();
    }

    /** Returns the set of {@code query} over {@code maxDoc} documents, which must not be changed; null if not cached. */
    @Nullable
    FixedBitSet get(Query query, int maxDoc) throws IOException {
        DocIdSet cached = sets.getIfPresent(query);
        if (cached == null) {
            return null;
        }
        DocIdSetIterator docs = cached.iterator();
        if (docs == null) {
            return new FixedBitSet(maxDoc); // an empty RoaringDocIdSet
        }
        FixedBitSet dense = BitSetIterator.getFixedBitSetOrNull(docs);
        if (dense != null) {
            return dense;
        }
        var found = new FixedBitSet(maxDoc);
        found.or(docs);
        return found;
    }

    /** Caches {@code docs}, which must not change any more. */
    void put(Query query, FixedBitSet docs) throws IOException {
        int size = docs.cardinality();
        sets.put(query, size < docs.length() / SPARSE_DIVISOR ? compressed(docs, size) : new BitDocIdSet(docs, size));
    }

    private static DocIdSet compressed(FixedBitSet docs, int size) throws IOException {
        return new RoaringDocIdSet.Builder(docs.length())
                .add(new BitSetIterator(docs, size))
                .build();
    }

    private static int bytes(Query query, DocIdSet docs) {
        var terms = new AtomicInteger();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query leaf, Term... of) {
                terms.addAndGet(of.length);
            }
        });
        return Math.toIntExact(docs.ramBytesUsed()) + ENTRY_BYTES + TERM_BYTES * terms.get();
    }
}
