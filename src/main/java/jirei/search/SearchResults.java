package jirei.search;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.query.Facet;
import org.jspecify.annotations.Nullable;

/**
 * One page of search results. Immutable.
 *
 * @param interpretation interpretation of the query
 * @param total number of sections and cases that match the query
 * @param some number of further sections with some of the words, and of their cases; if hits are grouped, of the cases
 *     that {@code total} does not count. Null if they were not counted, because the query has a single word or the
 *     matches of the whole query fill the page
 * @param someFacets as {@code facets}, for the sections that {@code some} counts; empty unless they were requested
 * @param context number of cases that match by title, place or parent heading
 * @param infix matches within other words, by word in the order typed
 * @param hits hits of this page, in sort order: those of the whole query, then those with some of the words
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
        @Nullable HitCount some,
        Map<Facet, List<FacetCount>> someFacets,
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
        someFacets = Collections.unmodifiableMap(new LinkedHashMap<>(someFacets));
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
                null,
                Map.of(),
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

    /**
     * Returns these results followed by hits with some of the words.
     *
     * @param count number of all such hits
     * @param countFacets their facets; empty if they were not requested
     * @param more those of this page, with their ranks
     * @param moreGroups the same by case; empty if hits are not grouped
     * @param moreSimilarity as {@link #regionSimilarity}, for the cases of {@code more}
     */
    public SearchResults followedBy(
            HitCount count,
            Map<Facet, List<FacetCount>> countFacets,
            List<Hit> more,
            List<HitGroup> moreGroups,
            Map<String, Integer> moreSimilarity) {
        Map<String, Integer> similarity = new HashMap<>(moreSimilarity);
        similarity.putAll(regionSimilarity);
        return new SearchResults(
                interpretation,
                total,
                count,
                countFacets,
                context,
                infix,
                Stream.concat(hits.stream(), more.stream()).toList(),
                facets,
                Stream.concat(groups.stream(), moreGroups.stream()).toList(),
                missingIndicators,
                similarity,
                advice,
                tookMillis);
    }

    /** Returns the number of list items on all pages: sections, or cases if grouped. */
    public long items(boolean byCase) {
        HitCount further = some == null ? HitCount.NONE : some;
        return byCase ? total.cases() + further.cases() : total.sections() + further.sections();
    }
}
