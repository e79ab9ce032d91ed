package jirei.analysis;

import com.ibm.icu.text.Transliterator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Converts romaji to katakana: mitori becomes ミトリ. Stateless. */
public final class Romaji {
    private static final Pattern ROMAJI = Pattern.compile("[a-z'-]{4,40}");

    private Romaji() {}

    /** Returns {@code word} in katakana; empty if it is not romaji of 4 to 40 letters. */
    public static Optional<String> toKatakana(String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word);
        if (!ROMAJI.matcher(folded).matches()) {
            return Optional.empty();
        }
        String katakana = Transliterators.LATIN_KATAKANA.transliterate(folded.replace("-", "ー"));
        return Kana.isKana(katakana) ? Optional.of(katakana) : Optional.empty();
    }

    /** Initialized on first use, since loading the transliteration rules is slow. */
    private static final class Transliterators {
        private static final Transliterator LATIN_KATAKANA = Transliterator.getInstance("Latin-Katakana");
    }
}
