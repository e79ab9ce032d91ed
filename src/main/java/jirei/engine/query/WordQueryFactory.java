package jirei.engine.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.WordEdges;
import jirei.engine.query.WordUnit.Variant;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Builds the queries of one query word: matching queries of its units and expansions, scoring clauses and highlight
 * patterns. Thread-safe if its {@link QueryAnalyzer} is.
 */
public final class WordQueryFactory {
    private final QueryAnalyzer analyzer;
    private final AnalyzedWord word;
    private final ExpansionOptions options;
    private final FieldBoosts boosts;

    WordQueryFactory(QueryAnalyzer analyzer, AnalyzedWord word, ExpansionOptions options, FieldBoosts boosts) {
        this.analyzer = analyzer;
        this.word = word;
        this.options = options;
        this.boosts = boosts;
    }

    /** Returns the queries of the same word in {@code sources}. */
    WordQueryFactory in(Set<Source> sources) {
        return new WordQueryFactory(analyzer, word.in(sources), options, boosts);
    }

    /** The analyzed word. */
    public AnalyzedWord word() {
        return word;
    }

    /** Matches all phrases of {@code unit}, in any order. */
    public Query terms(WordUnit unit) {
        String folded = folded(unit.text());
        if (folded.length() > 1 && WordEdges.isPlace(folded)) {
            return word(folded, word.sources());
        }
        return allOf(unit.phrases().stream()
                .map(phrase -> anyOf(word.sources().stream()
                        .map(source -> phrase(source, phrase))
                        .toList()))
                .toList());
    }

    /** Matches the characters of {@code unit} as a word. */
    public Query exact(WordUnit unit) {
        return word(unit.text(), word.sources());
    }

    /** Matches the characters of the word, unless they are within another word. */
    public Query exact() {
        return word(word.text(), word.sources());
    }

    /** Matches the characters of the word, also within another word, or a reading of it that begins within a word. */
    public Query infix() {
        Query characters = exact(word.text(), word.sources());
        return options.allows(word.readingExpansion())
                ? anyOf(List.of(characters, reading(word.sources(), false)))
                : characters;
    }

    /** Matches {@code variant} in any spelling if {@code spellings}, else its exact characters. */
    public Query variant(Variant variant, boolean spellings) {
        return variant(variant, word.sources(), spellings);
    }

    /** Matches the variant as a phrase of its terms, so that its own spelling variants match, or its characters. */
    private Query variant(Variant variant, Collection<Source> sources, boolean spellings) {
        List<Query> queries = new ArrayList<>();
        if (spellings) {
            variant.phrases().forEach(phrase -> sources.forEach(source -> queries.add(phrase(source, phrase))));
        }
        queries.add(word(variant.text(), sources));
        return anyOf(queries);
    }

    /** Matches text with the reading of the word; nothing if the word is not typed as a reading. */
    public Query reading() {
        return reading(word.sources(), true);
    }

    /** @param edges whether the reading begins and ends with a word of the text */
    private Query reading(Collection<Source> sources, boolean edges) {
        List<Query> queries = new ArrayList<>();
        for (String reading : word.readings()) {
            List<String> terms = edges ? WordEdges.readingTerms(reading) : terms(reading);
            for (Source source : sources) {
                queries.add(phrase(source, Analysis.READING_BIGRAM, terms));
            }
        }
        return anyOf(queries);
    }

    /**
     * An optional clause that adds to the score. Immutable.
     *
     * @param kind the kind of the expansion that matches
     * @param text the matching text: an expansion, or the word itself
     * @param source the searched text
     * @param query the query whose score is added
     * @param alternatives the alternatives of which only the best counts, so that equivalent expansions do not count
     *     twice; empty for a simple clause
     */
    public record ScoringClause(
            ExpansionKind kind, String text, Source source, Query query, List<ScoringClause> alternatives) {
        static ScoringClause of(ExpansionKind kind, String text, Source source, Query query) {
            return new ScoringClause(kind, text, source, query, List.of());
        }

        static ScoringClause bestOf(List<ScoringClause> alternatives) {
            ScoringClause first = alternatives.getFirst();
            var best = new DisjunctionMaxQuery(
                    alternatives.stream().map(ScoringClause::query).toList(), 0);
            return new ScoringClause(first.kind, first.text, first.source, best, alternatives);
        }
    }

