package jirei.lucene;

import jirei.lucene.TextField.Part;

/**
 * How much each way of matching counts in the sum of BM25 scores.
 *
 * @param heading a word in the heading, against 1 in the text
 * @param context a word in what the section stands in, against 1 in the text
 * @param whole a whole compound as the dictionary has it, against 1 for a word
 * @param bigrams a pair of characters, against 1 for a word
 * @param readings a pair of kana as read, against 1 for a word
 * @param exact the very characters in a row, against 1 for a word
 * @param synonym a synonym, against 1 for the word typed
 */
record Weights(float heading, float context, float whole, float bigrams, float readings, float exact, float synonym) {
    /** Found by measurement: see the decision note on ranking. */
    static final Weights MEASURED = new Weights(1.5f, 0.3f, 0.3f, 0.4f, 0.6f, 0.5f, 0.5f);

    /** The k1 of BM25: sections are short, so a second occurrence says little. */
    static final float SATURATION = 0.5f;
    /** The b of BM25. */
    static final float LENGTH = 0.8f;

    /** The weight of a part. */
    float of(Part part) {
        return switch (part) {
            case TEXT, TITLE, PLACE -> 1;
            case HEADING -> heading;
            case CONTEXT -> context;
        };
    }
}
