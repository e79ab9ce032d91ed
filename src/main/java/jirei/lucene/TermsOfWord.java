package jirei.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import jirei.analysis.JapaneseAnalysis;
import jirei.lucene.TextField.Part;
import jirei.lucene.TextField.Terms;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/**
 * A word of a query, cut into terms.
 *
 * @param parts its words in order, each once, compounds in their parts; may be empty
 * @param compounds the compounds among them, whole
 * @param whole its words in order, compounds whole only
 * @param characters its characters folded, white space at the ends aside
 * @param bigrams the pairs of its characters, in order
 * @param readings the pairs of kana in which it is read, in order
 */
record TermsOfWord(
        List<String> parts,
        List<String> compounds,
        List<String> whole,
        String characters,
        List<String> bigrams,
        List<String> readings) {
    TermsOfWord {
        parts = List.copyOf(parts);
        compounds = List.copyOf(compounds);
        whole = List.copyOf(whole);
        bigrams = List.copyOf(bigrams);
        readings = List.copyOf(readings);
    }

    /** Cuts {@code word} as the index is cut. */
    static TermsOfWord of(String word, Analyzer analyzer) {
        List<String> parts = new ArrayList<>();
        List<String> compounds = new ArrayList<>();
        cut(word, Terms.WORDS, analyzer, (term, positions) -> (positions == 1 ? parts : compounds).add(term));
        String folded = JapaneseAnalysis.fold(word).strip();
        return new TermsOfWord(
                parts.stream().distinct().toList(),
                compounds,
                all(word, Terms.WHOLE_WORDS, analyzer),
                folded,
                all(folded, Terms.BIGRAMS, analyzer),
                all(word, Terms.READINGS, analyzer));
    }

    /** The words of {@code word} alone, compounds whole. */
    static List<String> whole(String word, Analyzer analyzer) {
        return all(word, Terms.WHOLE_WORDS, analyzer);
    }

    private static List<String> all(String text, Terms terms, Analyzer analyzer) {
        List<String> all = new ArrayList<>();
        cut(text, terms, analyzer, (term, positions) -> all.add(term));
        return all;
    }

    private static void cut(String text, Terms terms, Analyzer analyzer, ObjIntConsumer<String> found) {
        try (TokenStream stream = analyzer.tokenStream(Part.TEXT.in(terms).luceneName(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var length = stream.addAttribute(PositionLengthAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.accept(term.toString(), length.getPositionLength());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
