package jirei.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Removes a middle dot between katakana words and a space beside a Japanese word without a position gap: プライマリ・ケア yields
 * the terms of プライマリケア, 若林 啓 those of 若林啓, and 平成 28 年度 those of 平成28年度. A space between two numerals remains, since
 * they are two numbers.
 */
final class SeparatorFilter extends TokenFilter {
    private static final String KANJI_NUMERALS = "〇一二三四五六七八九十百千万億";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private AttributeSource.@Nullable State pending;
    /** The last character of the previous token; 0 at the start. */
    private char last;

    SeparatorFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (pending != null) {
            restoreState(pending);
            pending = null;
        } else if (!input.incrementToken()) {
            return false;
        } else if (term.length() == 1 && (term.charAt(0) == '・' || term.charAt(0) == ' ')) {
            char separator = term.charAt(0);
            AttributeSource.State state = captureState();
            boolean hasNext = input.incrementToken();
            if (!hasNext || !isWithinWord(last, separator, term.charAt(0))) {
                pending = hasNext ? captureState() : null;
                restoreState(state);
            }
        }
        last = term.charAt(term.length() - 1);
        return true;
    }

    /** Returns whether {@code separator} between {@code before} and {@code after} may be within a word. */
    private static boolean isWithinWord(char before, char separator, char after) {
        if (separator == '・') {
            return Kana.isKatakana(before) && Kana.isKatakana(after);
        }
        boolean isWord = (isJapanese(before) && (isJapanese(after) || isAlphanumeric(after)))
                || (isAlphanumeric(before) && isJapanese(after));
        return isWord && !(isNumeral(before) && isNumeral(after));
    }

    private static boolean isJapanese(char c) {
        return Kana.isKatakana(c) || Kana.isHiragana(c) || Kana.isKanji(c) || c == '々';
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }

    private static boolean isNumeral(char c) {
        return (c >= '0' && c <= '9') || KANJI_NUMERALS.indexOf(c) >= 0;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending = null;
        last = 0;
    }
}
