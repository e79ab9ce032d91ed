package jirei.engine.backend;

import java.util.List;
import java.util.Map;
import jirei.query.Facet;
import jirei.search.HitCount;
import jirei.search.HitGroup;

/**
 * The page and the counts of a {@link BackendRequest}. Immutable.
 *
 * @param total the number of matching sections and cases
 * @param hits the sections of the page, in order
 * @param groups the cases of the page, in order; empty if hits are not grouped
 * @param facetCounts the drill-sideways count of each value that occurs, by facet; empty if not requested
 */
public record BackendResponse(
        HitCount total, List<BackendHit> hits, List<HitGroup> groups, Map<Facet, Map<String, HitCount>> facetCounts) {
    /** Copies the collections. */
    public BackendResponse {
        hits = List.copyOf(hits);
        groups = List.copyOf(groups);
        facetCounts = Map.copyOf(facetCounts);
    }
}
