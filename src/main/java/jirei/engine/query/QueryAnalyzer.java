package jirei.engine.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.analysis.EraYearVariants;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.Kana;
import jirei.analysis.NormalizedText;
import jirei.analysis.ReadingVariants;
import jirei.analysis.SpellingVariants;
import jirei.analysis.SynonymLexicon;
import jirei.analysis.WordEdges;
import jirei.engine.query.UnitMerger.PlacedUnit;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.ExpansionKind;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.IOFunction;

/**
 * Analyzes query words with the index-time analyzers and looks up their synonyms and variants. Thread-safe if the count
 * function is.
 */
public final class QueryAnalyzer {
    /** Shorter kanji words have too many homophones that are written in kana. */
    private static final int MIN_KANA_LENGTH = 3;

    private static final int MIN_MIXED_READING_LENGTH = 4;

    private static final int MAX_CACHED_WORDS = 10_000;

    private final Analyzer analyzer;
    private final SynonymLexicon synonyms;
    private final KatakanaRestorer restorer;
    private final int maxEntryLength;
    /** The terms of words of two kanji, of which a request builds many queries. */
    private final Cache<String, Set<List<String>>> twoKanjiTerms;

    private QueryAnalyzer(
            Analyzer analyzer,
            SynonymLexicon synonyms,
            KatakanaRestorer restorer,
            int maxEntryLength,
            Cache<String, Set<List<String>>> twoKanjiTerms) {
        this.twoKanjiTerms = twoKanjiTerms;
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
                        synonyms.words().stream().mapToInt(String::length).max().orElse(0)),
                Caffeine.newBuilder()
                        .maximumSize(MAX_CACHED_WORDS)
                        .executor(Runnable::run)
                        .build());
    }

    /**
     * Returns this analyzer with katakana restored by index counts.
     *
     * @param counts the number of documents that match a query
     */
    public QueryAnalyzer withCounts(IOFunction<Query, Long> counts) {
        return new QueryAnalyzer(analyzer, synonyms, new KatakanaRestorer(counts), maxEntryLength, twoKanjiTerms);
    }

    private record Token(String term, int start, int end, int position) {}

    /** Returns the units of {@code word}, in order; the longest match in the lexicon wins. */
    public List<WordUnit> units(String word) {
        return unitsOf(normalize(word)).stream().map(PlacedUnit::unit).toList();
    }

    private List<PlacedUnit> unitsOf(String folded) {
        List<Token> tokens = tokens(folded);
        List<PlacedUnit> units = new ArrayList<>();
        Map<String, List<Variant>> known = new HashMap<>(); // a long text repeats its words
        int tokenIndex = 0;
        while (tokenIndex < tokens.size()) {
            int end = endOfUnit(tokenIndex, tokens, folded, known);
            units.add(unit(tokens.subList(tokenIndex, end), folded, known));
            tokenIndex = end;
        }
        return units;
    }

    /** Returns the index behind the last token of the longest unit in the lexicon that begins at {@code first}. */
    private int endOfUnit(int first, List<Token> tokens, String folded, Map<String, List<Variant>> known) {
        int start = tokens.get(first).start;
        for (int last = tokens.size() - 1; last > first; last--) {
            int end = tokens.get(last).end; // a word of a thousand characters has half a million substrings
            if (end - start <= maxEntryLength
                    && !known.computeIfAbsent(folded.substring(start, end), this::variants)
                            .isEmpty()) {
                return last + 1;
            }
        }
        return first + 1;
    }

    private PlacedUnit unit(List<Token> tokens, String folded, Map<String, List<Variant>> known) {
        List<PlacedUnit> parts = UnitMerger.merge(
                tokens.stream().map(token -> part(token, folded)).toList(), folded);
        int start = tokens.getFirst().start;
        int end = tokens.getLast().end;
        String text = folded.substring(start, end);
        List<Variant> variants = known.computeIfAbsent(text, this::variants);
        return new PlacedUnit(
                new WordUnit(
                        text,
                        parts.stream()
                                .flatMap(part -> part.unit().parts().stream())
                                .toList(),
                        parts.stream()
                                .flatMap(part -> part.unit().phrases().stream())
                                .toList(),
                        tokens.size() == 1 ? withModernForm(text, variants) : variants),
                start,
                end,
                tokens.getFirst().position,
                parts.getLast().position());
    }

    private static PlacedUnit part(Token token, String folded) {
        TermPhrase phrase = new TermPhrase(List.of(token.term), List.of(0));
        String text = folded.substring(token.start, token.end);
        WordUnit unit = new WordUnit(text, List.of(text), List.of(phrase), List.of());
        return new PlacedUnit(unit, token.start, token.end, token.position, token.position);
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
        List<Token> tokens = tokens(JapaneseAnalyzers.foldWidthAndCase(text));
        if (tokens.isEmpty()) {
            return new Variant(kind, text, List.of());
        }
        int first = tokens.getFirst().position;
        return new Variant(
                kind,
                text,
                List.of(new TermPhrase(
                        tokens.stream().map(Token::term).toList(),
                        tokens.stream().map(token -> token.position - first).toList())));
    }

    /** Returns the terms of {@code folded}, one a position. */
    private List<Token> tokens(String folded) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream =
                analyzer.tokenStream(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), folded)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var length = stream.addAttribute(PositionLengthAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                boolean isFirst = tokens.isEmpty() || tokens.getLast().position < position;
                if (length.getPositionLength() == 1 && isFirst) {
                    if (!tokens.isEmpty() && tokens.getLast().end > offset.startOffset()) {
                        tokens.removeLast(); // repeated from another number of the list
                    }
                    tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset(), position));
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
        List<PlacedUnit> placed = unitsOf(normalized);
        List<PlacedUnit> merged = UnitMerger.merge(placed, normalized);
        boolean sentence = ContentWords.of(normalized, placed).isSentence();
        boolean isCovered = sentence || (isCovered(normalized, placed) && !isSplinter(merged, normalized));
        List<WordUnit> units =
                (sentence ? placed : merged).stream().map(PlacedUnit::unit).toList();
        String stripped = normalized.strip();
        boolean hasExpansions = !sentence && stripped.length() <= WordEdges.MAX_MARKED_LENGTH;
        return new AnalyzedWord(
                word,
                normalized,
                sources,
                units,
                isCovered,
                hasExpansions ? spellings(word, stripped) : restored(word, stripped),
                hasExpansions ? readings(word, stripped) : List.of(),
                sentence);
    }

    /**
     * Returns whether the units of {@code folded} say what it says: analysis drops only hiragana, between kanji, and
     * signs.
     */
    private static boolean isCovered(String folded, List<PlacedUnit> units) {
        var covered = new BitSet();
        units.forEach(unit -> covered.set(unit.start(), unit.end()));
        boolean isKana = Kana.isKana(folded);
        return IntStream.range(0, folded.length())
                .filter(i -> !covered.get(i))
                .map(folded::charAt)
                .allMatch(c -> !isKana && (Kana.isHiragana(c) || !Character.isLetterOrDigit(c)));
    }

    /**
     * Returns whether {@code folded} is a single character, which is matched by itself, or only a number or single
     * character of it is left.
     */
    private static boolean isSplinter(List<PlacedUnit> units, String folded) {
        return units.size() == 1
                && UnitMerger.isSplinter(units.getFirst().unit().text())
                && (units.getFirst().unit().text().length() < folded.strip().length()
                        || folded.strip().length() == 1);
    }

    private static List<String> restored(String word, String normalized) {
        boolean isRestored =
                !normalized.equals(JapaneseAnalyzers.foldWidthAndCase(word).strip());
        return isRestored ? List.of(normalized) : List.of();
    }

    private List<String> spellings(String word, String normalized) {
        String folded = JapaneseAnalyzers.foldWidthAndCase(word).strip();
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(normalized);
        if (!folded.isEmpty()) {
            spellings.addAll(SpellingVariants.of(folded));
            addRomanNumerals(word, spellings);
            spellings.addAll(kanaSpellings(folded));
        }
        spellings.remove(folded);
        return List.copyOf(spellings);
    }

    /** Adds {@code word} with a Roman numeral as digits; width folding turns it into letters. */
    private static void addRomanNumerals(String word, Set<String> spellings) {
        if (word.chars().anyMatch(c -> Character.getType(c) == Character.LETTER_NUMBER && !Kana.isKanji(c))) {
            String digits = JapaneseAnalyzers.foldVariants(word).strip();
            spellings.add(digits);
            spellings.addAll(SpellingVariants.of(digits));
        }
    }

    /** Returns a word with kanji in hiragana and katakana. */
    private List<String> kanaSpellings(String folded) {
        boolean isJapanese = folded.length() > 1
                && folded.chars().allMatch(c -> Kana.isKanji(c) || Kana.isHiragana(c) || c == '々')
                && !Kana.isKana(folded);
        String reading = isJapanese && !WordEdges.isPlace(folded) ? phoneticKey(folded) : "";
        return reading.length() < MIN_KANA_LENGTH || !Kana.isKana(reading)
                ? List.of()
                : List.of(Kana.toHiragana(reading), reading);
    }

    /**
     * Returns the content words of {@code word}, divided at the particles between them and without question words;
     * {@code word} itself if it is a single word, a sentence or in kana, of which the analysis says little.
     */
    public List<String> contentWords(String word) {
        NormalizedText folded = NormalizedText.of(word);
        if (Kana.isKana(folded.text())) {
            return List.of(word);
        }
        String normalized = normalize(word);
        String text = normalized.length() == folded.text().length() ? normalized : folded.text();
        ContentWords content = ContentWords.of(text, unitsOf(text));
        return content.isSentence() ? List.of(word) : content.in(folded, word);
    }

    /** Returns {@code word} folded, with katakana restored where the index contains the katakana spelling. */
    public String normalize(String word) {
        return restorer.of(word);
    }

    /** Returns the terms that score {@code word}. */
    List<ScoringTerm> scoringTerms(AnalyzedWord word, FieldBoosts boosts) {
        return ScoringTermSelector.of(word.normalized(), word.sentence(), analyzer, boosts);
    }

    /** Returns the terms of {@code text} by {@code analysis}, in order, one a position. */
    public List<String> terms(String text, Analysis analysis) {
        List<String> found = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(Source.TEXT.in(analysis).luceneName(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (increment.getPositionIncrement() > 0) {
                    found.add(term.toString());
                }
            }
            stream.end();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the terms of two kanji, and the two as one term: alone 十分 is ten minutes, in a text also a word. */
    Set<List<String>> twoKanjiTerms(String folded) {
        return Objects.requireNonNull(twoKanjiTerms.get(folded, word -> {
            Set<List<String>> terms = new LinkedHashSet<>();
            terms.add(terms(word, Analysis.SEARCH_MODE));
            terms.add(List.of(JapaneseAnalyzers.foldVariants(word)));
            terms.remove(List.<String>of());
            return terms;
        }));
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

    /**
     * Returns the readings of {@code word} if it is typed as a reading, in kana or romaji, or in kanji and kana, whose
     * division varies (支えあい, 支え合い); else none.
     */
    private List<String> readings(String word, String normalized) {
        List<String> readings = ReadingVariants.of(word);
        if (!readings.isEmpty()) {
            return readings;
        }
        boolean isMixed = normalized.chars().anyMatch(Kana::isHiragana)
                && normalized.chars().anyMatch(Kana::isKanji)
                && normalized.chars().allMatch(c -> Kana.isHiragana(c) || Kana.isKanji(c));
        String reading = isMixed ? phoneticKey(normalized) : "";
        return reading.length() >= MIN_MIXED_READING_LENGTH && Kana.isKana(reading) ? List.of(reading) : List.of();
    }
}
