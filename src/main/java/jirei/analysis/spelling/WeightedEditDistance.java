package jirei.analysis.spelling;

import jirei.analysis.Kana;

/**
 * Weighted Damerau-Levenshtein distance (optimal string alignment; Damerau, A technique for computer detection and
 * correction of spelling errors, Communications of the ACM 7(3), 1964). Likely typos cost less: kana that sound alike,
 * kanji that sound or look alike, repeated characters and transpositions. Stateless.
 */
public final class WeightedEditDistance {
    private static final float SAME_SOUND = 0.1f;
    private static final float ELIDABLE = 0.3f;
    private static final float VOICING = 0.4f;
    private static final float SIMILAR_KANJI = 0.5f;
    private static final float REPEATED = 0.5f;
    private static final float TRANSPOSED = 0.6f;
    private static final float DEFAULT = 1;
    /**
     * A different kanji, or an additional character at either end, usually makes a different word rather than a typo.
     */
    private static final float OTHER_WORD = 1.2f;

    private final String typed;
    private final String intended;

    private WeightedEditDistance(String typed, String intended) {
        this.typed = typed;
        this.intended = intended;
    }

    /**
     * Returns the distance of two words with width and case folded: 0 if they are equal, about 1 per edited character.
     * Hiragana and katakana are not distinguished. Symmetric. Takes time and space proportional to the product of the
     * lengths.
     */
    public static float cost(String typed, String intended) {
        return new WeightedEditDistance(Kana.toKatakana(typed), Kana.toKatakana(intended)).cost();
    }

    /** Returns a reading as katakana without its easily mistyped features, a key for words that may be confused. */
    public static String skeleton(String kana) {
        return KanaConfusions.skeleton(Kana.toKatakana(kana));
    }

    private float cost() {
        float[][] costs = new float[typed.length() + 1][intended.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= intended.length(); j++) {
                costs[i][j] = i + j == 0 ? 0 : minCost(costs, i, j);
            }
        }
        return costs[typed.length()][intended.length()];
    }

    private float minCost(float[][] costs, int i, int j) {
        float min = Float.MAX_VALUE;
        if (i > 0) {
            min = costs[i - 1][j] + insertionCost(typed, i - 1);
        }
        if (j > 0) {
            min = Math.min(min, costs[i][j - 1] + insertionCost(intended, j - 1));
        }
        if (i > 0 && j > 0) {
            min = Math.min(min, costs[i - 1][j - 1] + substitutionCost(i - 1, j - 1));
        }
        if (i > 1 && j > 1 && isTransposed(i, j)) {
            min = Math.min(min, costs[i - 2][j - 2] + TRANSPOSED);
        }
        return min;
    }

    private boolean isTransposed(int i, int j) {
        return typed.charAt(i - 1) == intended.charAt(j - 2)
                && typed.charAt(i - 2) == intended.charAt(j - 1)
                && typed.charAt(i - 1) != typed.charAt(i - 2);
    }

    /** Returns the cost of inserting or deleting the character at {@code index}. */
    private static float insertionCost(String word, int index) {
        if (Kana.isKana(word.substring(index, index + 1)) && KanaConfusions.isElidable(word, index)) {
            return ELIDABLE;
        }
        if (index > 0 && word.charAt(index - 1) == word.charAt(index)) {
            return REPEATED;
        }
        return index == 0 || index == word.length() - 1 ? OTHER_WORD : DEFAULT;
    }

    private float substitutionCost(int i, int j) {
        char a = typed.charAt(i);
        char b = intended.charAt(j);
        if (a == b) {
            return 0;
        }
        if (Kana.isKanji(a) && Kana.isKanji(b)) {
            return KanjiConfusions.soundAlike(a, b) || KanjiConfusions.lookAlike(a, b) ? SIMILAR_KANJI : OTHER_WORD;
        }
        if (Kana.isKanji(a) || Kana.isKanji(b)) {
            return OTHER_WORD;
        }
        if (KanaConfusions.haveSameSound(a, b)
                || (KanaConfusions.isProlongation(typed, i) && KanaConfusions.isProlongation(intended, j))) {
            return SAME_SOUND;
        }
        return KanaConfusions.differInVoicing(a, b) ? VOICING : DEFAULT;
    }
}
