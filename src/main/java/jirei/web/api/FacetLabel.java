package jirei.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.search.FacetCount;

/**
 * A facet value with its label and counts. Immutable.
 *
 * @param value the canonical value
 * @param label the display text
 * @param sections the number of sections if the value is selected
 * @param cases the number of their cases
 * @param selected whether the value is selected
 * @param excluded whether the value is excluded
 */
public record FacetLabel(String value, String label, long sections, long cases, boolean selected, boolean excluded) {
    /** Returns {@code facets} by facet id, in their order, with the labels of {@code scheme}. */
    static Map<String, List<FacetLabel>> byId(FacetScheme scheme, Map<Facet, List<FacetCount>> facets) {
        var byId = new LinkedHashMap<String, List<FacetLabel>>();
        facets.forEach((facet, counts) -> byId.put(
                facet.id(),
                counts.stream().map(count -> of(scheme, facet, count)).toList()));
        return byId;
    }

    private static FacetLabel of(FacetScheme scheme, Facet facet, FacetCount count) {
        return new FacetLabel(
                count.value(),
                scheme.valueLabel(facet, count.value()),
                count.count().sections(),
                count.count().cases(),
                count.selected(),
                count.excluded());
    }
}
