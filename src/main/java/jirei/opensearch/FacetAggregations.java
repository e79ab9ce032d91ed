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
 * Counts sections and cases by the values of facets, to the end: the sections of a case lie in one shard with it, so that shards count
 * each case once.
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
     * @param excluded its excluded values
     */
    record Axis(Facet facet, Set<String> excluded) {
        Axis {
            excluded = Set.copyOf(excluded);
        }
    }

    /** What counts the sections of each combination of values of {@code axes}, of none: all. */
    static Map<String, Object> counting(List<Axis> axes) {
        if (axes.isEmpty()) {
            return Map.of(CASES, Map.of("parent", Map.of("type", IndexMapping.SECTION)));
        }
        Axis axis = axes.getFirst();
        Map<String, Object> inner = counting(axes.subList(1, axes.size()));
        Map<String, Object> values =
                isOfCases(axes) ? apart(axis) : Map.of(VALUES, Map.of("terms", terms(field(axis)), "aggs", inner));
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
            Map<String, Object> just = Map.of("term", Map.of(field(axis), value));
            counting.put(
                    name, Map.of("filter", QueryTranslator.allOf(List.of(just, not(axis, others))), "aggs", inner));
        });
        return counting;
    }

    /** Cases then are counted by their own values, each once, and not for every value anew. */
    private static boolean isOfCases(List<Axis> axes) {
        return axes.size() == 1 && axes.getFirst().facet().isCaseLevel();
    }

    private static Map<String, Object> apart(Axis axis) {
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

    /** The excluded values by the names under which each is counted. */
    private static Map<String, String> excluded(Axis axis) {
        Map<String, String> named = new LinkedHashMap<>();
        axis.excluded().stream().sorted().forEach(value -> named.put(ONLY + named.size(), value));
        return named;
    }

    /** What {@code counted}, a bucket with the answers to {@link #counting}, says of each combination of values. */
    static Map<List<String>, HitCount> counts(JsonNode counted, List<Axis> axes) {
        Map<List<String>, HitCount> counts = new LinkedHashMap<>();
        read(counted, axes, List.of(), counts);
        return counts;
    }

    private static void read(
            JsonNode bucket, List<Axis> axes, List<String> before, Map<List<String>, HitCount> counts) {
        if (axes.isEmpty()) {
            long sections = bucket.path("doc_count").asLong();
            if (sections > 0) {
                counts.put(
                        before,
                        new HitCount(
                                sections, bucket.path(CASES).path("doc_count").asLong()));
            }
            return;
        }
        Axis axis = axes.getFirst();
        List<Axis> inner = axes.subList(1, axes.size());
        JsonNode all = axis.excluded().isEmpty() ? bucket : bucket.path(WITHOUT);
        if (isOfCases(axes)) {
            readApart(all, before, counts);
        } else {
            for (JsonNode value : buckets(all)) {
                read(value, inner, with(before, value.path("key").asString()), counts);
            }
        }
        excluded(axis).forEach((name, value) -> read(bucket.path(name), inner, with(before, value), counts));
    }

    private static void readApart(JsonNode bucket, List<String> before, Map<List<String>, HitCount> counts) {
        Map<String, Long> cases = new HashMap<>();
        buckets(bucket.path(CASES))
                .forEach(value -> cases.put(
                        value.path("key").asString(), value.path("doc_count").asLong()));
        for (JsonNode value : buckets(bucket)) {
            String key = value.path("key").asString();
            counts.put(with(before, key), new HitCount(value.path("doc_count").asLong(), cases.getOrDefault(key, 0L)));
        }
    }

    private static JsonNode buckets(JsonNode counted) {
        return counted.path(VALUES).path("buckets");
    }

    private static List<String> with(List<String> before, String value) {
        return Stream.concat(before.stream(), Stream.of(value)).collect(ArrayList::new, List::add, List::addAll);
    }
}
