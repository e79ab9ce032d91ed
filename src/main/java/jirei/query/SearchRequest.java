package jirei.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One page of an answer that is asked for.
 *
 * @param query what was typed
 * @param filters what it is narrowed by
 * @param expansionOptions in which forms the words are looked for
 * @param sort the order of the hits; by likeness only where {@code filters} name a region to compare to
 * @param byCase whether hits stand under their case, and pages are counted in cases
 * @param page which page of results, from 1
 * @param size hits a page, or cases where they are grouped, 1 to {@value #MAX_PAGE_SIZE}
 */
public record SearchRequest(
        String query,
        Filters filters,
        ExpansionOptions expansionOptions,
        SortOrder sort,
        boolean byCase,
        int page,
        int size) {
    /** The most hits that one page can have. */
    public static final int MAX_PAGE_SIZE = 100;
    /** How far one can page: page × size at most. */
    public static final int MAX_HIT_RANK = 10_000;
    /** The longest query, in UTF-16 code units; what is longer is for the edge to refuse. */
    public static final int MAX_QUERY_LENGTH = 1_000;

    /** Hits a page where nothing is asked for. */
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

    /** The first page for {@code query}, without filters. */
    public static SearchRequest of(String query) {
        return new SearchRequest(
                query, Filters.NONE, ExpansionOptions.EVERY_FORM, SortOrder.RELEVANCE, false, 1, DEFAULT_PAGE_SIZE);
    }

    /** The same request narrowed by {@code values} of {@code facet}. */
    public SearchRequest with(Facet facet, String... values) {
        return filteredBy(filters.withSelected(facet, new LinkedHashSet<>(List.of(values))));
    }

    /** The first page of the same, with the words looked for in the forms of {@code other}. */
    public SearchRequest with(ExpansionOptions other) {
        return new SearchRequest(query, filters, other, sort, byCase, 1, size);
    }

    /** The first page of the same, narrowed by {@code others}. */
    public SearchRequest filteredBy(Filters others) {
        return new SearchRequest(query, others, expansionOptions, sort, byCase, 1, size);
    }

    /** The first page of the same for another query. */
    public SearchRequest withQuery(String other) {
        return new SearchRequest(other, filters, expansionOptions.verbatim(false), sort, byCase, 1, size);
    }

    /** The first page of the same in another order. */
    public SearchRequest sortedBy(SortOrder other) {
        return new SearchRequest(query, filters, expansionOptions, other, byCase, 1, size);
    }

    /** The first page of the same, grouped by case or not. */
    public SearchRequest groupedByCase(boolean grouped) {
        return new SearchRequest(query, filters, expansionOptions, sort, grouped, 1, size);
    }

    /** The first page of the same with {@code other} hits or cases a page. */
    public SearchRequest withSize(int other) {
        return new SearchRequest(query, filters, expansionOptions, sort, byCase, 1, other);
    }

    /** Page {@code other} of the same, from 1. */
    public SearchRequest withPage(int other) {
        return new SearchRequest(query, filters, expansionOptions, sort, byCase, other, size);
    }

    /** The chosen values of {@code facet}; empty where none is chosen. */
    public Set<String> values(Facet facet) {
        return filters.selected(facet);
    }
}
