package jirei.analysis.spelling;

import jirei.analysis.Kana;

/**
 * How likely it is that somebody wrote one word and meant another: the distance of Damerau and Levenshtein (Damerau, A technique for
 * computer detection and correction of spelling errors, Communications of the ACM 7(3), 1964), in which what is easily mistaken
 * costs less: kana that sound alike, kanji that sound or look alike, a character typed twice, two characters in the wrong order.
 */
public final class WeightedEditDistance {
    private static final float SAME_SOUND = 0.1f;
    private static final float FAINT = 0.3f;
    private static final float VOICE = 0.4f;
    private static final float ALIKE = 0.5f;
    private static final float TWICE = 0.5f;
    private static final float SWAPPED = 0.6f;
    private static final float ANY = 1;
    /** Other kanji make another word, and a word that goes on is another word, more often than they are slips. */
    private static final float OTHER_WORD = 1.2f;

    private final String typed;
    private final String meant;

    private WeightedEditDistance(String typed, String meant) {
        this.typed = typed;
        this.meant = meant;
    }

    /** The cost of {@code typed} where {@code meant} was meant, both folded; 0 where they are the same, about 1 a character. */
    public static float cost(String typed, String meant) {
        return new WeightedEditDistance(Kana.toKatakana(typed), Kana.toKatakana(meant)).cost();
    }

    /** What is left of a reading when all is taken away that is easily mistyped. */
    public static String skeleton(String kana) {
        return KanaConfusions.skeleton(Kana.toKatakana(kana));
    }

    private float cost() {
        float[][] costs = new float[typed.length() + 1][meant.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                costs[i][j] = i + j == 0 ? 0 : cheapest(costs, i, j);
            }
        }
        return costs[typed.length()][meant.length()];
    }

    private float cheapest(float[][] costs, int i, int j) {
        float min = Float.MAX_VALUE;
        if (i > 0) {
            min = costs[i - 1][j] + single(typed, i - 1);
        }
        if (j > 0) {
            min = Math.min(min, costs[i][j - 1] + single(meant, j - 1));
        }
        if (i > 0 && j > 0) {
            min = Math.min(min, costs[i - 1][j - 1] + replaced(i - 1, j - 1));
        }
        if (i > 1 && j > 1 && isSwapped(i, j)) {
            min = Math.min(min, costs[i - 2][j - 2] + SWAPPED);
        }
        return min;
    }

    private boolean isSwapped(int i, int j) {
        return typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1)
                && typed.charAt(i - 1) != typed.charAt(i - 2);
    }

    /** A character that only one of the words has. */
    private static float single(String word, int at) {
        if (Kana.isKana(word.substring(at, at + 1)) && KanaConfusions.isFaint(word, at)) {
            return FAINT;
        }
        if (at > 0 && word.charAt(at - 1) == word.charAt(at)) {
            return TWICE;
        }
        return at == 0 || at == word.length() - 1 ? OTHER_WORD : ANY;
    }

    private float replaced(int i, int j) {
        char a = typed.charAt(i);
        char b = meant.charAt(j);
        if (a == b) {
            return 0;
        }
        if (Kana.isKanji(a) && Kana.isKanji(b)) {
            return KanjiConfusions.soundAlike(a, b) || KanjiConfusions.lookAlike(a, b) ? ALIKE : OTHER_WORD;
        }
        if (Kana.isKanji(a) || Kana.isKanji(b)) {
            return OTHER_WORD;
        }
        if (KanaConfusions.soundTheSame(a, b)
                || (KanaConfusions.isProlonged(typed, i) && KanaConfusions.isProlonged(meant, j))) {
            return SAME_SOUND;
        }
        return KanaConfusions.differInVoice(a, b) ? VOICE : ANY;
    }
}
