package jirei.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import jirei.analysis.JapaneseAnalysis;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/**
 * A word of a query, cut into terms.
 *
 * @param parts its words in order, compounds in their parts; may be empty
 * @param compounds the compounds among them, whole
 * @param characters its characters folded, white space at the ends aside
 * @param bigrams the pairs of its characters, in order
 */
record TermsOfWord(List<String> parts, List<String> compounds, String characters, List<String> bigrams) {
    TermsOfWord {
        parts = List.copyOf(parts);
        compounds = List.copyOf(compounds);
        bigrams = List.copyOf(bigrams);
    }

    /** Cuts {@code word} as the index is cut. */
    static TermsOfWord of(String word, Analyzer analyzer) {
        List<String> parts = new ArrayList<>();
        List<String> compounds = new ArrayList<>();
        List<String> bigrams = new ArrayList<>();
        String words = TextField.Part.TEXT.in(TextField.Terms.WORDS).luceneName();
        String pairs = TextField.Part.TEXT.in(TextField.Terms.BIGRAMS).luceneName();
        try (TokenStream stream = analyzer.tokenStream(words, word)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var length = stream.addAttribute(PositionLengthAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                (length.getPositionLength() == 1 ? parts : compounds).add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String folded = JapaneseAnalysis.fold(word).strip();
        try (TokenStream stream = analyzer.tokenStream(pairs, folded)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                bigrams.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TermsOfWord(parts.stream().distinct().toList(), compounds, folded, bigrams);
    }
}
