package jirei.engine.backend;

import java.util.List;
import java.util.Set;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import org.apache.lucene.search.Query;

/**
 * One page of a search, ready to be executed. Immutable.
 *
 * @param <S> the doc set type
 * @param request supplies sort order, grouping and the excluded facet values
 * @param matches the matching sections
 * @param scoringClauses the optional clauses whose scores are summed
 * @param from the number of hits, or of cases if hits are grouped, before the page
 * @param size the number of hits, or of cases if hits are grouped, on the page; may be 0
 * @param facets the facets whose values are counted
 */
public record BackendRequest<S>(
        SearchRequest request,
        FilteredMatches<S> matches,
        List<Query> scoringClauses,
        int from,
        int size,
        Set<Facet> facets) {
    /** Maximum number of sections shown per case if hits are grouped. */
    public static final int MAX_SHOWN_OF_CASE = 3;

    /** Copies the list. */
    public BackendRequest {
        scoringClauses = List.copyOf(scoringClauses);
        facets = Set.copyOf(facets);
    }

    /** The page of {@code request}, with facet counts. */
    public BackendRequest(SearchRequest request, FilteredMatches<S> matches, List<Query> scoringClauses) {
        this(
                request,
                matches,
                scoringClauses,
                (request.page() - 1) * request.size(),
                request.size(),
                request.countedFacets());
    }
}
