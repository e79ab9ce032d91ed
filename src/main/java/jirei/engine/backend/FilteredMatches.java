package jirei.engine.backend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jirei.query.Facet;
import org.jspecify.annotations.Nullable;

/**
 * The sections that match a query, and the filter of each constrained facet, kept apart for drill-sideways counts. Immutable.
 *
 * @param <S> a set of sections
 * @param base what matches the query and every filter but those of facets
 * @param facetFilters what each constrained facet leaves; facets without a constraint are left out
 */
public record FilteredMatches<S>(S base, Map<Facet, S> facetFilters) {
    /** Takes a copy. */
    public FilteredMatches {
        Map<Facet, S> copy = new EnumMap<>(Facet.class);
        copy.putAll(facetFilters);
        facetFilters = copy;
    }

    /** Base and the filters of all facets but {@code sideways}, to be intersected; of all facets if it is null. */
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
