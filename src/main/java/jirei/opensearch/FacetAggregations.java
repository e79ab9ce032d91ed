package jirei.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jirei.query.Facet;
import jirei.search.HitCount;
import tools.jackson.databind.JsonNode;

/**
 * Aggregations that count sections and cases by facet value, exactly: the sections of a case are in the same shard as
 * the case, so every shard counts each of its cases once. Stateless.
 */
final class FacetAggregations {
    private static final int MAX_VALUES = 10_000;
    private static final String CASES = "cases";
    private static final String VALUES = "values";
    private static final String WITHOUT = "without";
    private static final String ONLY = "only";

    private FacetAggregations() {}

    /**
     * A facet whose values are counted. Immutable.
     *
     * @param facet the facet
     * @param excluded its excluded values; empty if there are none
     */
    record Axis(Facet facet, Set<String> excluded) {
        Axis {
            excluded = Set.copyOf(excluded);
        }
    }

    /**
     * Returns the aggregations that count each combination of values of {@code axes}; all sections if there are no
     * axes.
     */
    static Map<String, Object> counting(List<Axis> axes) {
        if (axes.isEmpty()) {
            return Map.of(CASES, Map.of("parent", Map.of("type", IndexMapping.SECTION)));
        }
        Axis axis = axes.getFirst();
        Map<String, Object> inner = counting(axes.subList(1, axes.size()));
        Map<String, Object> values = isCaseLevel(axes)
                ? caseLevelTerms(axis)
                : Map.of(VALUES, Map.of("terms", terms(field(axis)), "aggs", inner));
        if (axis.excluded().isEmpty()) {
            return values;
        }
        Map<String, Object> counting = new LinkedHashMap<>();
        counting.put(
                WITHOUT, Map.of("filter", not(axis, axis.excluded().stream().toList()), "aggs", values));
        excluded(axis).forEach((name, value) -> {
            List<String> others = axis.excluded().stream()
                    .filter(other -> !other.equals(value))
                    .toList();
            Map<String, Object> thisValue = Map.of("term", Map.of(field(axis), value));
            counting.put(
                    name,
                    Map.of("filter", QueryTranslator.allOf(List.of(thisValue, not(axis, others))), "aggs", inner));
        });
        return counting;
    }

    /** Cases are then counted by their own facet values, once, instead of anew for each value. */
    private static boolean isCaseLevel(List<Axis> axes) {
        return axes.size() == 1 && axes.getFirst().facet().isCaseLevel();
    }

    private static Map<String, Object> caseLevelTerms(Axis axis) {
        Map<String, Object> ofCases =
                Map.of("terms", terms("caseFacet." + axis.facet().id()));
        Map<String, Object> cases =
                Map.of("parent", Map.of("type", IndexMapping.SECTION), "aggs", Map.of(VALUES, ofCases));
        return Map.of(VALUES, Map.of("terms", terms(field(axis))), CASES, cases);
    }

    private static Map<String, Object> terms(String field) {
        return Map.of("field", field, "size", MAX_VALUES);
    }

    private static String field(Axis axis) {
        return "facet." + axis.facet().id();
    }

    private static Map<String, Object> not(Axis axis, List<String> values) {
        return Map.of("bool", Map.of("must_not", List.of(Map.of("terms", Map.of(field(axis), values)))));
    }

    /** The excluded values by the name of the aggregation that counts them. */
    private static Map<String, String> excluded(Axis axis) {
        Map<String, String> named = new LinkedHashMap<>();
        axis.excluded().stream().sorted().forEach(value -> named.put(ONLY + named.size(), value));
        return named;
    }

    /** Reads the counts of each combination of values from a response to {@link #counting}. */
    static Map<List<String>, HitCount> counts(JsonNode aggregation, List<Axis> axes) {
        Map<List<String>, HitCount> counts = new LinkedHashMap<>();
        read(aggregation, axes, List.of(), counts);
        return counts;
    }

    private static void read(
            JsonNode bucket, List<Axis> axes, List<String> prefix, Map<List<String>, HitCount> counts) {
        if (axes.isEmpty()) {
            long sections = bucket.path("doc_count").asLong();
            if (sections > 0) {
                counts.put(
                        prefix,
                        new HitCount(
                                sections, bucket.path(CASES).path("doc_count").asLong()));
            }
            return;
        }
        Axis axis = axes.getFirst();
        List<Axis> inner = axes.subList(1, axes.size());
        JsonNode all = axis.excluded().isEmpty() ? bucket : bucket.path(WITHOUT);
        if (isCaseLevel(axes)) {
            readCaseLevel(all, prefix, counts);
        } else {
            for (JsonNode value : buckets(all)) {
                read(value, inner, with(prefix, value.path("key").asString()), counts);
            }
        }
        excluded(axis).forEach((name, value) -> read(bucket.path(name), inner, with(prefix, value), counts));
    }

    private static void readCaseLevel(JsonNode bucket, List<String> prefix, Map<List<String>, HitCount> counts) {
        Map<String, Long> cases = new HashMap<>();
        buckets(bucket.path(CASES))
                .forEach(value -> cases.put(
                        value.path("key").asString(), value.path("doc_count").asLong()));
        for (JsonNode value : buckets(bucket)) {
            String key = value.path("key").asString();
            counts.put(with(prefix, key), new HitCount(value.path("doc_count").asLong(), cases.getOrDefault(key, 0L)));
        }
    }

    private static JsonNode buckets(JsonNode aggregation) {
        return aggregation.path(VALUES).path("buckets");
    }

    private static List<String> with(List<String> prefix, String value) {
        return Stream.concat(prefix.stream(), Stream.of(value)).collect(ArrayList::new, List::add, List::addAll);
    }
}
