package jirei.engine.backend;

import java.util.List;
import jirei.query.SearchRequest;
import org.apache.lucene.search.Query;

/**
 * One page of a search, ready to be executed. Immutable.
 *
 * @param <S> the doc set type
 * @param request supplies page, size, sort order, grouping and the excluded facet values
 * @param matches the matching sections
 * @param scoringClauses the optional clauses whose scores are summed
 */
public record BackendRequest<S>(SearchRequest request, FilteredMatches<S> matches, List<Query> scoringClauses) {
    /** Maximum number of sections shown per case if hits are grouped. */
    public static final int MAX_SHOWN_OF_CASE = 3;

    /** Copies the list. */
    public BackendRequest {
        scoringClauses = List.copyOf(scoringClauses);
    }

    /** The number of hits, or of cases if hits are grouped, before the page. */
    public int from() {
        return (request.page() - 1) * request.size();
    }
}