    /** Returns the highlight patterns, {@code infix} also within other words. */
    List<HighlightPattern> highlightPatterns(boolean infix) {
        return new WordHighlight(word, options).patterns(infix);
    }

    /** Returns the scoring clauses over all expansions and fields; their scores are summed. */
    List<ScoringClause> scoringClauses() {
        List<ScoringTerm> terms = analyzer.scoringTerms(word, boosts);
        List<ScoringClause> clauses = new ArrayList<>();
        for (Source source : word.termSources()) {
            terms.stream().filter(term -> !term.isPair()).forEach(term -> clauses.add(scored(term, source)));
        }
        for (Source source : word.sources().stream().sorted().toList()) {
            float boost = boosts.phrase(source);
            if (source == Source.TEXT) {
                terms.stream().filter(ScoringTerm::isPair).forEach(term -> clauses.add(scored(term, source)));
            }
            if (!word.sentence()) {
                clauses.add(originalText(source, bestSpelling(source), boost * boosts.exact()));
            }
            for (WordUnit unit : word.units()) {
                List<ScoringClause> variants = variantClauses(unit, source, boost);
                if (!variants.isEmpty()) {
                    clauses.add(ScoringClause.bestOf(variants));
                }
            }
            if (options.allows(word.readingExpansion()) && !word.readings().isEmpty()) {
                Query reading = reading(Set.of(source), true);
                clauses.add(
                        ScoringClause.of(ExpansionKind.READING, word.text(), source, new BoostQuery(reading, boost)));
            }
        }
        return clauses;
    }

    private ScoringClause scored(ScoringTerm term, Source source) {
        return originalText(source, term.in(source), boosts.term(source) * term.boost());
    }

    /** The characters in the best matching spelling. Two kanji score by their bigram, as part of another word too. */
    private Query bestSpelling(Source source) {
        Set<Source> sources = Set.of(source);
        String folded = folded(word.text());
        Query typed = WordEdges.isTwoKanji(folded) ? exact(folded, sources) : word(folded, sources);
        if (word.spellings().isEmpty() || !options.allows(word.variantExpansion())) {
            return typed;
        }
        List<Query> spellings = new ArrayList<>(List.of(typed));
        word.spellings().forEach(spelling -> spellings.add(word(spelling, sources)));
        return new DisjunctionMaxQuery(spellings, 0);
    }

    private List<ScoringClause> variantClauses(WordUnit unit, Source source, float boost) {
        return unit.variants().stream()
                .filter(variant -> options.allows(variant.expansion()))
                .map(variant -> {
                    float factor = variant.kind() == ExpansionKind.SYNONYM ? boosts.synonym() : 1;
                    Query query = variant(variant, Set.of(source), options.variants());
                    return ScoringClause.of(
                            variant.kind(), variant.text(), source, new BoostQuery(query, boost * factor));
                })
                .toList();
    }

    private ScoringClause originalText(Source source, Query query, float boost) {
        return ScoringClause.of(ExpansionKind.ORIGINAL, word.text(), source, new BoostQuery(query, boost));
    }

    /** Matches the characters of the word, as typed or in another spelling. */
    public Query spellings() {
        return spellings(word.sources());
    }

    private Query spellings(Collection<Source> sources) {
        List<Query> queries = new ArrayList<>(List.of(word(word.text(), sources)));
        if (options.allows(word.variantExpansion())) {
            word.spellings().forEach(spelling -> queries.add(word(spelling, sources)));
        }
        return anyOf(queries);
    }

