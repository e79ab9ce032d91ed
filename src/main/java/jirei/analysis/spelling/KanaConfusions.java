package jirei.analysis.spelling;

import jirei.analysis.Kana;

/**
 * Confusion sets of kana: sounds that are hard to distinguish are easily inserted, omitted or substituted. Stateless.
 */
final class KanaConfusions {
    private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";
    private static final String UNVOICED = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウ";
    /** The full-size kana by final vowel. */
    private static final String[] BY_VOWEL = {
        "アカサタナハマヤラワガザダバパ", "イキシチニヒミリヰギジビピ", "ウクスツヌフムユルグズブプヴ", "エケセテネヘメレヱゲゼデベペ", "オコソトノホモヨロゴゾドボポ"
    };
    /** The kana that may prolong each vowel, in the order of {@link #BY_VOWEL}. */
    private static final String[] PROLONGATIONS = {"ア", "イ", "ウ", "エイ", "オウ"};

    private KanaConfusions() {}

    /**
     * Returns {@code katakana} without its easily mistyped features: prolonged vowels, small ツ, the size of kana and
     * voicing marks.
     */
    static String skeleton(String katakana) {
        var skeleton = new StringBuilder(katakana.length());
        for (int i = 0; i < katakana.length(); i++) {
            if (!isElidable(katakana, i)) {
                skeleton.append(unvoiced(Kana.phoneticKey(katakana.charAt(i))));
            }
        }
        return skeleton.toString();
    }

    /** Returns whether the kana at {@code index} is hardly audible: a prolongation or a small ツ. */
    static boolean isElidable(CharSequence katakana, int index) {
        return katakana.charAt(index) == 'ッ' || isProlongation(katakana, index);
    }

    /** Returns whether the kana at {@code index} only prolongs the vowel before it. */
    static boolean isProlongation(CharSequence katakana, int index) {
        char c = katakana.charAt(index);
        if (index == 0 || c == 'ー') {
            return c == 'ー';
        }
        char previous = Kana.phoneticKey(katakana.charAt(index - 1));
        for (int vowel = 0; vowel < BY_VOWEL.length; vowel++) {
            if (BY_VOWEL[vowel].indexOf(previous) >= 0) {
                return PROLONGATIONS[vowel].indexOf(Kana.phoneticKey(c)) >= 0;
            }
        }
        return false;
    }

    /** Returns whether {@code a} and {@code b} differ only in size, script or spelling, e.g. ヤ and ャ, ズ and ヅ. */
    static boolean haveSameSound(char a, char b) {
        return Kana.phoneticKey(a) == Kana.phoneticKey(b);
    }

    /** Returns whether {@code a} and {@code b} are equal except for voicing marks, e.g. ハ, バ and パ. */
    static boolean differInVoicing(char a, char b) {
        return unvoiced(Kana.phoneticKey(a)) == unvoiced(Kana.phoneticKey(b));
    }

    private static char unvoiced(char katakana) {
        int voiced = VOICED.indexOf(katakana);
        return voiced >= 0 ? UNVOICED.charAt(voiced) : katakana;
    }
}
