package jirei.analysis;

import java.util.Set;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Removes particles, auxiliary verbs and symbols by part of speech, but no numbers: Lucene's number filter leaves a
 * number with the part of speech of the token behind it.
 */
final class ContentWordFilter extends FilteringTokenFilter {
    private static final Set<String> STOP_TAGS = JapaneseAnalyzer.getDefaultStopTags();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PartOfSpeechAttribute partOfSpeech = addAttribute(PartOfSpeechAttribute.class);

    ContentWordFilter(TokenStream input) {
        super(input);
    }

    @Override
    protected boolean accept() {
        String tag = partOfSpeech.getPartOfSpeech();
        return isDigit(term.charAt(0))
                || (!SymbolStopFilter.isSymbol(term.charAt(0)) && (tag == null || !STOP_TAGS.contains(tag)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
