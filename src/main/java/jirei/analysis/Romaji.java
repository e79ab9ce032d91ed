package jirei.analysis;

import com.ibm.icu.text.Transliterator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Japanese typed in Latin letters: mitori is ミトリ. */
public final class Romaji {
    private static final Pattern TYPED = Pattern.compile("[a-z'-]{4,40}");

    private Romaji() {}

    /** {@code word} in katakana; empty if it isn't Japanese typed in Latin letters. */
    public static Optional<String> toKatakana(String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word);
        if (!TYPED.matcher(folded).matches()) {
            return Optional.empty();
        }
        String katakana = Transliterators.LATIN_KATAKANA.transliterate(folded.replace("-", "ー"));
        return Kana.isKana(katakana) ? Optional.of(katakana) : Optional.empty();
    }

    /** Loaded with the first word that is typed in Latin letters: its rules take time to read. */
    private static final class Transliterators {
        private static final Transliterator LATIN_KATAKANA = Transliterator.getInstance("Latin-Katakana");
    }
}
