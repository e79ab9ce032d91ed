package jirei.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.Indicator;
import jirei.query.Facet;

/**
 * One page of search results. Immutable.
 *
 * @param interpretation interpretation of the query
 * @param total number of matching sections and cases
 * @param context number of cases that match by title, place or parent heading
 * @param infix matches within other words, by word in the order typed
 * @param hits hits of this page, in sort order
 * @param facets values of each facet in display order, with drill-sideways counts: the count of a value is that of the
 *     request with only this value selected in its facet and the other facets unchanged
 * @param groups hits grouped by case, in the order of the hits; empty if they are not grouped
 * @param missingIndicators by indicator with a range, the number of cases that match otherwise but whose indicator is
 *     unknown
 * @param regionSimilarity similarity to the compared region in percent, by id of the cases of this page; without cases
 *     that have too few known indicators; empty if the request has no comparison
 * @param advice help if nothing matches; empty otherwise
 * @param tookMillis elapsed time in milliseconds
 */
public record SearchResults(
        QueryInterpretation interpretation,
        HitCount total,
        ContextCount context,
        List<InfixCount> infix,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        List<HitGroup> groups,
        Map<Indicator, Long> missingIndicators,
        Map<String, Integer> regionSimilarity,
        NoHitsAdvice advice,
        long tookMillis) {
    public SearchResults {
        infix = List.copyOf(infix);
        hits = List.copyOf(hits);
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
        groups = List.copyOf(groups);
        missingIndicators = Map.copyOf(missingIndicators);
        regionSimilarity = Map.copyOf(regionSimilarity);
    }

    /** Results without matches in the context or within other words, and without advice. */
    public SearchResults(
            QueryInterpretation interpretation,
            HitCount total,
            List<Hit> hits,
            Map<Facet, List<FacetCount>> facets,
            List<HitGroup> groups,
            Map<Indicator, Long> missingIndicators,
            Map<String, Integer> regionSimilarity,
            long tookMillis) {
        this(
                interpretation,
                total,
                ContextCount.NONE,
                List.of(),
                hits,
                facets,
                groups,
                missingIndicators,
                regionSimilarity,
                NoHitsAdvice.NONE,
                tookMillis);
    }
}
