package jirei.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jirei.cases.Indicator;
import jirei.query.FacetScheme;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.web.request.SearchState;

/**
 * A filter that is set, shown as a chip that removes it. Immutable.
 *
 * @param facet the name of the facet or indicator
 * @param label the value
 * @param excluded whether the value is excluded
 * @param removeUrl the URL of the search without the filter
 */
public record Chip(String facet, String label, boolean excluded, String removeUrl) {
    /** Returns the filters of {@code search}: selected values, excluded values, ranges and the region comparison. */
    public static List<Chip> of(SearchState search) {
        Filters filters = search.request().filters();
        FacetScheme facets = search.request().query().facets();
        List<Chip> chips = new ArrayList<>();
        filters.selected()
                .forEach((facet, values) -> values.forEach(value -> chips.add(new Chip(
                        facet.label(),
                        facets.valueLabel(facet, value),
                        false,
                        search.without(facet, value).url()))));
        filters.excluded()
                .forEach((facet, values) -> values.forEach(value -> chips.add(new Chip(
                        facet.label(),
                        facets.valueLabel(facet, value),
                        true,
                        search.withoutExcluded(facet, value).url()))));
        filters.ranges()
                .forEach((indicator, range) -> chips.add(new Chip(
                        indicator.label(),
                        label(indicator, range),
                        false,
                        search.filteredBy(filters.without(indicator)).url())));
        RegionComparison comparison = filters.comparison();
        if (comparison != null) {
            chips.add(new Chip(
                    "似た自治体",
                    label(comparison),
                    false,
                    search.filteredBy(filters.withComparison(null)).url()));
        }
        return chips;
    }

    /** The filter in words, such as 主体: 医師会 or 主体: 病院を含まない. */
    public String text() {
        return facet + ": " + label + (excluded ? "を含まない" : "");
    }

    /** Returns a range in words, such as 10,000人以上50,000人以下. */
    private static String label(Indicator indicator, NumberRange range) {
        BigDecimal min = range.min();
        BigDecimal max = range.max();
        return (min == null ? "" : Wording.grouped(min) + indicator.unit() + "以上")
                + (max == null ? "" : Wording.grouped(max) + indicator.unit() + "以下");
    }

    private static String label(RegionComparison comparison) {
        String name = name(comparison);
        return comparison.top() == RegionComparison.ALL
                ? name + "と比べる"
                : name + "に似た上位" + Wording.grouped(comparison.top()) + "事例";
    }

    /** Returns the name of the region, or a placeholder if only figures were entered. */
    public static String name(RegionComparison comparison) {
        return comparison.region().name().isEmpty()
                ? "入力した数値の自治体"
                : comparison.region().name();
    }
}
