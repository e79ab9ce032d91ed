package jirei.analysis.spelling;

import jirei.analysis.Kana;

/** How kana are mistyped: what is hard to hear is easily added, left out or taken for something else. */
final class KanaConfusions {
    private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";
    private static final String UNVOICED = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウ";
    /** The kana that end in each vowel, full size. */
    private static final String[] ENDINGS = {
        "アカサタナハマヤラワガザダバパ", "イキシチニヒミリヰギジビピ", "ウクスツヌフムユルグズブプヴ", "エケセテネヘメレヱゲゼデベペ", "オコソトノホモヨロゴゾドボポ"
    };
    /** The vowels that each vowel may be prolonged by, in the order of {@link #ENDINGS}. */
    private static final String[] PROLONGING = {"ア", "イ", "ウ", "エイ", "オウ"};

    private KanaConfusions() {}

    /**
     * What is left of {@code katakana} when all is taken away that is easily mistyped: prolonged vowels, small ツ, the size of kana
     * and the marks of voiced sounds.
     */
    static String skeleton(String katakana) {
        var skeleton = new StringBuilder(katakana.length());
        for (int i = 0; i < katakana.length(); i++) {
            if (!isFaint(katakana, i)) {
                skeleton.append(unvoiced(Kana.phoneticKey(katakana.charAt(i))));
            }
        }
        return skeleton.toString();
    }

    /** Whether the kana at {@code at} is hardly heard: it prolongs the one before it, or is a small ツ. */
    static boolean isFaint(CharSequence katakana, int at) {
        return katakana.charAt(at) == 'ッ' || isProlonged(katakana, at);
    }

    /** Whether the kana at {@code at} does no more than prolong the one before it. */
    static boolean isProlonged(CharSequence katakana, int at) {
        char c = katakana.charAt(at);
        if (at == 0 || c == 'ー') {
            return c == 'ー';
        }
        char before = Kana.phoneticKey(katakana.charAt(at - 1));
        for (int vowel = 0; vowel < ENDINGS.length; vowel++) {
            if (ENDINGS[vowel].indexOf(before) >= 0) {
                return PROLONGING[vowel].indexOf(Kana.phoneticKey(c)) >= 0;
            }
        }
        return false;
    }

    /** Whether {@code a} and {@code b} are one kana in two sizes, scripts or spellings: ヤ and ャ, ズ and ヅ. */
    static boolean soundTheSame(char a, char b) {
        return Kana.phoneticKey(a) == Kana.phoneticKey(b);
    }

    /** Whether {@code a} and {@code b} differ in no more than the marks of a voiced sound: ハ, バ and パ. */
    static boolean differInVoice(char a, char b) {
        return unvoiced(Kana.phoneticKey(a)) == unvoiced(Kana.phoneticKey(b));
    }

    private static char unvoiced(char katakana) {
        int voiced = VOICED.indexOf(katakana);
        return voiced >= 0 ? UNVOICED.charAt(voiced) : katakana;
    }
}
