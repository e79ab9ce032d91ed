package jirei.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;

/** Empty results for a search whose deadline expired in the match phase. Stateless. */
final class PartialResults {
    private PartialResults() {}

    /** Returns no hits and a total that is a lower bound. */
    static SearchResults empty(SearchRequest request, long tookMillis) {
        Map<Facet, List<FacetCount>> facets = new TreeMap<>(Facet.ORDER);
        for (Facet facet : request.countedFacets()) {
            facets.put(facet, List.of());
        }
        return new SearchResults(
                new QueryInterpretation(request.query(), Relaxation.NONE, List.of(), null),
                HitCount.NONE.asLowerBound(),
                List.of(),
                facets,
                List.of(),
                Map.of(),
                Map.of(),
                tookMillis);
    }
}
