package jirei.engine.advice;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jirei.engine.backend.IndexAccess;
import jirei.engine.match.FilterEvaluator;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.match.QueryRelaxer.Relaxed;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.spell.CorrectionCandidates;
import jirei.engine.spell.DidYouMean;
import jirei.query.Filters;
import jirei.query.ParsedQuery;
import jirei.query.SearchRequest;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SpellingCorrection;

/**
 * Counts what other searches find, relaxed and corrected as they would be. Not thread-safe.
 *
 * @param <S> the doc set type
 */
final class AlternativeSearches<S> {
    private final IndexAccess<S> index;
    private final FilterEvaluator<S> filters;
    private final DidYouMean<S> queries;
    private final UnaryOperator<ParsedQuery> resolved;

    /**
     * @param queries builds queries with the options of all counted searches
     * @param resolved resolves the facet values of a parsed query
     */
    AlternativeSearches(
            IndexAccess<S> index,
            FilterEvaluator<S> filters,
            RequestQueryFactory queries,
            Supplier<CorrectionCandidates> candidates,
            UnaryOperator<ParsedQuery> resolved) {
        this.index = index;
        this.filters = filters;
        this.queries = new DidYouMean<>(index, new MatchEvaluator<>(index, queries), queries, candidates, resolved);
        this.resolved = resolved;
    }

    /** Counts the sections that {@code request} finds. */
    long count(SearchRequest request) throws IOException {
        return count(
                queries.relaxAndCorrect(resolved.apply(request.query()))
                        .matches()
                        .all(),
                request.filters());
    }

    /** Counts the sections that {@code request} finds; 0 if its query has to be relaxed or corrected for that. */
    long countAsTyped(SearchRequest request) throws IOException {
        Relaxed<S> relaxed = queries.relaxAndCorrect(resolved.apply(request.query()));
        return isAsTyped(relaxed.interpretation()) ? count(relaxed.matches().all(), request.filters()) : 0;
    }

    /** Counts the sections of {@code matches} that pass {@code constraints}. */
    long count(S matches, Filters constraints) throws IOException {
        return index.size(
                index.intersection(filters.filter(matches, constraints).conjunction(null)));
    }

    private static boolean isAsTyped(QueryInterpretation interpretation) {
        SpellingCorrection correction = interpretation.correction();
        return (correction == null || !correction.applied())
                && List.of(Relaxation.NONE, Relaxation.ANY_CONTENT_WORD).contains(interpretation.relaxation());
    }
}
