package jirei.engine.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jirei.query.Facet;
import org.jspecify.annotations.Nullable;

/**
 * The sections that match a query, and the filters on facets, kept apart for drill-sideways counts. Immutable.
 *
 * @param <S> the doc set type
 * @param base the sections that match the query and every non-facet filter
 * @param facetFilters the filters on facets
 */
public record FilteredMatches<S>(S base, List<FacetFilter<S>> facetFilters) {
    /** Copies the list. */
    public FilteredMatches {
        facetFilters = List.copyOf(facetFilters);
    }

    /**
     * A filter on facets. Immutable.
     *
     * @param <S> the doc set type
     * @param facets the facets whose counts ignore the filter: they say what would match if a value were selected
     * @param sections the sections that pass
     */
    public record FacetFilter<S>(Set<Facet> facets, S sections) {
        /** Copies the set. */
        public FacetFilter {
            facets = Set.copyOf(facets);
        }
    }

    /** Returns these matches with the filters as {@code translation} represents them. */
    public <T> FilteredMatches<T> translated(Function<S, T> translation) {
        return new FilteredMatches<>(
                translation.apply(base),
                facetFilters.stream()
                        .map(filter -> new FacetFilter<>(filter.facets(), translation.apply(filter.sections())))
                        .toList());
    }

    /** Returns the filters that apply to the counts of {@code sideways}: all but its own; all if it is null. */
    public List<S> filters(@Nullable Facet sideways) {
        return facetFilters.stream()
                .filter(filter -> sideways == null || !filter.facets().contains(sideways))
                .map(FacetFilter::sections)
                .toList();
    }

    /** Returns the sets to intersect: the base and {@link #filters}. */
    public List<S> conjunction(@Nullable Facet sideways) {
        List<S> sets = new ArrayList<>(List.of(base));
        sets.addAll(filters(sideways));
        return sets;
    }

    /** Returns whether the counts of {@code facet} ignore a filter. */
    public boolean ignoresFilter(Facet facet) {
        return filters(facet).size() < facetFilters.size();
    }

    /** Returns those of {@code facets} whose counts ignore the same filters, in groups. */
    public List<Set<Facet>> countedTogether(Set<Facet> facets) {
        List<Set<Facet>> groups = new ArrayList<>();
        for (Facet facet : facets) {
            groups.stream()
                    .filter(group -> ignoresSame(group.iterator().next(), facet))
                    .findFirst()
                    .orElseGet(() -> {
                        Set<Facet> group = Facet.ordered();
                        groups.add(group);
                        return group;
                    })
                    .add(facet);
        }
        return groups;
    }

    private boolean ignoresSame(Facet one, Facet other) {
        return facetFilters.stream()
                .allMatch(filter ->
                        filter.facets().contains(one) == filter.facets().contains(other));
    }
}
