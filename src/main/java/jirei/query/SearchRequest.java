package jirei.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A request for one page of results. Immutable.
 *
 * @param query the query, parsed
 * @param filters the filters
 * @param expansionOptions which expansions of query words are on
 * @param sort the sort order; by similarity only if {@code filters} have a region to compare with
 * @param layout how hits are listed
 * @param page the page of results, from 1
 * @param size hits a page, or cases if grouped, 1 to {@value #MAX_PAGE_SIZE}
 * @param facets the facets whose values are counted, besides those that are filtered
 */
public record SearchRequest(
        ParsedQuery query,
        Filters filters,
        ExpansionOptions expansionOptions,
        SortOrder sort,
        HitLayout layout,
        int page,
        int size,
        Set<Facet> facets) {
    /** The maximum number of hits a page. */
    public static final int MAX_PAGE_SIZE = 100;
    /** The maximum of page × size. */
    public static final int MAX_HIT_RANK = 10_000;
    /** The maximum length of a query, in UTF-16 code units; the edge rejects longer ones. */
    public static final int MAX_QUERY_LENGTH = 1_000;

    /** Hits a page by default. */
    public static final int DEFAULT_PAGE_SIZE = 20;

    /**
     * @throws IllegalArgumentException if page or size is out of range
     */
    public SearchRequest {
        if (size < 1 || size > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("size must be 1 to " + MAX_PAGE_SIZE + ", got " + size);
        }
        if (page < 1 || (long) page * size > MAX_HIT_RANK) {
            throw new IllegalArgumentException(
                    "page must be >= 1 and page × size <= " + MAX_HIT_RANK + ", got page " + page + " of size " + size);
        }
        if (sort == SortOrder.REGION_SIMILARITY && filters.comparison() == null) {
            sort = SortOrder.RELEVANCE;
        }
        facets = Set.copyOf(facets);
    }

    /** Creates a request that counts the usual facets. */
    public SearchRequest(
            ParsedQuery query,
            Filters filters,
            ExpansionOptions expansionOptions,
            SortOrder sort,
            HitLayout layout,
            int page,
            int size) {
        this(
                query,
                filters,
                expansionOptions,
                sort,
                layout,
                page,
                size,
                query.facets().usual());
    }

    /** Returns a request as {@link #of(String, FacetScheme)} for a corpus without themes and facets of its own. */
    public static SearchRequest of(String query) {
        return of(query, FacetScheme.NONE);
    }

    /** Returns a request for page 1 of {@code query}, without filters. */
    public static SearchRequest of(String query, FacetScheme scheme) {
        return new SearchRequest(
                QueryParser.parse(query, scheme),
                Filters.NONE,
                ExpansionOptions.ALL,
                SortOrder.RELEVANCE,
                HitLayout.SECTIONS,
                1,
                DEFAULT_PAGE_SIZE);
    }

    /** Returns this request filtered by {@code values} of {@code facet}, on page 1. */
    public SearchRequest with(Facet facet, String... values) {
        return filteredBy(filters.withSelected(facet, new LinkedHashSet<>(List.of(values))));
    }

    /** Returns this request with {@code other} as expansion options, on page 1. */
    public SearchRequest with(ExpansionOptions other) {
        return new SearchRequest(query, filters, other, sort, layout, 1, size, facets);
    }

    /** Returns this request with {@code others} as filters, on page 1. */
    public SearchRequest filteredBy(Filters others) {
        return new SearchRequest(query, others, expansionOptions, sort, layout, 1, size, facets);
    }

    /** Returns this request with another query, which may be corrected, on page 1. */
    public SearchRequest withQuery(String other) {
        return new SearchRequest(
                QueryParser.parse(other, query.facets()),
                filters,
                expansionOptions.verbatim(false),
                sort,
                layout,
                1,
                size,
                facets);
    }

    /** Returns this request with another sort order, on page 1. */
    public SearchRequest sortedBy(SortOrder other) {
        return new SearchRequest(query, filters, expansionOptions, other, layout, 1, size, facets);
    }

    /** Returns this request, grouped by case or not, on page 1. */
    public SearchRequest groupedByCase(boolean grouped) {
        return listedAs(grouped ? HitLayout.CASES : HitLayout.SECTIONS);
    }

    /** Returns this request with its hits listed as {@code other}, on page 1. */
    public SearchRequest listedAs(HitLayout other) {
        return new SearchRequest(query, filters, expansionOptions, sort, other, 1, size, facets);
    }

    /** Returns this request with {@code other} hits or cases a page, on page 1. */
    public SearchRequest withSize(int other) {
        return new SearchRequest(query, filters, expansionOptions, sort, layout, 1, other, facets);
    }

    /** Returns this request with page {@code other}, from 1. */
    public SearchRequest withPage(int other) {
        return new SearchRequest(query, filters, expansionOptions, sort, layout, other, size, facets);
    }

    /** Returns this request with the values of {@code more} counted too, on the same page. */
    public SearchRequest counting(Set<Facet> more) {
        Set<Facet> all = Facet.ordered(facets);
        all.addAll(more);
        return new SearchRequest(query, filters, expansionOptions, sort, layout, page, size, all);
    }

    /** Whether hits are grouped by case, and pages are counted in cases. */
    public boolean byCase() {
        return layout == HitLayout.CASES;
    }

    /** Returns the facets whose values are counted, in order: those requested and those filtered. */
    public Set<Facet> countedFacets() {
        Set<Facet> counted = Facet.ordered(facets);
        counted.addAll(filters.selected().keySet());
        counted.addAll(filters.excluded().keySet());
        return counted;
    }

    /** Returns the selected values of {@code facet}; empty if none is selected. */
    public Set<String> values(Facet facet) {
        return filters.selected(facet);
    }
}
