package jirei.engine;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import jirei.engine.backend.IndexAccess;
import jirei.engine.highlight.RequestPatterns;
import jirei.engine.match.CountedMatches;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.match.QueryRelaxer;
import jirei.engine.match.ScoringClauses;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.spell.CorrectionCandidates;
import jirei.engine.spell.DidYouMean;
import jirei.query.ParsedQuery;
import jirei.search.QueryInterpretation;
import org.apache.lucene.search.Query;

/**
 * A query after relaxation and correction, with its matches before filtering. Immutable.
 *
 * @param <S> the doc set type
 * @param interpretation how the query was interpreted
 * @param matches the matching sections
 * @param hasContext whether there is such a case
 * @param scoringClauses the optional clauses whose scores are summed
 * @param patterns what is highlighted in the hits
 */
record ResolvedQuery<S>(
        QueryInterpretation interpretation,
        CountedMatches<S> matches,
        boolean hasContext,
        List<Query> scoringClauses,
        RequestPatterns patterns) {
    ResolvedQuery {
        scoringClauses = List.copyOf(scoringClauses);
    }

    /** Resolves {@code query} over {@code index}. */
    static <S> ResolvedQuery<S> resolve(
            ParsedQuery query,
            IndexAccess<S> index,
            RequestQueryFactory queries,
            Supplier<CorrectionCandidates> candidates,
            QueryRewriter rewriter)
            throws IOException {
        var evaluator = new MatchEvaluator<>(index, queries);
        QueryRelaxer.Relaxed<S> relaxed = new DidYouMean<>(
                        index, evaluator, queries, candidates, other -> rewriter.rewrite(other, queries))
                .relaxAndCorrect(rewriter.rewrite(query, queries));
        var expression = relaxed.interpretation().query().expression();
        return new ResolvedQuery<>(
                relaxed.interpretation()
                        .withUnknownValues(
                                rewriter.unknown(relaxed.interpretation().query())),
                relaxed.matches(),
                index.size(relaxed.matches().contextCases()) > 0,
                ScoringClauses.of(expression, queries, evaluator),
                RequestPatterns.of(expression, queries, evaluator.infixWords(expression)));
    }
}
