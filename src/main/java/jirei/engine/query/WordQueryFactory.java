package jirei.engine.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jirei.analysis.JapaneseAnalyzers;
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

    /** The analyzed word. */
    public AnalyzedWord word() {
        return word;
    }

    /** Matches all terms of {@code unit}, in any order. */
    public Query terms(WordUnit unit) {
        return allOf(unit.terms().stream()
                .map(term -> anyOf(word.sources().stream()
                        .map(source -> term(source, Analysis.SEARCH_MODE, term))
                        .toList()))
                .toList());
    }

    /** Matches the exact characters of the word, or its reading if it is typed as a reading. */
    Query originalText() {
        return anyOf(List.of(exact(), reading()));
    }

    /** Matches the exact characters of {@code unit}. */
    public Query exact(WordUnit unit) {
        return exact(unit.text(), word.sources());
    }

    /** Matches the exact characters of the word. */
    public Query exact() {
        return exact(word.text(), word.sources());
    }

    /** Matches {@code variant} in any spelling if {@code spellings}, else its exact characters. */
    public Query variant(Variant variant, boolean spellings) {
        return variant(variant, word.sources(), spellings);
    }

    /**
     * Matches the variant as a phrase of its terms, so that its own spelling variants match, or its exact characters.
     */
    private static Query variant(Variant variant, Collection<Source> sources, boolean spellings) {
        List<Query> queries = new ArrayList<>();
        if (spellings && !variant.terms().isEmpty()) {
            String[] terms = variant.terms().toArray(String[]::new);
            sources.forEach(source -> queries.add(phrase(source, Analysis.SEARCH_MODE, terms)));
        }
        queries.add(exact(variant.text(), sources));
        return anyOf(queries);
    }

    /** Matches text with the reading of the word; nothing if the word is not typed as a reading. */
    public Query reading() {
        return reading(word.sources());
    }

    private Query reading(Collection<Source> sources) {
        String[] pairs = word.reading().toArray(String[]::new);
        return pairs.length == 0
                ? new MatchNoDocsQuery("no reading")
                : anyOf(sources.stream()
                        .map(source -> phrase(source, Analysis.READING_BIGRAM, pairs))
                        .toList());
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

    /** Returns the scoring clauses over all expansions and fields; their scores are summed. */
    List<ScoringClause> scoringClauses() {
        List<ScoringTerm> terms = analyzer.scoringTerms(word, boosts);
        List<ScoringClause> clauses = new ArrayList<>();
        for (Source source : word.sources().stream().sorted().toList()) {
            float boost = boosts.of(source);
            terms.stream()
                    .filter(term -> term.appliesTo(source))
                    .forEach(term -> clauses.add(originalText(source, term.in(source), boost * term.boost())));
            if (!word.sentence()) {
                clauses.add(originalText(source, normalizedText(Set.of(source)), boost * boosts.exact()));
            }
            for (WordUnit unit : word.units()) {
                List<ScoringClause> variants = variantClauses(unit, source, boost);
                if (!variants.isEmpty()) {
                    clauses.add(ScoringClause.bestOf(variants));
                }
            }
            if (options.allows(word.readingExpansion()) && !word.reading().isEmpty()) {
                clauses.add(ScoringClause.of(
                        ExpansionKind.READING, word.text(), source, new BoostQuery(reading(Set.of(source)), boost)));
            }
        }
        return clauses;
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

    private List<Variant> allowedVariants() {
        return word.units().stream()
                .flatMap(unit -> unit.variants().stream())
                .filter(variant -> options.allows(variant.expansion()))
                .toList();
    }

    private ScoringClause originalText(Source source, Query query, float boost) {
        return ScoringClause.of(ExpansionKind.ORIGINAL, word.text(), source, new BoostQuery(query, boost));
    }

    /**
     * Returns the highlight patterns: terms of more than one character, the exact characters of the word, and its
     * variants.
     */
    List<HighlightPattern> highlightPatterns() {
        List<HighlightPattern> patterns = new ArrayList<>();
        List<String> terms = word.terms();
        if (options.allows(word.variantExpansion())) {
            terms.stream()
                    .filter(term -> terms.size() == 1 || term.codePointCount(0, term.length()) > 1)
                    .forEach(term -> patterns.add(new HighlightPattern.TermSequence(List.of(term))));
        } else if (!word.isRewritten()) {
            word.units().forEach(unit -> patterns.addAll(literalPatterns(unit.text())));
        }
        for (Variant variant : allowedVariants()) {
            if (options.variants() && !variant.terms().isEmpty()) {
                patterns.add(new HighlightPattern.TermSequence(variant.terms()));
            }
            patterns.addAll(literalPatterns(variant.text()));
        }
        patterns.addAll(literalPatterns(word.text()));
        if (word.isRewritten() && options.allows(word.variantExpansion())) {
            patterns.addAll(literalPatterns(word.normalized()));
        }
        if (options.allows(word.readingExpansion()) && !word.reading().isEmpty()) {
            patterns.add(new HighlightPattern.Reading(word.reading()));
        }
        return patterns;
    }

    /** The exact characters of {@code text}; none if it is blank. */
    static List<HighlightPattern> literalPatterns(String text) {
        String folded = folded(text);
        return folded.isEmpty() ? List.of() : List.of(new HighlightPattern.Literal(folded));
    }

    /** Matches the exact characters of the word, as typed or with katakana restored. */
    public Query normalizedText() {
        return normalizedText(word.sources());
    }

    private Query normalizedText(Collection<Source> sources) {
        Query typed = exact(word.text(), sources);
        return word.isRewritten() && options.allows(word.variantExpansion())
                ? anyOf(List.of(typed, exact(word.normalized(), sources)))
                : typed;
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
                .map(source ->
                        phrase(source, single ? Analysis.UNIGRAM : Analysis.BIGRAM, terms.toArray(String[]::new)))
                .toList());
    }

    private static String folded(String text) {
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

    private static Query phrase(Source source, Analysis analysis, String[] terms) {
        return terms.length == 1
                ? term(source, analysis, terms[0])
                : new PhraseQuery(source.in(analysis).luceneName(), terms);
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
