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

/** The queries of one word of a query: for its pieces and what stands for them, for what orders sections, for what is marked. */
public final class WordQueryFactory {
    private final QueryAnalyzer lexicon;
    private final AnalyzedWord word;
    private final ExpansionOptions matching;
    private final FieldBoosts weights;

    WordQueryFactory(QueryAnalyzer lexicon, AnalyzedWord word, ExpansionOptions matching, FieldBoosts weights) {
        this.lexicon = lexicon;
        this.word = word;
        this.matching = matching;
        this.weights = weights;
    }

    public AnalyzedWord word() {
        return word;
    }

    /** Sections with all terms of {@code segment}, in any order. */
    public Query terms(WordUnit segment) {
        return allOf(segment.terms().stream()
                .map(term -> anyOf(word.sources().stream()
                        .map(part -> term(part, Analysis.SEARCH_MODE, term))
                        .toList()))
                .toList());
    }

    /** Sections with the very characters of the word, or with its reading where that was typed. */
    Query originalText() {
        return anyOf(List.of(exact(), reading()));
    }

    /** Sections with the very characters of {@code segment}. */
    public Query exact(WordUnit segment) {
        return exact(segment.text(), word.sources());
    }

    /** Sections with the very characters of the word. */
    public Query exact() {
        return exact(word.text(), word.sources());
    }

    /** Sections with {@code alternative} in any spelling if {@code spellings}, else with its very characters. */
    public Query variant(Variant alternative, boolean spellings) {
        return variant(alternative, word.sources(), spellings);
    }

    /** The alternative as a phrase of its terms, so that spelling variants of it match too, or by its very characters. */
    private static Query variant(Variant alternative, Collection<Source> parts, boolean spellings) {
        List<Query> ways = new ArrayList<>();
        if (spellings && !alternative.terms().isEmpty()) {
            String[] terms = alternative.terms().toArray(String[]::new);
            parts.forEach(part -> ways.add(phrase(part, Analysis.SEARCH_MODE, terms)));
        }
        ways.add(exact(alternative.text(), parts));
        return anyOf(ways);
    }

    /** Sections with something that is read as the word is typed; nothing where it isn't typed as a reading. */
    public Query reading() {
        return reading(word.sources());
    }

    private Query reading(Collection<Source> parts) {
        String[] pairs = word.reading().toArray(String[]::new);
        return pairs.length == 0
                ? new MatchNoDocsQuery("no reading")
                : anyOf(parts.stream()
                        .map(part -> phrase(part, Analysis.READING_BIGRAM, pairs))
                        .toList());
    }

    /**
     * What may be added to the score for a match in a part.
     *
     * @param kind by which form it matches
     * @param text what matches: a form of the word, or the word itself
     * @param source where
     * @param query the query whose score is added
     * @param alternatives of which only the best counts, where there are several: what says the same must not count twice
     */
    public record ScoringClause(
            ExpansionKind kind, String text, Source source, Query query, List<ScoringClause> alternatives) {
        static ScoringClause of(ExpansionKind kind, String text, Source part, Query query) {
            return new ScoringClause(kind, text, part, query, List.of());
        }

        static ScoringClause bestOf(List<ScoringClause> ways) {
            ScoringClause first = ways.getFirst();
            var best = new DisjunctionMaxQuery(
                    ways.stream().map(ScoringClause::query).toList(), 0);
            return new ScoringClause(first.kind, first.text, first.source, best, ways);
        }
    }

    /** What orders the sections that match: a sum over all ways and parts. */
    List<ScoringClause> scoringClauses() {
        List<ScoringTerm> terms = lexicon.scored(word, weights);
        List<ScoringClause> scores = new ArrayList<>();
        for (Source part : word.sources().stream().sorted().toList()) {
            float weight = weights.of(part);
            terms.stream()
                    .filter(term -> term.isFor(part))
                    .forEach(term -> scores.add(originalText(part, term.in(part), weight * term.weight())));
            if (!word.sentence()) {
                scores.add(originalText(part, normalizedText(Set.of(part)), weight * weights.exact()));
            }
            for (WordUnit segment : word.units()) {
                List<ScoringClause> ways = variantClauses(segment, part, weight);
                if (!ways.isEmpty()) {
                    scores.add(ScoringClause.bestOf(ways));
                }
            }
            if (matching.allows(word.readingExpansion()) && !word.reading().isEmpty()) {
                scores.add(ScoringClause.of(
                        ExpansionKind.READING, word.text(), part, new BoostQuery(reading(Set.of(part)), weight)));
            }
        }
        return scores;
    }

