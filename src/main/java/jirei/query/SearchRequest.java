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
 * @param byCase whether hits are grouped by case, and pages are counted in cases
 * @param page the page of results, from 1
 * @param size hits a page, or cases if grouped, 1 to {@value #MAX_PAGE_SIZE}
 */
public record SearchRequest(
        ParsedQuery query,
        Filters filters,
        ExpansionOptions expansionOptions,
        SortOrder sort,
        boolean byCase,
        int page,
        int size) {
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
    }

    /** Returns a request for page 1 of {@code query}, without filters. */
    public static SearchRequest of(String query) {
        return new SearchRequest(
                QueryParser.parse(query),
                Filters.NONE,
                ExpansionOptions.ALL,
                SortOrder.RELEVANCE,
                false,
                1,
                DEFAULT_PAGE_SIZE);
    }

    /** Returns this request filtered by {@code values} of {@code facet}, on page 1. */
    public SearchRequest with(Facet facet, String... values) {
        return filteredBy(filters.withSelected(facet, new LinkedHashSet<>(List.of(values))));
    }

    /** Returns this request with {@code other} as expansion options, on page 1. */
    public SearchRequest with(ExpansionOptions other) {
        return new SearchRequest(query, filters, other, sort, byCase, 1, size);
    }

    /** Returns this request with {@code others} as filters, on page 1. */
    public SearchRequest filteredBy(Filters others) {
        return new SearchRequest(query, others, expansionOptions, sort, byCase, 1, size);
    }

    /** Returns this request with another query, which may be corrected, on page 1. */
    public SearchRequest withQuery(String other) {
        return new SearchRequest(
                QueryParser.parse(other), filters, expansionOptions.verbatim(false), sort, byCase, 1, size);
    }

    /** Returns this request with another sort order, on page 1. */
    public SearchRequest sortedBy(SortOrder other) {
        return new SearchRequest(query, filters, expansionOptions, other, byCase, 1, size);
    }

    /** Returns this request, grouped by case or not, on page 1. */
    public SearchRequest groupedByCase(boolean grouped) {
        return new SearchRequest(query, filters, expansionOptions, sort, grouped, 1, size);
    }

    /** Returns this request with {@code other} hits or cases a page, on page 1. */
    public SearchRequest withSize(int other) {
        return new SearchRequest(query, filters, expansionOptions, sort, byCase, 1, other);
    }

    /** Returns this request with page {@code other}, from 1. */
    public SearchRequest withPage(int other) {
        return new SearchRequest(query, filters, expansionOptions, sort, byCase, other, size);
    }

    /** Returns the selected values of {@code facet}; empty if none is selected. */
    public Set<String> values(Facet facet) {
        return filters.selected(facet);
    }
}
