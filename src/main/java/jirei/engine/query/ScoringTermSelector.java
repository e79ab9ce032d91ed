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
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/**
 * Chooses the terms by which a word or sentence is scored. What its particles, endings and question words would add is noise: pairs
 * that lie outside the other words count little or nothing.
 */
final class ScoringTermSelector {
    /** What a pair of characters outside every word counts, of what one inside does. */
    private static final float OUTSIDE = 0.25f;

    /** A word typed in hiragana alone may be the reading of anything; of one with kanji the reading says little more. */
    private static final float TYPED_AS_READ = 2;

    private final Analyzer analyzer;
    private final FieldBoosts weights;
    private final List<ScoringTerm> chosen = new ArrayList<>();

    private ScoringTermSelector(Analyzer analyzer, FieldBoosts weights) {
        this.analyzer = analyzer;
        this.weights = weights;
    }

    private record Token(String term, int start, int end, boolean compound) {}

    /** The terms of {@code word}, which is folded. */
    static List<ScoringTerm> of(String word, boolean sentence, Analyzer analyzer, FieldBoosts weights) {
        var terms = new ScoringTermSelector(analyzer, weights);
        terms.choose(word.strip(), sentence);
        return List.copyOf(terms.chosen);
    }

    private void choose(String word, boolean sentence) {
        List<Token> words = told(cut(word, Analysis.SEARCH_MODE), sentence);
        var inside = new BitSet();
        words.forEach(token -> inside.set(token.start, token.end));
        if (inside.isEmpty()) {
            inside.set(0, word.length());
        }
        add(Analysis.SEARCH_MODE, words, 1);
        add(Analysis.NORMAL_MODE, told(cut(word, Analysis.NORMAL_MODE), sentence), weights.normalMode());
        addCharacters(cut(word, Analysis.BIGRAM), inside);
        addReadings(cut(word, Analysis.READING_BIGRAM), inside, isTypedAsRead(word));
        addNeighbours(words);
    }

    private static List<Token> told(List<Token> tokens, boolean sentence) {
        return sentence
                ? tokens.stream()
                        .filter(token -> !QuestionStopWords.has(token.term))
                        .toList()
                : tokens;
    }

    private void addCharacters(List<Token> pairs, BitSet inside) {
        List<Token> within = new ArrayList<>();
        List<Token> outside = new ArrayList<>();
        pairs.forEach(pair -> (inside.get(pair.start) || inside.get(pair.end - 1) ? within : outside).add(pair));
        add(Analysis.BIGRAM, within, weights.bigram());
        add(Analysis.BIGRAM, outside, weights.bigram() * OUTSIDE);
    }

    private static boolean isTypedAsRead(String word) {
        return word.chars().anyMatch(Kana::isHiragana) && word.codePoints().noneMatch(Character::isIdeographic);
    }

    private void addReadings(List<Token> pairs, BitSet inside, boolean asRead) {
        List<Token> heard = pairs.stream()
                .filter(pair -> asRead || (inside.get(pair.start) && inside.get(pair.end - 1)))
                .toList();
        add(Analysis.READING_BIGRAM, heard, weights.reading() * (asRead ? TYPED_AS_READ : 1));
    }

    private void addNeighbours(List<Token> words) {
        List<Token> parts = words.stream().filter(token -> !token.compound).toList();
        Set<List<String>> seen = new HashSet<>();
        for (int i = 1; i < parts.size(); i++) {
            List<String> pair = List.of(parts.get(i - 1).term, parts.get(i).term);
            if (!pair.getFirst().equals(pair.getLast()) && seen.add(pair)) {
                chosen.add(new ScoringTerm(Analysis.SEARCH_MODE, pair, weights.proximity()));
            }
        }
    }

    private void add(Analysis terms, List<Token> tokens, float weight) {
        tokens.stream()
                .map(Token::term)
                .distinct()
                .forEach(term -> chosen.add(new ScoringTerm(terms, List.of(term), weight)));
    }

    private List<Token> cut(String word, Analysis terms) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(Source.TEXT.in(terms).luceneName(), word)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var length = stream.addAttribute(PositionLengthAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
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
