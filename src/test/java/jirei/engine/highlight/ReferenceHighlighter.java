package jirei.engine.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.WordEdges;
import jirei.engine.query.AnalyzedWord;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.query.WordUnit;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.QueryExpression;
import jirei.query.QueryParser;
import jirei.search.MatchRange;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Finds every range of a text that a query word explains, without an index. */
final class ReferenceHighlighter {
    private final Analyzer analyzer;
    private final QueryAnalyzer queryAnalyzer;
    private final Map<Analysis, Map<String, List<Token>>> tokensByAnalysis = new EnumMap<>(Analysis.class);

    ReferenceHighlighter(Analyzer analyzer, QueryAnalyzer queryAnalyzer) {
        this.analyzer = analyzer;
        this.queryAnalyzer = queryAnalyzer;
    }

    private record Token(String term, int position, int start, int end) {}

    /** Returns the words and phrases of {@code query}, with each typed word divided into its content words. */
    List<QueryExpression> leaves(String query) {
        return QueryParser.parse(query)
                .expression()
                .withWords(word -> queryAnalyzer.contentWords(word.text()).stream()
                        .map(text -> new QueryExpression.Word(text, word.field()))
                        .toList())
                .leaves();
    }

    /** Returns the ranges of {@code text} that match {@code word}, one of its terms, a variant or its reading. */
    Set<MatchRange> in(String text, String word) {
        Set<MatchRange> explained = new HashSet<>(characters(text, word));
        explained.addAll(characters(text, queryAnalyzer.normalize(word)));
        List<Token> words = tokens(text, Analysis.SEARCH_MODE);
        AnalyzedWord analyzed = queryAnalyzer.analyze(word, Set.of(Source.TEXT));
        analyzed.spellings().forEach(spelling -> explained.addAll(characters(text, spelling)));
        for (WordUnit segment : analyzed.units()) {
            for (String term : segment.terms()) {
                addSequences(explained, words, List.of(term));
            }
            for (Variant alternative : segment.variants()) {
                explained.addAll(characters(text, alternative.text()));
                addSequences(explained, words, terms(alternative.text(), Analysis.SEARCH_MODE));
                addPhrases(explained, words, tokens(alternative.text(), Analysis.SEARCH_MODE));
            }
        }
        for (String reading : analyzed.readings()) {
            addSequences(explained, tokens(text, Analysis.READING_BIGRAM), WordEdges.readingTerms(reading));
            List<String> pairs = IntStream.range(0, reading.length() - 1)
                    .mapToObj(i -> reading.substring(i, i + 2))
                    .toList();
            addSequences(explained, tokens(text, Analysis.READING_BIGRAM), pairs); // within words
        }
        return explained;
    }

    /** Returns the ranges of {@code text} with the characters of {@code word}, unless they are within another word. */
    Set<MatchRange> words(String text, String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word).strip();
        Set<MatchRange> found = new HashSet<>();
        if (folded.matches("[0-9a-z]")) {
            return tokens(text, Analysis.SEARCH_MODE).stream()
                    .filter(token -> token.term.equals(folded))
                    .map(token -> new MatchRange(token.start, token.end))
                    .collect(Collectors.toSet());
        }
        if (folded.codePointCount(0, folded.length()) < 2) {
            return characters(text, word);
        }
        List<Token> tokens = tokens(text, Analysis.BIGRAM);
        for (Token first : tokens) {
            if (first.term.equals(WordEdges.terms(folded).getFirst())) {
                Set<MatchRange> ranges = new HashSet<>();
                addSequence(tokens, WordEdges.terms(folded), first, ranges);
                ranges.stream()
                        .reduce((a, b) -> new MatchRange(Math.min(a.start(), b.start()), Math.max(a.end(), b.end())))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * Returns the ranges of {@code text} with the characters of {@code word}, both folded, on boundaries of folded
     * characters.
     */
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

    /**
     * Adds the range of each sequence of {@code terms} at consecutive positions; of each occurrence if there is one
     * term.
     */
    private static void addSequences(Set<MatchRange> found, List<Token> tokens, List<String> terms) {
        for (Token first : tokens) {
            if (!terms.isEmpty() && first.term.equals(terms.getFirst())) {
                addSequence(tokens, terms, first, found);
            }
        }
    }

    /** Adds the range from the first to the last term of each phrase with the distances of {@code phrase}. */
    private static void addPhrases(Set<MatchRange> found, List<Token> tokens, List<Token> phrase) {
        for (Token first : tokens) {
            List<Token> matched = phrase.stream()
                    .flatMap(term -> tokens.stream()
                            .filter(token -> token.term.equals(term.term)
                                    && token.position - first.position == term.position - phrase.getFirst().position)
                            .limit(1))
                    .toList();
            if (!phrase.isEmpty() && matched.size() == phrase.size()) {
                found.add(new MatchRange(first.start, matched.getLast().end));
            }
        }
    }

    private static void addSequence(List<Token> tokens, List<String> terms, Token first, Set<MatchRange> found) {
        List<Token> sequence = new ArrayList<>(List.of(first));
        for (int i = 1; i < terms.size(); i++) {
            String next = terms.get(i);
            int position = first.position + i;
            tokens.stream()
                    .filter(token -> token.position == position && token.term.equals(next))
                    .findFirst()
                    .ifPresent(sequence::add);
        }
        if (sequence.size() == terms.size()) {
            sequence.stream()
                    .filter(token -> token.end > token.start)
                    .map(token -> new MatchRange(token.start, token.end))
                    .forEach(found::add);
        }
    }

    private List<Token> tokens(String text, Analysis terms) {
        return tokensByAnalysis
                .computeIfAbsent(terms, key -> new HashMap<>())
                .computeIfAbsent(text, all -> tokenize(all, terms));
    }

    private List<Token> tokenize(String text, Analysis terms) {
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
