package jirei.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class DocSetCacheTest {
    private static final int SECTIONS = 640; // 80 bytes per set

    private final DocSetCache cache = new DocSetCache(2 * SECTIONS / Byte.SIZE);

    @Test
    void evictsTheLeastRecentlyUsedSet() {
        cache.put(word("往診"), new FixedBitSet(SECTIONS));
        cache.put(word("看護"), new FixedBitSet(SECTIONS));
        cache.get(word("往診"));

        cache.put(word("栄養"), new FixedBitSet(SECTIONS));

        assertThat(cache.get(word("往診"))).isNotNull();
        assertThat(cache.get(word("看護"))).isNull();
        assertThat(cache.get(word("栄養"))).isNotNull();
    }

    @Test
    void doesNotKeepASetLargerThanTheCache() {
        cache.put(word("往診"), new FixedBitSet(3 * SECTIONS));

        assertThat(cache.get(word("往診"))).isNull();
    }

    @Test
    void replacingASetUsesNoMoreMemory() {
        cache.put(word("往診"), new FixedBitSet(SECTIONS));
        cache.put(word("看護"), new FixedBitSet(SECTIONS));
        cache.put(word("看護"), new FixedBitSet(SECTIONS));

        assertThat(cache.get(word("往診"))).isNotNull();
    }

    private static Query word(String word) {
        return new TermQuery(new Term("words", word));
    }
}
