package jirei.engine.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jirei.engine.backend.DocSets;
import jirei.engine.query.RequestQueryFactory;
import jirei.query.ParsedQuery;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Prefix;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SpellingCorrection;
import jirei.search.WordInterpretation;

/**
 * Uses the strictest reading of a query that matches anything: all words in one section, all words in one case, any
 * word. Filters are applied later, so they never change how a query is interpreted. Not thread-safe.
 *
 * @param <S> the doc set type
 */
public final class QueryRelaxer<S> {
    private final DocSets<S> sets;
    private final MatchEvaluator<S> evaluator;
    private final RequestQueryFactory queries;

    /** Creates a relaxer over {@code sets}. */
    public QueryRelaxer(DocSets<S> sets, MatchEvaluator<S> evaluator, RequestQueryFactory queries) {
        this.sets = sets;
        this.evaluator = evaluator;
        this.queries = queries;
    }

    /**
     * The matches of a query and how it was interpreted. Immutable.
     *
     * @param <S> the doc set type
     * @param matches the matching sections
     * @param interpretation how the query was interpreted
     */
    public record Relaxed<S>(CountedMatches<S> matches, QueryInterpretation interpretation) {
        /** Returns this result with a proposed correction. */
        public Relaxed<S> with(SpellingCorrection correction) {
            return new Relaxed<>(matches, interpretation.withCorrection(correction));
        }
    }

    /** Returns the matches of the first relaxation step with at least one match; none if no step matches. */
    public Relaxed<S> relax(ParsedQuery query) throws IOException {
        QueryExpression expression = query.expression();
        CountedMatches<S> strict = evaluator.strict(expression).count(sets);
        if (sets.size(strict.all()) > 0) {
            Relaxation step = hasSentence(expression) ? Relaxation.ANY_CONTENT_WORD : Relaxation.NONE;
            return relaxed(strict, query, step);
        }
        for (Relaxation step : List.of(Relaxation.SAME_CASE, Relaxation.ANY_WORD)) {
            Matches<S> relaxed =
                    step == Relaxation.SAME_CASE ? evaluator.sameCase(expression) : evaluator.anyTerm(expression);
            CountedMatches<S> found = relaxed.count(sets);
            if (sets.size(found.all()) > 0) {
                return relaxed(found, query, step);
            }
        }
        return relaxed(strict, query, Relaxation.NONE);
    }

    private Relaxed<S> relaxed(CountedMatches<S> matches, ParsedQuery query, Relaxation step) throws IOException {
        return new Relaxed<>(matches, interpretation(query, step, matches.all()));
    }

    private boolean hasSentence(QueryExpression expression) {
        return expression.leaves().stream()
                .anyMatch(leaf ->
                        leaf instanceof Word word && queries.word(word).word().sentence());
    }

    private QueryInterpretation interpretation(ParsedQuery query, Relaxation step, S matches) throws IOException {
        List<QueryExpression> required =
                step == Relaxation.NONE ? query.expression().required() : List.of();
        Set<Word> places = evaluator.places(query.expression());
        List<WordInterpretation> words = new ArrayList<>();
        for (QueryExpression leaf : query.expression().leaves()) {
            words.add(word(leaf, false, required.contains(leaf), step, matches, places));
        }
        for (QueryExpression prohibited : query.expression().prohibited()) {
            for (QueryExpression leaf : prohibited.leaves()) {
                words.add(word(leaf, true, false, Relaxation.NONE, matches, places));
            }
        }
        return new QueryInterpretation(query, step, words, null);
    }

    private WordInterpretation word(
            QueryExpression leaf, boolean excluded, boolean required, Relaxation step, S matches, Set<Word> places)
            throws IOException {
        Matches<S> own = evaluator.strict(leaf);
        CountedMatches<S> counts = own.count(sets);
        S counted = counts.all();
        boolean dropped = step == Relaxation.ANY_WORD && !sets.intersects(counted, matches);
        long sections = sets.size(counted);
        return switch (leaf) {
            case Word word -> {
                boolean inCase = !excluded && sets.size(counts.contextCases()) > 0;
                boolean isPlace = !excluded && places.contains(word);
                yield new WordInterpretation(
                        word.text(),
                        false,
                        excluded,
                        queries.word(word).word().terms(),
                        sections,
                        dropped,
                        isPlace || (inCase && required && !sets.intersects(own.own(), matches)),
                        isPlace,
                        isPlace ? Set.of(QueryField.PLACE) : inCase ? caseFields(word) : Set.of(),
                        evaluator.expansionCounts(word));
            }
            case Phrase phrase -> exact(phrase.text(), excluded, sections, dropped);
            case Prefix prefix -> exact(prefix.text() + "*", excluded, sections, dropped);
            default -> throw new IllegalArgumentException("not a word: " + leaf);
        };
    }

    private static WordInterpretation exact(String text, boolean excluded, long sections, boolean dropped) {
        return new WordInterpretation(
                text, true, excluded, List.of(), sections, dropped, false, false, Set.of(), List.of());
    }

    private Set<QueryField> caseFields(Word word) throws IOException {
        Set<QueryField> fields = EnumSet.noneOf(QueryField.class);
        for (QueryField field : List.of(QueryField.TITLE, QueryField.PLACE)) {
            if (evaluator.isWordOf(field, word.text())) {
                fields.add(field);
            }
        }
        return fields;
    }
}
