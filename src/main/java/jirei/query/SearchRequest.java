package jirei.query;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One page of an answer that is asked for.
 *
 * @param query what was typed
 * @param filters the chosen values by facet: any value within a facet, all facets among each other; a facet without values
 *     is left out
 * @param sort the order of the hits
 * @param page which page of results, from 1
 * @param size hits a page, 1 to {@value #MOST_PER_PAGE}
 * @param asTyped whether the query is to be answered as it is spelt, even where nothing is found by it
 */
public record SearchRequest(
        String query, Map<Facet, Set<String>> filters, SortOrder sort, int page, int size, boolean asTyped) {
    /** The most hits that one page can have. */
    public static final int MOST_PER_PAGE = 100;
    /** How far one can page: page × size at most. */
    public static final int DEEPEST_HIT = 10_000;
    /** The longest query, in UTF-16 code units; what is longer is for the edge to refuse. */
    public static final int LONGEST_QUERY = 1_000;

    /** Hits a page where nothing is asked for. */
    public static final int USUAL_SIZE = 20;

    /**
     * @throws IllegalArgumentException if page or size is out of range
     */
    public SearchRequest {
        if (size < 1 || size > MOST_PER_PAGE) {
            throw new IllegalArgumentException("size must be 1 to " + MOST_PER_PAGE + ", got " + size);
        }
        if (page < 1 || (long) page * size > DEEPEST_HIT) {
            throw new IllegalArgumentException(
                    "page must be >= 1 and page × size <= " + DEEPEST_HIT + ", got page " + page + " of size " + size);
        }
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        filters.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                var canonical = new LinkedHashSet<String>();
                values.forEach(value -> canonical.add(facet.canonicalValue(value)));
                copy.put(facet, Collections.unmodifiableSet(canonical));
            }
        });
        filters = Collections.unmodifiableMap(copy);
    }

    /** A request whose query may be corrected where nothing is found by it. */
    public SearchRequest(String query, Map<Facet, Set<String>> filters, SortOrder sort, int page, int size) {
        this(query, filters, sort, page, size, false);
    }

    /** The first page for {@code query}, without filters. */
    public static SearchRequest of(String query) {
        return new SearchRequest(query, Map.of(), SortOrder.RELEVANCE, 1, USUAL_SIZE);
    }

    /** The same request narrowed by {@code values} of {@code facet}. */
    public SearchRequest with(Facet facet, String... values) {
        var changed = new EnumMap<Facet, Set<String>>(Facet.class);
        changed.putAll(filters);
        changed.put(facet, new LinkedHashSet<>(List.of(values)));
        return new SearchRequest(query, changed, sort, page, size, asTyped);
    }

    /** The same request, its query answered as it is spelt. */
    public SearchRequest insisting() {
        return new SearchRequest(query, filters, sort, page, size, true);
    }

    /** The chosen values of {@code facet}; empty where none is chosen. */
    public Set<String> values(Facet facet) {
        return filters.getOrDefault(facet, Set.of());
    }
}
