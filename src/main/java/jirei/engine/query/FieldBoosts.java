package jirei.engine.query;

import jirei.engine.schema.AnalyzedField.Source;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How much each way of matching counts in the sum of scores, against 1 for a word in the text.
 *
 * @param heading a word in the heading
 * @param context a word in what the section stands in
 * @param normalMode a whole compound as the dictionary has it
 * @param bigram a pair of characters
 * @param reading a pair of kana as read, where the word has kanji; twice that where it is typed in hiragana
 * @param exact the very characters in a row
 * @param synonym a synonym of a piece of the word
 * @param presence each piece of the word that is there at all, in whatever form: a fixed amount, where the others are BM25
 * @param proximity two words that follow each other in the query and stand near each other in the text
 */
public record FieldBoosts(
        float heading,
        float context,
        float normalMode,
        float bigram,
        float reading,
        float exact,
        float synonym,
        float presence,
        float proximity) {
    /** Found by measurement: see the decision note on ranking. */
    public static final FieldBoosts TUNED = new FieldBoosts(0.6f, 0.2f, 0.3f, 0.4f, 0.4f, 1.5f, 0.5f, 2.5f, 0.2f);

    /** The k1 of BM25: sections are short, so a second occurrence says little. */
    private static final float K1 = 0.5f;
    /** The b of BM25. */
    private static final float B = 0.8f;

    /** How terms are weighed, at index time and at query time alike. */
    public static Similarity similarity() {
        return new BM25Similarity(K1, B);
    }

    /** The weight of a part. */
    float of(Source part) {
        return switch (part) {
            case TEXT, TITLE, PLACE -> 1;
            case HEADING -> heading;
            case CONTEXT -> context;
        };
    }
}
