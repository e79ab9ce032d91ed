package jirei.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class DocSetCacheTest {
    private static final int SECTIONS = 64_000;
    private static final int DENSE_BYTES = SECTIONS / Byte.SIZE;

    private final DocSetCache cache = new DocSetCache(5 * DENSE_BYTES / 2);

    @Test
    void returnsDenseAndSparseSetsAsTheyWerePut() throws IOException {
        cache.put(word("往診"), every(2));
        cache.put(word("看護"), every(1_000));
        cache.put(word("栄養"), new FixedBitSet(SECTIONS));

        assertThat(cache.get(word("往診"), SECTIONS)).isEqualTo(every(2));
        assertThat(cache.get(word("看護"), SECTIONS)).isEqualTo(every(1_000));
        assertThat(cache.get(word("栄養"), SECTIONS)).isEqualTo(new FixedBitSet(SECTIONS));
    }

    @Test
    void keepsNoMoreDenseSetsThanFit() throws IOException {
        for (int i = 0; i < 10; i++) {
            cache.put(word("語" + i), every(2));
        }

        assertThat(kept("語", 10)).isLessThanOrEqualTo(2);
    }

    @Test
    void keepsManySparseSets() throws IOException {
        for (int i = 0; i < 10; i++) {
            cache.put(word("語" + i), every(1_000));
        }

        assertThat(kept("語", 10)).isEqualTo(10);
    }

    @Test
    void keepsWhatIsOftenUsed() throws IOException {
        cache.put(word("往診"), every(2));
        cache.put(word("看護"), every(2));
        for (int i = 0; i < 10; i++) {
            cache.get(word("往診"), SECTIONS);
        }

        for (int i = 0; i < 10; i++) {
            cache.put(word("語" + i), every(2));
        }

        assertThat(cache.get(word("往診"), SECTIONS)).isNotNull();
    }

    @Test
    void doesNotKeepASetLargerThanTheCache() throws IOException {
        var large = new FixedBitSet(3 * SECTIONS);
        large.set(0, large.length());

        cache.put(word("往診"), large);

        assertThat(cache.get(word("往診"), 3 * SECTIONS)).isNull();
    }

    private long kept(String prefix, int words) throws IOException {
        long kept = 0;
        for (int i = 0; i < words; i++) {
            kept += cache.get(word(prefix + i), SECTIONS) == null ? 0 : 1;
        }
        return kept;
    }

    private static FixedBitSet every(int step) {
        var set = new FixedBitSet(SECTIONS);
        IntStream.iterate(0, doc -> doc < SECTIONS, doc -> doc + step).forEach(set::set);
        return set;
    }

    private static Query word(String word) {
        return new TermQuery(new Term("words", word));
    }
}
