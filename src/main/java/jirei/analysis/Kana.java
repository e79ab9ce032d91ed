package jirei.analysis;

/** Character classes and normalization of kana. Stateless. */
public final class Kana {
    private static final String SMALL = "ァィゥェォッャュョヮヵヶヂヅヲ";
    private static final String FULL_SIZE = "アイウエオツヤユヨワカケジズオ";

    private Kana() {}

    /** Returns {@code c} as a full-size katakana, with ジ for ヂ, ズ for ヅ and オ for ヲ; other characters are unchanged. */
    public static char phoneticKey(char c) {
        char katakana = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 'ァ' - 'ぁ') : c;
        int small = SMALL.indexOf(katakana);
        return small >= 0 ? FULL_SIZE.charAt(small) : katakana;
    }

    /**
     * Returns the phonetic key of {@code text}: each character mapped by {@link #phoneticKey(char)}. Readings are
     * compared by it.
     */
    public static String phoneticKey(CharSequence text) {
        var key = new StringBuilder(text);
        for (int i = 0; i < key.length(); i++) {
            key.setCharAt(i, phoneticKey(key.charAt(i)));
        }
        return key.toString();
    }

    /** Returns whether {@code text} is not empty and consists of kana and prolonged sound marks. */
    public static boolean isKana(CharSequence text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ヺ') || c == 'ー');
    }

    /** Returns whether {@code c} is a hiragana character. */
    public static boolean isHiragana(int c) {
        return c >= 'ぁ' && c <= 'ゖ';
    }

    /** Returns whether {@code c} is a katakana character or the prolonged sound mark. */
    static boolean isKatakana(int c) {
        return (c >= 'ァ' && c <= 'ヺ') || c == 'ー';
    }

    /** Returns {@code text} with hiragana converted to katakana. */
    public static String toKatakana(CharSequence text) {
        var katakana = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isHiragana(text.charAt(i))) {
                katakana.setCharAt(i, (char) (text.charAt(i) + 'ァ' - 'ぁ'));
            }
        }
        return katakana.toString();
    }

    /** Returns {@code text} with katakana converted to hiragana; ヷ, ヸ, ヹ and ヺ have no hiragana. */
    public static String toHiragana(CharSequence text) {
        var hiragana = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'ァ' && c <= 'ヶ') {
                hiragana.setCharAt(i, (char) (c + 'ぁ' - 'ァ'));
            }
        }
        return hiragana.toString();
    }

    /** Returns whether {@code c} is a kanji; the iteration mark 々 is not. */
    public static boolean isKanji(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && c != '々';
    }
}
