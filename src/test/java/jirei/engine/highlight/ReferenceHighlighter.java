package jirei.engine.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.analysis.JapaneseAnalyzers;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.query.WordUnit;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.search.MatchRange;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Finds in a text, without any index, every stretch that a word of a query explains. */
final class ReferenceHighlighter {
    private final Analyzer analyzer;
    private final QueryAnalyzer lexicon;
    private final Map<Analysis, Map<String, List<Token>>> cut = new EnumMap<>(Analysis.class);

    ReferenceHighlighter(Analyzer analyzer, QueryAnalyzer lexicon) {
        this.analyzer = analyzer;
        this.lexicon = lexicon;
    }

    private record Token(String term, int position, int start, int end) {}

    /** Where {@code word}, a term of it, what may stand for it or its reading stands in {@code text}. */
    Set<MatchRange> in(String text, String word) {
        Set<MatchRange> explained = new HashSet<>(characters(text, word));
        explained.addAll(characters(text, lexicon.normalize(word)));
        List<Token> words = tokens(text, Analysis.SEARCH_MODE);
        for (WordUnit segment : lexicon.units(word)) {
            for (String term : segment.terms()) {
                addRuns(explained, words, List.of(term));
            }
            for (Variant alternative : segment.variants()) {
                explained.addAll(characters(text, alternative.text()));
                addRuns(explained, words, terms(alternative.text(), Analysis.SEARCH_MODE));
            }
        }
        List<String> reading = lexicon.analyze(word, Set.of(Source.TEXT)).reading();
        addRuns(explained, tokens(text, Analysis.READING_BIGRAM), reading);
        return explained;
    }

    /** Where the characters of {@code word} stand in {@code text}, both folded, without half of a folded character. */
    static Set<MatchRange> characters(String text, String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word).strip();
        Set<MatchRange> found = new HashSet<>();
        if (folded.isEmpty() || !JapaneseAnalyzers.foldWidthAndCase(text).contains(folded)) {
            return found;
        }
        for (int start = 0; start < text.length(); start++) {
            for (int end = start + 1; end <= Math.min(text.length(), start + 3 * folded.length() + 2); end++) {
                String piece = JapaneseAnalyzers.foldWidthAndCase(text.substring(start, end));
                if (piece.equals(folded)) {
                    found.add(new MatchRange(start, end));
                    break;
                }
            }
        }
        return found;
    }

    private List<String> terms(String text, Analysis terms) {
        return tokens(text, terms).stream().map(Token::term).toList();
    }

    /** Adds the extent of each run of {@code terms} at positions in a row; of each single one where there is but one. */
    private static void addRuns(Set<MatchRange> found, List<Token> tokens, List<String> terms) {
        for (Token first : tokens) {
            if (!terms.isEmpty() && first.term.equals(terms.getFirst())) {
                run(tokens, terms, first, found);
            }
        }
    }

    private static void run(List<Token> tokens, List<String> terms, Token first, Set<MatchRange> found) {
        List<Token> run = new ArrayList<>(List.of(first));
        for (int i = 1; i < terms.size(); i++) {
            String next = terms.get(i);
            int position = first.position + i;
            tokens.stream()
                    .filter(token -> token.position == position && token.term.equals(next))
                    .findFirst()
                    .ifPresent(run::add);
        }
        if (run.size() == terms.size()) {
            run.stream()
                    .filter(token -> token.end > token.start)
                    .map(token -> new MatchRange(token.start, token.end))
                    .forEach(found::add);
        }
    }

    private List<Token> tokens(String text, Analysis terms) {
        return cut.computeIfAbsent(terms, way -> new HashMap<>()).computeIfAbsent(text, all -> cut(all, terms));
    }

    private List<Token> cut(String text, Analysis terms) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(Source.TEXT.in(terms).luceneName(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(term.toString(), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
