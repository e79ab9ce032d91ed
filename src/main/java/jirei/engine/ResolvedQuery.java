package jirei.engine;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import jirei.engine.backend.DocSet;
import jirei.engine.backend.DocSetFactory;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.match.QueryRelaxer;
import jirei.engine.match.ScoringClauses;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.spell.CorrectionCandidates;
import jirei.engine.spell.DidYouMean;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.QueryInterpretation;
import org.apache.lucene.search.Query;

/**
 * How a request was understood, and what it finds without filters.
 *
 * @param interpretation how it was understood
 * @param matches what is found
 * @param scoringClauses what orders it, by the sum of their scores
 */
public record ResolvedQuery(QueryInterpretation interpretation, DocSet matches, List<Query> scoringClauses) {
    /** What {@code request} asks of {@code sets}. */
    public static ResolvedQuery of(
            SearchRequest request,
            DocSetFactory sets,
            RequestQueryFactory queries,
            Supplier<CorrectionCandidates> corrector)
            throws IOException {
        var gate = new MatchEvaluator(sets, queries);
        QueryRelaxer.Relaxed widened =
                new DidYouMean(sets, gate, queries, corrector).relaxAndCorrect(QueryParser.parse(request.query()));
        var expression = widened.interpretation().query().expression();
        return new ResolvedQuery(
                widened.interpretation(), widened.matches(), ScoringClauses.of(expression, queries, gate));
    }

    /** Matches what is found, and orders it. */
    public Query scoringQuery() {
        return matches.scoringQuery(scoringClauses);
    }
}
