package jirei.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Removes okurigana from words with at least two kanji, since its use is optional: 取り組み, 取組み, 取組 and the verb 取り組む
 * yield the same term.
 */
final class OkuriganaFilter extends TokenFilter {
    private static final int MIN_KANJI = 2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    OkuriganaFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        int kanji = 0;
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (Kana.isKanji(c)) {
                kanji++;
            } else if (!Kana.isHiragana(c) || i == 0) {
                return true;
            }
        }
        if (kanji >= MIN_KANJI && kanji < term.length()) {
            int length = 0;
            for (int i = 0; i < term.length(); i++) {
                if (Kana.isKanji(term.charAt(i))) {
                    term.buffer()[length++] = term.charAt(i);
                }
            }
            term.setLength(length);
        }
        return true;
    }
}
