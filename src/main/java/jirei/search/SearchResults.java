package jirei.search;

import java.util.List;
import java.util.Map;
import jirei.cases.Indicator;
import jirei.query.Facet;

/**
 * One page of an answer.
 *
 * @param interpretation how the query was understood
 * @param total how many sections and cases match, exactly
 * @param hits the hits of this page, in order
 * @param facets the labels of each facet with their counts: the count of a label is what is found when it is chosen within
 *     its facet, the choices in the other facets staying
 * @param groups how the hits stand under cases, in order; empty where they aren't grouped
 * @param missingIndicators in how many cases, which would be found otherwise, the measure of each range isn't known
 * @param regionSimilarity how like the region that was asked for each case of this page is, in per cent, by case id; empty where none
 *     was asked for, without the cases of which too little is known
 * @param tookMillis how long the search took, in milliseconds
 */
public record SearchResults(
        QueryInterpretation interpretation,
        HitCount total,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        List<HitGroup> groups,
        Map<Indicator, Long> missingIndicators,
        Map<String, Integer> regionSimilarity,
        long tookMillis) {
    public SearchResults {
        hits = List.copyOf(hits);
        groups = List.copyOf(groups);
        missingIndicators = Map.copyOf(missingIndicators);
        regionSimilarity = Map.copyOf(regionSimilarity);
    }
}
