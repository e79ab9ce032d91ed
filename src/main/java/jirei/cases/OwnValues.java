package jirei.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of the facets that a corpus declares, of a case or of a section. Immutable.
 *
 * @param values the values by facet, distinct and in the order given; in a section, an empty list means that it has none even if
 *     its case has some
 */
public record OwnValues(Map<OwnFacet, List<String>> values) {
    /** No values. */
    public static final OwnValues NONE = new OwnValues(Map.of());

    public OwnValues {
        var copy = new TreeMap<OwnFacet, List<String>>();
        values.forEach(
                (facet, ofFacet) -> copy.put(facet, ofFacet.stream().distinct().toList()));
        values = Collections.unmodifiableMap(copy);
    }

    /** Returns the values of {@code facet}; may be empty. */
    public List<String> of(OwnFacet facet) {
        return values.getOrDefault(facet, List.of());
    }

    /** Returns these values of a section, with those of its case for the facets that it does not mention. */
    public OwnValues within(OwnValues ofCase) {
        if (ofCase.values.isEmpty()) {
            return this;
        }
        var merged = new LinkedHashMap<>(ofCase.values);
        merged.putAll(values);
        return new OwnValues(merged);
    }

    /** Returns the values by the names of the facets. */
    public Map<String, List<String>> byName() {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        values.forEach((facet, ofFacet) -> byName.put(facet.name(), ofFacet));
        return byName;
    }

    /** Returns whether no facet is mentioned. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
