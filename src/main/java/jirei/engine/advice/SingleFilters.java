package jirei.engine.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.cases.Indicator;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.RegionComparison;

/** Splits filters into single ones that can be removed. Stateless. */
final class SingleFilters {
    private SingleFilters() {}

    /**
     * A filter and what remains without it. Immutable.
     *
     * @param removed the filter, as the only one
     * @param remaining the other filters
     */
    record Removable(Filters removed, Filters remaining) {}

    /** Returns every filter. The selected values of a facet are one filter, since each of them adds hits. */
    static List<Removable> of(Filters filters) {
        List<Removable> removable = new ArrayList<>();
        filters.selected()
                .forEach((facet, values) -> removable.add(
                        new Removable(Filters.of(Map.of(facet, values)), filters.withSelected(facet, Set.of()))));
        filters.excluded().forEach((facet, values) -> {
            for (String value : values) {
                Set<String> others = new HashSet<>(values);
                others.remove(value);
                removable.add(new Removable(excluded(facet, value), filters.withExcluded(facet, others)));
            }
        });
        for (Indicator indicator : filters.ranges().keySet()) {
            removable.add(new Removable(
                    Filters.NONE.withRange(indicator, filters.ranges().get(indicator)), filters.without(indicator)));
        }
        RegionComparison comparison = filters.comparison();
        if (comparison != null && comparison.top() != RegionComparison.ALL) {
            removable.add(new Removable(Filters.NONE.withComparison(comparison), filters.withComparison(null)));
        }
        return removable;
    }

    /** Returns a filter that excludes {@code value} only. */
    static Filters excluded(Facet facet, String value) {
        return Filters.NONE.withExcluded(facet, Set.of(value));
    }
}
