package jirei.engine.backend;

import java.util.List;
import java.util.Map;
import jirei.query.Facet;
import jirei.search.HitCount;
import jirei.search.HitGroup;

/**
 * The page and the counts of a {@link BackendRequest}. Immutable.
 *
 * @param total how many sections and cases match
 * @param hits the sections of the page, in order
 * @param groups the cases of the page, in order; empty if hits aren't grouped
 * @param facetCounts the count of each value that occurs, by facet, drill-sideways
 */
public record BackendResponse(
        HitCount total, List<BackendHit> hits, List<HitGroup> groups, Map<Facet, Map<String, HitCount>> facetCounts) {
    /** Takes copies. */
    public BackendResponse {
        hits = List.copyOf(hits);
        groups = List.copyOf(groups);
        facetCounts = Map.copyOf(facetCounts);
    }
}
