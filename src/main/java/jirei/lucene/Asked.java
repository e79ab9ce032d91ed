package jirei.lucene;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.QueryInterpretation;
import org.apache.lucene.search.Query;

/**
 * How a request was understood, and what it finds without filters.
 *
 * @param interpretation how it was understood
 * @param found what is found
 * @param ways what orders it, by the sum of their scores
 */
record Asked(QueryInterpretation interpretation, SectionSet found, List<Query> ways) {
    /** What {@code request} asks of {@code sets}. */
    static Asked of(SearchRequest request, SectionSource sets, SectionQueries queries, Supplier<Corrector> corrector)
            throws IOException {
        var gate = new Gate(sets, queries);
        Widener.Widened widened =
                new Corrections(sets, gate, queries, corrector).widen(QueryParser.parse(request.query()));
        var expression = widened.interpretation().query().expression();
        return new Asked(widened.interpretation(), widened.sections(), ScoringClauses.of(expression, queries, gate));
    }

    /** Matches what is found, and orders it. */
    Query scored() {
        return found.scored(ways);
    }
}
