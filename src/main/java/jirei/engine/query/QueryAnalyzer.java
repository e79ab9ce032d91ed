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

/**
 * Analyzes query words with the index-time analyzers and looks up their synonyms and variants. Thread-safe if the count
 * function is.
 */
public final class QueryAnalyzer {
    /** Shorter readings match by chance, across word boundaries. */
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

    /**
     * Creates an analyzer without index counts, which never restores katakana.
     *
     * @param analyzer the index-time analyzer of every field
     * @param synonyms the synonyms of query words
     */
    public QueryAnalyzer(Analyzer analyzer, SynonymLexicon synonyms) {
        this(
                analyzer,
                synonyms,
                new KatakanaRestorer(query -> 0L),
                Math.max(
                        EraYearVariants.MAX_LENGTH,
                        synonyms.words().stream().mapToInt(String::length).max().orElse(0)));
    }

    /**
     * Returns this analyzer with katakana restored by index counts.
     *
     * @param counts the number of documents that match a query
     */
    public QueryAnalyzer withCounts(IOFunction<Query, Long> counts) {
        return new QueryAnalyzer(analyzer, synonyms, new KatakanaRestorer(counts), maxEntryLength);
    }

    private record Token(String term, int start, int end) {}

    /** Returns the units of {@code word}, in order; the longest match in the lexicon wins. */
    public List<WordUnit> units(String word) {
        return unitsOf(normalize(word));
    }

    private List<WordUnit> unitsOf(String folded) {
        List<Token> tokens = tokens(folded);
        List<WordUnit> units = new ArrayList<>();
        int tokenIndex = 0;
        while (tokenIndex < tokens.size()) {
            WordUnit unit = longestUnit(tokenIndex, tokens, folded);
            units.add(unit);
            tokenIndex += unit.terms().size();
        }
        return units;
    }

    private WordUnit longestUnit(int first, List<Token> tokens, String folded) {
        int start = tokens.get(first).start;
        for (int last = tokens.size() - 1; last >= first; last--) {
            if (last > first && tokens.get(last).end - start > maxEntryLength) {
                continue; // a word of a thousand characters has half a million substrings
            }
            String text = folded.substring(start, tokens.get(last).end);
            List<Variant> variants = variants(text);
            if (!variants.isEmpty() || last == first) {
                List<String> terms = tokens.subList(first, last + 1).stream()
                        .map(Token::term)
                        .toList();
                return new WordUnit(text, terms, last == first ? withModernForm(text, variants) : variants);
            }
        }
        throw new IllegalArgumentException("no token from " + first);
    }

    /**
     * Adds the modern form as a variant to a unit in old character forms (醫師) that is part of a longer compound. Only a
     * compound that is a term of its own is normalized by the analyzer.
     */
    private List<Variant> withModernForm(String text, List<Variant> variants) {
        String modern = JapaneseAnalyzers.foldVariants(text);
        return modern.equals(text)
                ? variants
                : Stream.concat(Stream.of(variant(ExpansionKind.VARIANT, modern)), variants.stream())
                        .toList();
    }

    private List<Variant> variants(String text) {
        Stream<Variant> years = EraYearVariants.of(text).stream().map(other -> variant(ExpansionKind.VARIANT, other));
        Stream<Variant> words = synonyms.of(text).stream().map(other -> variant(ExpansionKind.SYNONYM, other));
        return Stream.concat(years, words).toList();
    }

    private Variant variant(ExpansionKind kind, String text) {
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

    /** Analyzes {@code word} for a search in {@code sources}. */
    public AnalyzedWord analyze(String word, Set<Source> sources) {
        String normalized = normalize(word);
        List<WordUnit> units = unitsOf(normalized);
        boolean sentence = isSentence(normalized, units);
        return new AnalyzedWord(word, normalized, sources, units, readingPairs(word), sentence);
    }

    /**
     * Returns whether {@code normalized} is a sentence or question rather than a word: at least three units, with
     * particles or inflections between them. All words of a sentence seldom occur in one section.
     */
    private static boolean isSentence(String normalized, List<WordUnit> units) {
        int kana = (int) normalized.chars().filter(Kana::isHiragana).count();
        int kanaInUnits = units.stream()
                .mapToInt(unit ->
                        (int) unit.text().chars().filter(Kana::isHiragana).count())
                .sum();
        return units.size() >= MIN_SENTENCE_UNITS && kanaInUnits < kana;
    }

    /** Returns {@code word} folded, with katakana restored where the index contains the katakana spelling. */
    public String normalize(String word) {
        return restorer.of(word);
    }

    /** Returns the terms that score {@code word}. */
    List<ScoringTerm> scoringTerms(AnalyzedWord word, FieldBoosts boosts) {
        return ScoringTermSelector.of(word.normalized(), word.sentence(), analyzer, boosts);
    }

    /** Returns the terms of {@code text} by {@code analysis}, in order. */
    public List<String> terms(String text, Analysis analysis) {
        List<String> found = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(Source.TEXT.in(analysis).luceneName(), text)) {
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

    /**
     * Returns the reading of {@code word}, in any script, in the format of {@link Kana#phoneticKey}; empty if it has
     * fewer than two morae.
     */
    public String phoneticKey(String word) {
        List<String> pairs = terms(word, Analysis.READING_BIGRAM);
        return pairs.stream().map(pair -> pair.substring(0, 1)).collect(Collectors.joining())
                + (pairs.isEmpty() ? "" : pairs.getLast().substring(1));
    }

    /** Returns the kana bigrams of {@code word} if it is typed as a reading, in kana or romaji; else empty. */
    private List<String> readingPairs(String word) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word);
        Optional<String> kana = Kana.isKana(folded) ? Optional.of(folded) : Romaji.toKatakana(folded);
        return kana.filter(read -> read.length() >= MIN_READING_LENGTH)
                .map(read -> terms(read, Analysis.READING_BIGRAM))
                .orElse(List.of());
    }
}
