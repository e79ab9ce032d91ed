package jirei.lucene;

import java.io.IOException;
import java.util.function.Supplier;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.Interpretation;
import org.apache.lucene.search.Query;

/**
 * How a request was understood, and what it finds without filters.
 *
 * @param interpretation how it was understood
 * @param scored matches what is found and orders it
 */
record Asked(Interpretation interpretation, Query scored) {
    /** What {@code request} asks of {@code sets}. */
    static Asked of(SearchRequest request, SectionSource sets, SectionQueries queries, Supplier<Corrector> corrector)
            throws IOException {
        var gate = new Gate(sets, queries);
        Widener.Widened widened =
                new Corrections(sets, gate, queries, corrector).widen(QueryParser.parse(request.query()));
        var expression = widened.interpretation().query().expression();
        return new Asked(widened.interpretation(), queries.scored(widened.sections(), expression, gate));
    }
}
