package jirei.search;

import java.util.List;
import java.util.Map;
import jirei.query.Facet;

/**
 * One page of an answer.
 *
 * @param interpretation how the query was understood
 * @param total how many sections and cases match, exactly
 * @param hits the hits of this page, in order
 * @param facets the labels of each facet with their counts: the count of a label is what is found when it is chosen within
 *     its facet, the choices in the other facets staying
 * @param tookMillis how long the search took, in milliseconds
 */
public record SearchResults(
        Interpretation interpretation,
        HitCount total,
        List<Hit> hits,
        Map<Facet, List<FacetLabel>> facets,
        long tookMillis) {
    public SearchResults {
        hits = List.copyOf(hits);
    }
}