    /**
     * Matches the characters of {@code text} as a word, see {@link WordEdges}. Two kanji also match as terms, which the
     * index does not mark.
     */
    private Query word(String text, Collection<Source> sources) {
        String folded = folded(text);
        if (isNumberOrLetter(folded)) {
            return anyOf(sources.stream()
                    .map(source -> term(source, Analysis.SEARCH_MODE, folded))
                    .toList());
        }
        if (folded.codePointCount(0, folded.length()) < 2) {
            return exact(text, sources);
        }
        List<String> marked = WordEdges.terms(folded);
        List<Query> queries = new ArrayList<>();
        for (Source source : sources) {
            queries.add(phrase(source, Analysis.BIGRAM, marked));
        }
        if (WordEdges.isTwoKanji(folded) && !WordEdges.isPlace(folded)) {
            for (List<String> terms : analyzer.twoKanjiTerms(folded)) {
                sources.forEach(source -> queries.add(phrase(source, Analysis.SEARCH_MODE, terms)));
            }
        }
        return anyOf(queries);
    }

    /** Returns whether {@code folded} is a single digit or Latin letter, which matches as a word: not 1 in 2014. */
    static boolean isNumberOrLetter(String folded) {
        return folded.length() == 1 && folded.charAt(0) < 0x80 && Character.isLetterOrDigit(folded.charAt(0));
    }

    /** Matches the exact characters of {@code text} in one of {@code sources}, ignoring width and case. */
    public static Query exact(String text, Collection<Source> sources) {
        String folded = folded(text);
        if (folded.isEmpty()) {
            return new MatchNoDocsQuery("only white space");
        }
        List<String> terms = terms(folded);
        boolean single = folded.codePointCount(0, folded.length()) == 1;
        return anyOf(sources.stream()
                .map(source -> phrase(source, single ? Analysis.UNIGRAM : Analysis.BIGRAM, terms))
                .toList());
    }

    /** Matches sections with a word that begins with the characters of {@code text}. */
    static Query prefix(String text, Collection<Source> sources) {
        String folded = folded(text);
        List<String> marked = WordEdges.prefixTerms(folded);
        return anyOf(sources.stream()
                .<Query>map(source -> marked.isEmpty()
                        ? new PrefixQuery(
                                new Term(source.in(Analysis.SEARCH_MODE).luceneName(), folded))
                        : phrase(source, Analysis.BIGRAM, marked))
                .toList());
    }

    static String folded(String text) {
        return JapaneseAnalyzers.foldWidthAndCase(text).strip();
    }

    /** The overlapping character bigrams of {@code folded}, as the index contains them, or its only character. */
    static List<String> terms(String folded) {
        int[] characters = folded.codePoints().toArray();
        return characters.length == 1
                ? List.of(folded)
                : IntStream.range(0, characters.length - 1)
                        .mapToObj(i -> new String(characters, i, 2))
                        .toList();
    }

    private static Query phrase(Source source, TermPhrase phrase) {
        return phrase(source, Analysis.SEARCH_MODE, phrase);
    }

    private static Query phrase(Source source, Analysis analysis, List<String> terms) {
        return phrase(source, analysis, TermPhrase.consecutive(terms));
    }

    private static Query phrase(Source source, Analysis analysis, TermPhrase phrase) {
        List<String> terms = phrase.terms();
        if (terms.size() == 1) {
            return term(source, analysis, terms.getFirst());
        }
        var query = new PhraseQuery.Builder();
        for (int i = 0; i < terms.size(); i++) {
            query.add(
                    new Term(source.in(analysis).luceneName(), terms.get(i)),
                    phrase.positions().get(i));
        }
        return query.build();
    }

    private static Query term(Source source, Analysis analysis, String term) {
        return new TermQuery(new Term(source.in(analysis).luceneName(), term));
    }

    /** Matches documents that match at least one of {@code queries}; none if it is empty. */
    public static Query anyOf(Collection<Query> queries) {
        if (queries.isEmpty()) {
            return new MatchNoDocsQuery("no clauses");
        }
        if (queries.size() == 1) {
            return queries.iterator().next();
        }
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private static Query allOf(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        var all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.FILTER));
        return all.build();
    }
}
