package jirei.query;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jirei.cases.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * Filters of a search (絞り込み). A section passes if it satisfies all of them. Immutable.
 *
 * @param selected selected values by facet; a section must have at least one value of each facet. Facets without values
 *     are dropped.
 * @param excluded excluded values by facet; a section must have none of them. Facets without values are dropped.
 * @param ranges range by indicator; a case whose indicator is unknown is in no range. Unbounded ranges are dropped.
 * @param comparison region to which cases are compared; null for none
 * @param cases ids of cases; a section must be in one of them. Empty for all cases
 */
public record Filters(
        Map<Facet, Set<String>> selected,
        Map<Facet, Set<String>> excluded,
        Map<Indicator, NumberRange> ranges,
        @Nullable RegionComparison comparison,
        Set<String> cases) {
    /** No filter. */
    public static final Filters NONE = new Filters(Map.of(), Map.of(), Map.of(), null);

    public Filters {
        selected = canonical(selected);
        excluded = canonical(excluded);
        var bounds = new EnumMap<Indicator, NumberRange>(Indicator.class);
        ranges.forEach((indicator, range) -> {
            if (!range.isUnbounded()) {
                bounds.put(indicator, range);
            }
        });
        ranges = Collections.unmodifiableMap(bounds);
        cases = Set.copyOf(cases);
    }

    /** Filters of all cases. */
    public Filters(
            Map<Facet, Set<String>> selected,
            Map<Facet, Set<String>> excluded,
            Map<Indicator, NumberRange> ranges,
            @Nullable RegionComparison comparison) {
        this(selected, excluded, ranges, comparison, Set.of());
    }

    private static Map<Facet, Set<String>> canonical(Map<Facet, Set<String>> values) {
        var copy = new TreeMap<Facet, Set<String>>(Facet.ORDER);
        values.forEach((facet, labels) -> {
            if (!labels.isEmpty()) {
                var canonical = new LinkedHashSet<String>();
                labels.forEach(label -> canonical.add(FacetScheme.NONE.canonicalValue(facet, label)));
                copy.put(facet, Collections.unmodifiableSet(canonical));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    /** Returns filters with only selected values. */
    public static Filters of(Map<Facet, Set<String>> chosen) {
        return new Filters(chosen, Map.of(), Map.of(), null);
    }

    /** Returns whether no filter is set. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Returns the number of constraints: selected and excluded values, ranges and the comparison. */
    public int count() {
        int values = 0;
        for (Map<Facet, Set<String>> byFacet : List.of(selected, excluded)) {
            values += byFacet.values().stream().mapToInt(Set::size).sum();
        }
        return values + ranges.size() + (comparison == null ? 0 : 1);
    }

    /** Returns the selected values of {@code facet}; may be empty. */
    public Set<String> selected(Facet facet) {
        return selected.getOrDefault(facet, Set.of());
    }

    /** Returns the excluded values of {@code facet}; may be empty. */
    public Set<String> excluded(Facet facet) {
        return excluded.getOrDefault(facet, Set.of());
    }

    /** Returns whether a value of {@code facet} is selected or excluded. */
    public boolean isSet(Facet facet) {
        return !selected(facet).isEmpty() || !excluded(facet).isEmpty();
    }

    /** Returns the facets of every corpus, and those that the corpus declares of which a value is selected or excluded. */
    public Set<Facet> facets() {
        Set<Facet> facets = Facet.ordered(List.of(Facet.Fixed.values()));
        facets.addAll(selected.keySet());
        facets.addAll(excluded.keySet());
        return facets;
    }

    /** Returns the selected values of {@code facet} without those that a selected value below narrows. */
    public Set<String> narrowest(Facet facet) {
        Set<String> values = new LinkedHashSet<>(selected(facet));
        for (Facet other : facet.alternatives()) {
            selected(other).forEach(value -> other.valuesAbove(value).forEach(values::remove));
        }
        return values;
    }

    /**
     * Returns these filters with {@code values} as the selected values of {@code facet}; they are no longer excluded.
     */
    public Filters withSelected(Facet facet, Set<String> values) {
        var remaining = new LinkedHashSet<>(excluded(facet));
        values.forEach(value -> remaining.remove(FacetScheme.NONE.canonicalValue(facet, value)));
        return new Filters(
                replace(selected, facet, values), replace(excluded, facet, remaining), ranges, comparison, cases);
    }

    /** Returns these filters with {@code values} as the excluded values of {@code facet}. */
    public Filters withExcluded(Facet facet, Set<String> values) {
        return new Filters(selected, replace(excluded, facet, values), ranges, comparison, cases);
    }

    private static Map<Facet, Set<String>> replace(Map<Facet, Set<String>> values, Facet facet, Set<String> newValues) {
        var copy = new TreeMap<Facet, Set<String>>(Facet.ORDER);
        copy.putAll(values);
        copy.put(facet, newValues);
        return copy;
    }

    /** Returns these filters without selected or excluded values of {@code facet}. */
    public Filters without(Facet facet) {
        return withSelected(facet, Set.of()).withExcluded(facet, Set.of());
    }

    /** Returns these filters with {@code range} for {@code indicator}. */
    public Filters withRange(Indicator indicator, NumberRange range) {
        var copy = new EnumMap<Indicator, NumberRange>(Indicator.class);
        copy.putAll(ranges);
        copy.put(indicator, range);
        return new Filters(selected, excluded, copy, comparison, cases);
    }

    /** Returns these filters without a range for {@code indicator}. */
    public Filters without(Indicator indicator) {
        return withRange(indicator, new NumberRange(null, null));
    }

    /** Returns these filters with the comparison {@code newComparison}, or without one if it is null. */
    public Filters withComparison(@Nullable RegionComparison newComparison) {
        return new Filters(selected, excluded, ranges, newComparison, cases);
    }

    /** Returns these filters for the cases with {@code ids}. */
    public Filters within(Set<String> ids) {
        return new Filters(selected, excluded, ranges, comparison, ids);
    }
}
