package jirei.query;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.cases.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * What a search is narrowed by (絞り込み). All must hold.
 *
 * @param selected the chosen values by facet: a section has any of a facet's; a facet without values is left out
 * @param excluded the excluded values by facet: a section has none; a facet without values is left out
 * @param ranges the bounds by measure: what isn't known is within none; a measure without bounds is left out
 * @param comparison the region to which cases are compared; null for none
 */
public record Filters(
        Map<Facet, Set<String>> selected,
        Map<Facet, Set<String>> excluded,
        Map<Indicator, NumberRange> ranges,
        @Nullable RegionComparison comparison) {
    /** Nothing is left out. */
    public static final Filters NONE = new Filters(Map.of(), Map.of(), Map.of(), null);

    public Filters {
        selected = canonical(selected);
        excluded = canonical(excluded);
        var bounds = new EnumMap<Indicator, NumberRange>(Indicator.class);
        ranges.forEach((measure, range) -> {
            if (!range.isUnbounded()) {
                bounds.put(measure, range);
            }
        });
        ranges = Collections.unmodifiableMap(bounds);
    }

    private static Map<Facet, Set<String>> canonical(Map<Facet, Set<String>> values) {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        values.forEach((facet, labels) -> {
            if (!labels.isEmpty()) {
                var canonical = new LinkedHashSet<String>();
                labels.forEach(label -> canonical.add(facet.canonicalValue(label)));
                copy.put(facet, Collections.unmodifiableSet(canonical));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    /** Only the chosen values {@code chosen}. */
    public static Filters of(Map<Facet, Set<String>> chosen) {
        return new Filters(chosen, Map.of(), Map.of(), null);
    }

    /** Whether nothing at all is set. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** How many conditions are set: values, ranges and the region. */
    public int count() {
        int values = 0;
        for (Map<Facet, Set<String>> byFacet : List.of(selected, excluded)) {
            values += byFacet.values().stream().mapToInt(Set::size).sum();
        }
        return values + ranges.size() + (comparison == null ? 0 : 1);
    }

    /** The chosen values of {@code facet}; empty where none is chosen. */
    public Set<String> selected(Facet facet) {
        return selected.getOrDefault(facet, Set.of());
    }

    /** The excluded values of {@code facet}; empty where none is excluded. */
    public Set<String> excluded(Facet facet) {
        return excluded.getOrDefault(facet, Set.of());
    }

    /** The same with just {@code values} chosen in {@code facet}, none of which is excluded any more. */
    public Filters withSelected(Facet facet, Set<String> values) {
        var remaining = new LinkedHashSet<>(excluded(facet));
        values.forEach(value -> remaining.remove(facet.canonicalValue(value)));
        return new Filters(changed(selected, facet, values), changed(excluded, facet, remaining), ranges, comparison);
    }

    /** The same with just {@code values} excluded in {@code facet}. */
    public Filters withExcluded(Facet facet, Set<String> values) {
        return new Filters(selected, changed(excluded, facet, values), ranges, comparison);
    }

    private static Map<Facet, Set<String>> changed(Map<Facet, Set<String>> values, Facet facet, Set<String> others) {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        copy.putAll(values);
        copy.put(facet, others);
        return copy;
    }

    /** The same with nothing set in {@code facet}. */
    public Filters without(Facet facet) {
        return withSelected(facet, Set.of()).withExcluded(facet, Set.of());
    }

    /** The same with {@code range} for {@code measure}. */
    public Filters withRange(Indicator measure, NumberRange range) {
        var copy = new EnumMap<Indicator, NumberRange>(Indicator.class);
        copy.putAll(ranges);
        copy.put(measure, range);
        return new Filters(selected, excluded, copy, comparison);
    }

    /** The same without bounds for {@code measure}. */
    public Filters without(Indicator measure) {
        return withRange(measure, new NumberRange(null, null));
    }

    /** The same compared to {@code other}, or to nothing. */
    public Filters withComparison(@Nullable RegionComparison other) {
        return new Filters(selected, excluded, ranges, other);
    }
}
