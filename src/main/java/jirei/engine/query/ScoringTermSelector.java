package jirei.engine.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jirei.analysis.Kana;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/**
 * Selects the terms that score a word or sentence. Particles, inflections and question words would only add noise:
 * bigrams outside content words count little or nothing. Not thread-safe.
 */
final class ScoringTermSelector {
    /** The boost factor of a character bigram outside every term. */
    private static final float OUTSIDE_FACTOR = 0.25f;

    /** A word typed in hiragana only may be any homophone; the reading of a word with kanji adds little. */
    private static final float TYPED_READING_FACTOR = 2;

    private final Analyzer analyzer;
    private final FieldBoosts boosts;
    private final List<ScoringTerm> selected = new ArrayList<>();

    private ScoringTermSelector(Analyzer analyzer, FieldBoosts boosts) {
        this.analyzer = analyzer;
        this.boosts = boosts;
    }

    private record Token(String term, int start, int end, boolean compound) {}

    /** Selects the terms of {@code word}, which is folded. */
    static List<ScoringTerm> of(String word, boolean sentence, Analyzer analyzer, FieldBoosts boosts) {
        var terms = new ScoringTermSelector(analyzer, boosts);
        terms.select(word.strip(), sentence);
        return List.copyOf(terms.selected);
    }

    private void select(String word, boolean sentence) {
        List<Token> words = withoutStopWords(tokenize(word, Analysis.SEARCH_MODE), sentence);
        var inside = new BitSet();
        words.forEach(token -> inside.set(token.start, token.end));
        if (inside.isEmpty()) {
            inside.set(0, word.length());
        }
        add(Analysis.SEARCH_MODE, words, 1);
        add(
                Analysis.NORMAL_MODE,
                withoutStopWords(tokenize(word, Analysis.NORMAL_MODE), sentence),
                boosts.normalMode());
        addBigrams(tokenize(word, Analysis.BIGRAM), inside);
        addReadings(tokenize(word, Analysis.READING_BIGRAM), inside, isTypedAsReading(word));
        addProximity(words);
    }

    private static List<Token> withoutStopWords(List<Token> tokens, boolean sentence) {
        return sentence
                ? tokens.stream()
                        .filter(token -> !QuestionStopWords.contains(token.term))
                        .toList()
                : tokens;
    }

    private void addBigrams(List<Token> pairs, BitSet inside) {
        List<Token> within = new ArrayList<>();
        List<Token> outside = new ArrayList<>();
        pairs.forEach(pair -> (inside.get(pair.start) || inside.get(pair.end - 1) ? within : outside).add(pair));
        add(Analysis.BIGRAM, within, boosts.bigram());
        add(Analysis.BIGRAM, outside, boosts.bigram() * OUTSIDE_FACTOR);
    }

    private static boolean isTypedAsReading(String word) {
        return word.chars().anyMatch(Kana::isHiragana) && word.codePoints().noneMatch(Character::isIdeographic);
    }

    private void addReadings(List<Token> pairs, BitSet inside, boolean typedAsReading) {
        List<Token> matching = pairs.stream()
                .filter(pair -> typedAsReading || (inside.get(pair.start) && inside.get(pair.end - 1)))
                .toList();
        add(Analysis.READING_BIGRAM, matching, boosts.reading() * (typedAsReading ? TYPED_READING_FACTOR : 1));
    }

    private void addProximity(List<Token> words) {
        List<Token> parts = words.stream().filter(token -> !token.compound).toList();
        Set<List<String>> seen = new HashSet<>();
        for (int i = 1; i < parts.size(); i++) {
            List<String> pair = List.of(parts.get(i - 1).term, parts.get(i).term);
            if (!pair.getFirst().equals(pair.getLast()) && seen.add(pair)) {
                selected.add(new ScoringTerm(Analysis.SEARCH_MODE, pair, boosts.proximity()));
            }
        }
    }

    private void add(Analysis analysis, List<Token> tokens, float boost) {
        tokens.stream()
                .map(Token::term)
                .distinct()
                .forEach(term -> selected.add(new ScoringTerm(analysis, List.of(term), boost)));
    }

    private List<Token> tokenize(String word, Analysis analysis) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(Source.TEXT.in(analysis).luceneName(), word)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var length = stream.addAttribute(PositionLengthAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            boolean isMarked = analysis == Analysis.BIGRAM || analysis == Analysis.READING_BIGRAM;
            stream.reset();
            while (stream.incrementToken()) {
                if (isMarked && increment.getPositionIncrement() == 0) {
                    continue; // the bigram itself counts
                }
                int start = offset.startOffset();
                int end = Math.max(offset.endOffset(), start + 1);
                tokens.add(new Token(term.toString(), start, end, length.getPositionLength() > 1));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
