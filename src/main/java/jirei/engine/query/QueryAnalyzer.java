package jirei.engine.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.analysis.EraYearVariants;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.Kana;
import jirei.analysis.Romaji;
import jirei.analysis.SynonymLexicon;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.ExpansionKind;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.IOFunction;

/** Cuts the words of a query as the index is cut, and knows what may stand for their pieces. */
public final class QueryAnalyzer {
    /** A shorter reading occurs by chance, across the edges of words. */
    private static final int MIN_READING_LENGTH = 3;

    private static final int MIN_SENTENCE_UNITS = 3;

    private final Analyzer analyzer;
    private final SynonymLexicon synonyms;
    private final KatakanaRestorer restorer;
    private final int maxEntryLength;

    private QueryAnalyzer(Analyzer analyzer, SynonymLexicon synonyms, KatakanaRestorer restorer, int maxEntryLength) {
        this.analyzer = analyzer;
        this.synonyms = synonyms;
        this.restorer = restorer;
        this.maxEntryLength = maxEntryLength;
    }

    /** Analyzes with {@code analyzer}, and never restores katakana, since no count is known. */
    public QueryAnalyzer(Analyzer analyzer, SynonymLexicon synonyms) {
        this(
                analyzer,
                synonyms,
                new KatakanaRestorer(query -> 0L),
                Math.max(
                        EraYearVariants.MAX_LENGTH,
                        synonyms.words().stream().mapToInt(String::length).max().orElse(0)));
    }

    /** The same over an index in which {@code counts} gives the number of documents that a query matches. */
    public QueryAnalyzer withCounts(IOFunction<Query, Long> counts) {
        return new QueryAnalyzer(analyzer, synonyms, new KatakanaRestorer(counts), maxEntryLength);
    }

    private record Token(String term, int start, int end) {}

    /** The pieces of {@code word}, in order; the longest piece that is in the lexicon is taken first. */
    public List<WordUnit> segments(String word) {
        return segmentsOf(spelt(word));
    }

    private List<WordUnit> segmentsOf(String folded) {
        List<Token> tokens = tokens(folded);
        List<WordUnit> segments = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            WordUnit segment = longestFrom(at, tokens, folded);
            segments.add(segment);
            at += segment.terms().size();
        }
        return segments;
    }

    private WordUnit longestFrom(int first, List<Token> tokens, String folded) {
        int start = tokens.get(first).start;
        for (int last = tokens.size() - 1; last >= first; last--) {
            if (last > first && tokens.get(last).end - start > maxEntryLength) {
                continue; // a word of a thousand characters has half a million pieces
            }
            String text = folded.substring(start, tokens.get(last).end);
            List<Variant> alternatives = alternatives(text);
            if (!alternatives.isEmpty() || last == first) {
                List<String> terms = tokens.subList(first, last + 1).stream()
                        .map(Token::term)
                        .toList();
                return new WordUnit(text, terms, last == first ? withFormOfToday(text, alternatives) : alternatives);
            }
        }
        throw new IllegalArgumentException("no token from " + first);
    }

    /** A part of a compound stands in old forms (醫師) where the compound is no term of its own: its characters are looked for. */
    private List<Variant> withFormOfToday(String text, List<Variant> alternatives) {
        String today = JapaneseAnalyzers.foldVariants(text);
        return today.equals(text)
                ? alternatives
                : Stream.concat(Stream.of(alternative(ExpansionKind.VARIANT, today)), alternatives.stream())
                        .toList();
    }

    private List<Variant> alternatives(String text) {
        Stream<Variant> years =
                EraYearVariants.of(text).stream().map(other -> alternative(ExpansionKind.VARIANT, other));
        Stream<Variant> words = synonyms.of(text).stream().map(other -> alternative(ExpansionKind.SYNONYM, other));
        return Stream.concat(years, words).toList();
    }

    private Variant alternative(ExpansionKind kind, String text) {
        List<String> terms = tokens(JapaneseAnalyzers.foldWidthAndCase(text)).stream()
                .map(Token::term)
                .toList();
        return new Variant(kind, text, terms);
    }

    private List<Token> tokens(String folded) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream =
                analyzer.tokenStream(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), folded)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var length = stream.addAttribute(PositionLengthAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (length.getPositionLength() == 1) {
                    tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /** {@code word} analysed, to be looked for in {@code parts}. */
    public AnalyzedWord analyze(String word, Set<Source> parts) {
        String spelt = spelt(word);
        List<WordUnit> segments = segmentsOf(spelt);
        boolean sentence = isSentence(spelt, segments);
        return new AnalyzedWord(word, spelt, parts, segments, readingPairs(word), sentence);
    }

    /**
     * Whether {@code spelt} is a sentence or a question rather than a word: at least three pieces, with particles or inflections
     * between them. What a person says in a sentence is seldom all in one section.
     */
    private static boolean isSentence(String spelt, List<WordUnit> segments) {
        int kana = (int) spelt.chars().filter(Kana::isHiragana).count();
        int kept = segments.stream()
                .mapToInt(segment ->
                        (int) segment.text().chars().filter(Kana::isHiragana).count())
                .sum();
        return segments.size() >= MIN_SENTENCE_UNITS && kept < kana;
    }

    /** {@code word} folded, with its words in katakana where the sections write them so. */
    public String spelt(String word) {
        return restorer.of(word);
    }

    /** The terms by which {@code word} is scored. */
    List<ScoringTerm> scored(AnalyzedWord word, FieldBoosts weights) {
        return ScoringTermSelector.of(word.normalized(), word.sentence(), analyzer, weights);
    }

    /** The terms of {@code text}, cut in the way of {@code terms}, in order. */
    public List<String> terms(String text, Analysis terms) {
        List<String> found = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(Source.TEXT.in(terms).luceneName(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(term.toString());
            }
            stream.end();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How {@code word} is read, whatever it is typed in, in the form of {@link Kana#phoneticKey}; empty if it has but one sound. */
    public String sounds(String word) {
        List<String> pairs = terms(word, Analysis.READING_BIGRAM);
        return pairs.stream().map(pair -> pair.substring(0, 1)).collect(Collectors.joining())
                + (pairs.isEmpty() ? "" : pairs.getLast().substring(1));
    }

    /** The pairs of kana in which {@code word} is read if it is typed as a reading, in kana or in Latin letters. */
    private List<String> readingPairs(String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word);
        Optional<String> kana = Kana.isKana(folded) ? Optional.of(folded) : Romaji.toKatakana(folded);
        return kana.filter(read -> read.length() >= MIN_READING_LENGTH)
                .map(read -> terms(read, Analysis.READING_BIGRAM))
                .orElse(List.of());
    }
}
