package jirei.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class DocSetCacheTest {
    private static final int SECTIONS = 640; // 80 bytes a set

    private final DocSetCache sets = new DocSetCache(2 * SECTIONS / Byte.SIZE);

    @Test
    void whatWasNotAskedForLongestMakesRoom() {
        sets.put(word("往診"), new FixedBitSet(SECTIONS));
        sets.put(word("看護"), new FixedBitSet(SECTIONS));
        sets.get(word("往診"));

        sets.put(word("栄養"), new FixedBitSet(SECTIONS));

        assertThat(sets.get(word("往診"))).isNotNull();
        assertThat(sets.get(word("看護"))).isNull();
        assertThat(sets.get(word("栄養"))).isNotNull();
    }

    @Test
    void aSetThatIsLargerThanAllRoomIsNotKept() {
        sets.put(word("往診"), new FixedBitSet(3 * SECTIONS));

        assertThat(sets.get(word("往診"))).isNull();
    }

    @Test
    void theSameSetAgainTakesNoMoreRoom() {
        sets.put(word("往診"), new FixedBitSet(SECTIONS));
        sets.put(word("看護"), new FixedBitSet(SECTIONS));
        sets.put(word("看護"), new FixedBitSet(SECTIONS));

        assertThat(sets.get(word("往診"))).isNotNull();
    }

    private static Query word(String word) {
        return new TermQuery(new Term("words", word));
    }
}
