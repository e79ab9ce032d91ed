package jirei.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Folds the spellings of a katakana word: マネージメント and マネジメント, インタヴュー and インタビュー, ソフトウェア and ソフトウエア. Prolonged
 * sound marks are removed from words that are still long enough without them; コート and コト are different words. A
 * prolonged sound mark at the end is removed from words of four characters or more, as JIS Z 8301 allows it to be
 * omitted.
 */
final class KatakanaFoldingFilter extends TokenFilter {
    private static final int MIN_STEM_LENGTH = 4;
    private static final int MIN_LENGTH = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    KatakanaFoldingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (isKatakana(term)) {
            String folded = fold(term.toString());
            term.setEmpty().append(folded);
        }
        return true;
    }

    private static boolean isKatakana(CharSequence word) {
        return word.chars().allMatch(Kana::isKatakana);
    }

    /** Folds {@code word}, which consists of katakana. */
    static String fold(String word) {
        String stem =
                word.length() >= MIN_STEM_LENGTH && word.endsWith("ー") ? word.substring(0, word.length() - 1) : word;
        String unmarked = stem.replace("ー", "");
        return fullSize(unmarked.length() >= MIN_LENGTH ? unmarked : stem);
    }

    /** Returns {@code word} with full-size kana, and with バ, ビ, ブ, ベ, ボ and ビュ for ヴァ, ヴィ, ヴ, ヴェ, ヴォ and ヴュ. */
    private static String fullSize(String word) {
        var folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int vowel = c == 'ヴ' && i + 1 < word.length() ? "ァィェォ".indexOf(word.charAt(i + 1)) : -1;
            if (vowel >= 0) {
                folded.append("バビベボ".charAt(vowel));
                i++;
            } else {
                boolean isGlide = c == 'ヴ' && i + 1 < word.length() && "ャュョ".indexOf(word.charAt(i + 1)) >= 0;
                folded.append(isGlide ? 'ビ' : c == 'ヴ' ? 'ブ' : c == 'ー' ? c : Kana.phoneticKey(c));
            }
        }
        return folded.toString();
    }
}
