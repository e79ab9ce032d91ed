package jirei.lucene;

import jirei.lucene.TextField.Part;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

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
    static final Weights MEASURED = parse();
    static Weights parse() { String[] p = System.getProperty("w", "1.5,0.3,0.3,0.4,0.6,0.5,0.5").split(","); float[] f = new float[7]; for (int i = 0; i < 7; i++) f[i] = Float.parseFloat(p[i]); return new Weights(f[0],f[1],f[2],f[3],f[4],f[5],f[6]); }

    /** The k1 of BM25: sections are short, so a second occurrence says little. */
    static final float ENOUGH_OF_SENTENCE = Float.parseFloat(System.getProperty("enough", "0.5"));
    static final float ENOUGH = Float.parseFloat(System.getProperty("fall", "0.2")); static final float RARE = Float.parseFloat(System.getProperty("rare", "1"));
    private static final float SATURATION = 0.5f;
    /** The b of BM25. */
    private static final float LENGTH = 0.8f;

    /** How terms are weighed, at index time and at query time alike. */
    static Similarity similarity() {
        return new BM25Similarity(SATURATION, LENGTH);
    }

    /** The weight of a part. */
    float of(Part part) {
        return switch (part) {
            case TEXT, TITLE, PLACE -> 1;
            case HEADING -> heading;
            case CONTEXT -> context;
        };
    }
}
