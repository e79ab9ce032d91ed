package jirei.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Removes a middle dot between katakana words and a space between Japanese words without a position gap: プライマリ・ケア
 * yields the terms of プライマリケア, and 若林 啓 those of 若林啓.
 */
final class SeparatorFilter extends TokenFilter {
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
        } else if (term.length() == 1 && joins(last, term.charAt(0))) {
            char separator = term.charAt(0);
            AttributeSource.State state = captureState();
            boolean hasNext = input.incrementToken();
            if (!hasNext || !joins(term.charAt(0), separator)) {
                pending = hasNext ? captureState() : null;
                restoreState(state);
            }
        }
        last = term.charAt(term.length() - 1);
        return true;
    }

    /** Returns whether {@code separator} beside {@code c} may be within a word. */
    private static boolean joins(char c, char separator) {
        boolean isKatakana = (c >= 'ァ' && c <= 'ヺ') || c == 'ー';
        return switch (separator) {
            case '・' -> isKatakana;
            case ' ' -> isKatakana || Kana.isHiragana(c) || Kana.isKanji(c) || c == '々';
            default -> false;
        };
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending = null;
        last = 0;
    }
}
