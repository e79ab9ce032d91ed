package jirei.engine.backend;

import java.util.List;
import jirei.query.SearchRequest;
import org.apache.lucene.search.Query;

/**
 * One page of a search, ready to be executed. Immutable.
 *
 * @param <S> a set of sections
 * @param request gives page, size, sort order, grouping and the excluded values of facets
 * @param matches which sections match
 * @param scoringClauses the optional clauses whose scores are summed
 */
public record BackendRequest<S>(SearchRequest request, FilteredMatches<S> matches, List<Query> scoringClauses) {
    /** The most sections shown for a case where hits are grouped. */
    public static final int MAX_SHOWN_OF_CASE = 3;

    /** Takes a copy. */
    public BackendRequest {
        scoringClauses = List.copyOf(scoringClauses);
    }

    /** How many hits or cases precede the page. */
    public int from() {
        return (request.page() - 1) * request.size();
    }
}
