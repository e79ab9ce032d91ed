package jirei.analysis;

/** How kana sound, whatever their script and size. */
public final class Kana {
    private static final String SMALL = "ァィゥェォッャュョヮヵヶヂヅヲ";
    private static final String PLAIN = "アイウエオツヤユヨワカケジズオ";

    private Kana() {}

    /** {@code c} as a full-size katakana, ヂ as ジ and ヅ as ズ; anything but kana as it is. */
    public static char phoneticKey(char c) {
        char katakana = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 'ァ' - 'ぁ') : c;
        int small = SMALL.indexOf(katakana);
        return small >= 0 ? PLAIN.charAt(small) : katakana;
    }

    /** {@code text} with every kana as {@link #phoneticKey}, by which readings are compared. */
    public static String phoneticKey(CharSequence text) {
        var sounds = new StringBuilder(text);
        for (int at = 0; at < sounds.length(); at++) {
            sounds.setCharAt(at, phoneticKey(sounds.charAt(at)));
        }
        return sounds.toString();
    }

    /** {@code text} with hiragana as katakana. */
    static String toKatakana(CharSequence text) {
        var katakana = new StringBuilder(text);
        for (int at = 0; at < katakana.length(); at++) {
            char c = katakana.charAt(at);
            if (isHiragana(c)) {
                katakana.setCharAt(at, (char) (c + 'ァ' - 'ぁ'));
            }
        }
        return katakana.toString();
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
    public static String toKatakana(String text) {
        var katakana = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isHiragana(text.charAt(i))) {
                katakana.setCharAt(i, (char) (text.charAt(i) + 'ァ' - 'ぁ'));
            }
        }
        return katakana.toString();
    }

    /** Whether {@code c} is a kanji. */
    public static boolean isKanji(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && c != '々';
    }
}
