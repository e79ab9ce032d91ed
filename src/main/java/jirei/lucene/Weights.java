package jirei.lucene;

import jirei.lucene.TextField.Part;

/**
 * How much each way of matching counts in the sum of BM25 scores.
 *
 * @param heading a word in the heading, against 1 in the text
 * @param context a word in what the section stands in, against 1 in the text
 * @param bigrams a pair of characters, against 1 for a word
 * @param exact the very characters in a row, against 1 for a word
 */
record Weights(float heading, float context, float bigrams, float exact) {
    /** Found by measurement: see the decision note on ranking. */
    static final Weights MEASURED = new Weights(1.5f, 0.3f, 0.5f, 0.5f);

    float of(Part part) {
        return switch (part) {
            case TEXT, TITLE, PLACE -> 1;
            case HEADING -> heading;
            case CONTEXT -> context;
        };
    }
}
