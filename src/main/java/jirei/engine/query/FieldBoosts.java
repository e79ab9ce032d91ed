package jirei.engine.query;

import jirei.engine.schema.AnalyzedField.Source;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * The boosts of scoring clauses, relative to 1 for a term in heading or text. Immutable.
 *
 * @param heading a term in the heading, in addition to its score in heading and text
 * @param headingPhrase a phrase in the heading, relative to one in the text
 * @param context a term in the context of the section
 * @param normalMode a whole compound as segmented in normal mode
 * @param bigram a character bigram
 * @param reading a kana bigram of the reading, if the word has kanji; doubled if it is typed in hiragana
 * @param exact the exact characters as a phrase
 * @param synonym a synonym of a unit
 * @param presence each unit that occurs in any expansion: a constant score, where the others are BM25
 * @param proximity two adjacent query words that occur near each other in the text
 */
public record FieldBoosts(
        float heading,
        float headingPhrase,
        float context,
        float normalMode,
        float bigram,
        float reading,
        float exact,
        float synonym,
        float presence,
        float proximity) {
    /** Tuned with the topics in {@code src/test/resources/evaluate}; see ranking.md. */
    public static final FieldBoosts TUNED = new FieldBoosts(0.3f, 0.6f, 0.4f, 0.3f, 0.4f, 0.4f, 1.5f, 0.5f, 1.5f, 0.2f);

    /** The k1 of BM25: sections are short, so repeated occurrences add little. */
    private static final float K1 = 0.5f;
    /** The b of BM25. */
    private static final float B = 0.8f;

    /** Returns the similarity used at index time and at query time. */
    public static BM25Similarity similarity() {
        return new BM25Similarity(K1, B);
    }

    /** The boost of a term in {@code source}. */
    float term(Source source) {
        return switch (source) {
            case BODY, TEXT, TITLE, PLACE -> 1;
            case HEADING -> heading;
            case CONTEXT -> context;
        };
    }

    /** The boost of a phrase in {@code source}. */
    float phrase(Source source) {
        return source == Source.HEADING ? headingPhrase : term(source);
    }
}
