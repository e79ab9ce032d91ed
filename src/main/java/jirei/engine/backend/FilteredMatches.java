package jirei.engine.backend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jirei.query.Facet;
import org.jspecify.annotations.Nullable;

/**
 * The sections that match a query, and the filter of each constrained facet, kept apart for drill-sideways counts.
 * Immutable.
 *
 * @param <S> the doc set type
 * @param base the sections that match the query and every non-facet filter
 * @param facetFilters the sections that pass each constrained facet; facets without a constraint are absent
 */
public record FilteredMatches<S>(S base, Map<Facet, S> facetFilters) {
    /** Copies the map. */
    public FilteredMatches {
        Map<Facet, S> copy = new EnumMap<>(Facet.class);
        copy.putAll(facetFilters);
        facetFilters = copy;
    }

    /**
     * Returns the sets to intersect: the base and the filters of all facets but {@code sideways}, or of all facets if
     * it is null.
     */
    public List<S> conjunction(@Nullable Facet sideways) {
        List<S> sets = new ArrayList<>(List.of(base));
        facetFilters.forEach((facet, filter) -> {
            if (facet != sideways) {
                sets.add(filter);
            }
        });
        return sets;
    }
}