    private List<ScoringClause> variantClauses(WordUnit segment, Source part, float weight) {
        return segment.variants().stream()
                .filter(alternative -> matching.allows(alternative.expansion()))
                .map(alternative -> {
                    float factor = alternative.kind() == ExpansionKind.SYNONYM ? weights.synonym() : 1;
                    Query query = variant(alternative, Set.of(part), matching.variants());
                    return ScoringClause.of(
                            alternative.kind(), alternative.text(), part, new BoostQuery(query, weight * factor));
                })
                .toList();
    }

    private List<Variant> allowedVariants() {
        return word.units().stream()
                .flatMap(segment -> segment.variants().stream())
                .filter(alternative -> matching.allows(alternative.expansion()))
                .toList();
    }

    private ScoringClause originalText(Source part, Query query, float weight) {
        return ScoringClause.of(ExpansionKind.ORIGINAL, word.text(), part, new BoostQuery(query, weight));
    }

    /** What is highlighted: terms of more than one character, the word's very characters, and what stands for its pieces. */
    List<HighlightPattern> highlightPatterns() {
        List<HighlightPattern> marks = new ArrayList<>();
        List<String> terms = word.terms();
        if (matching.allows(word.variantExpansion())) {
            terms.stream()
                    .filter(term -> terms.size() == 1 || term.codePointCount(0, term.length()) > 1)
                    .forEach(term -> marks.add(new HighlightPattern.TermSequence(List.of(term))));
        } else if (!word.isRewritten()) {
            word.units().forEach(segment -> marks.addAll(literalPatterns(segment.text())));
        }
        for (Variant alternative : allowedVariants()) {
            if (matching.variants() && !alternative.terms().isEmpty()) {
                marks.add(new HighlightPattern.TermSequence(alternative.terms()));
            }
            marks.addAll(literalPatterns(alternative.text()));
        }
        marks.addAll(literalPatterns(word.text()));
        if (word.isRewritten() && matching.allows(word.variantExpansion())) {
            marks.addAll(literalPatterns(word.normalized()));
        }
        if (matching.allows(word.readingExpansion()) && !word.reading().isEmpty()) {
            marks.add(new HighlightPattern.Reading(word.reading()));
        }
        return marks;
    }

    /** The very characters of {@code text}, unless it is white space alone. */
    static List<HighlightPattern> literalPatterns(String text) {
        String folded = folded(text);
        return folded.isEmpty() ? List.of() : List.of(new HighlightPattern.Literal(folded));
    }

    /** The very characters of the word, as typed or as the sections write it. */
    public Query normalizedText() {
        return normalizedText(word.sources());
    }

    private Query normalizedText(Collection<Source> parts) {
        Query typed = exact(word.text(), parts);
        return word.isRewritten() && matching.allows(word.variantExpansion())
                ? anyOf(List.of(typed, exact(word.normalized(), parts)))
                : typed;
    }

    /** The very characters of {@code text} in one of {@code parts}, width and case folded. */
    public static Query exact(String text, Collection<Source> parts) {
        String folded = folded(text);
        if (folded.isEmpty()) {
            return new MatchNoDocsQuery("only white space");
        }
        List<String> terms = terms(folded);
        boolean single = folded.codePointCount(0, folded.length()) == 1;
        return anyOf(parts.stream()
                .map(part -> phrase(part, single ? Analysis.UNIGRAM : Analysis.BIGRAM, terms.toArray(String[]::new)))
                .toList());
    }

    private static String folded(String text) {
        return JapaneseAnalyzers.foldWidthAndCase(text).strip();
    }

    /** The overlapping pairs of the characters of {@code folded} as the index cuts a text, or its only character. */
    static List<String> terms(String folded) {
        int[] characters = folded.codePoints().toArray();
        return characters.length == 1
                ? List.of(folded)
                : IntStream.range(0, characters.length - 1)
                        .mapToObj(i -> new String(characters, i, 2))
                        .toList();
    }

    private static Query phrase(Source part, Analysis terms, String[] found) {
        return found.length == 1
                ? term(part, terms, found[0])
                : new PhraseQuery(part.in(terms).luceneName(), found);
    }

    private static Query term(Source part, Analysis terms, String term) {
        return new TermQuery(new Term(part.in(terms).luceneName(), term));
    }

    /** Whatever matches one of {@code queries}; nothing if there is none. */
    public static Query anyOf(Collection<Query> queries) {
        if (queries.isEmpty()) {
            return new MatchNoDocsQuery("nothing to look for");
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
