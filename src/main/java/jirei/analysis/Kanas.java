package jirei.analysis;

/** How kana sound, whatever their script and size. */
public final class Kanas {
    private static final String SMALL = "ァィゥェォッャュョヮヵヶヂヅヲ";
    private static final String PLAIN = "アイウエオツヤユヨワカケジズオ";

    private Kanas() {}

    /** {@code c} as a full-size katakana, ヂ as ジ and ヅ as ズ; anything but kana as it is. */
    static char sound(char c) {
        char katakana = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 'ァ' - 'ぁ') : c;
        int small = SMALL.indexOf(katakana);
        return small >= 0 ? PLAIN.charAt(small) : katakana;
    }

    /** Whether {@code text} is nothing but kana and prolonged sound marks, and not empty. */
    public static boolean isKana(CharSequence text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ヺ') || c == 'ー');
    }

    /** Whether {@code c} is a hiragana. */
    public static boolean isHiragana(int c) {
        return c >= 'ぁ' && c <= 'ゖ';
    }

    /** {@code text} with its hiragana as katakana. */
    public static String katakana(String text) {
        var katakana = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isHiragana(text.charAt(i))) {
                katakana.setCharAt(i, (char) (text.charAt(i) + 'ァ' - 'ぁ'));
            }
        }
        return katakana.toString();
    }

    /** Whether {@code c} is a kanji. */
    static boolean isKanji(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && c != '々';
    }
}
