package jirei.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jirei.cases.Indicator;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.web.request.SearchState;

/**
 * A filter that is set.
 *
 * @param facet what is narrowed
 * @param label to what
 * @param excluded whether it is left out
 * @param withoutUrl the same search without it
 */
public record Chip(String facet, String label, boolean excluded, String withoutUrl) {
    /** All that is set in {@code search}: what is chosen, what is excluded, ranges, the region compared to. */
    public static List<Chip> of(SearchState search) {
        Filters filters = search.request().filters();
        List<Chip> chips = new ArrayList<>();
        filters.selected()
                .forEach((facet, values) -> values.forEach(value -> chips.add(new Chip(
                        facet.label(),
                        facet.valueLabel(value),
                        false,
                        search.without(facet, value).url()))));
        filters.excluded()
                .forEach((facet, values) -> values.forEach(value -> chips.add(new Chip(
                        facet.label(),
                        facet.valueLabel(value),
                        true,
                        search.allowing(facet, value).url()))));
        filters.ranges()
                .forEach((measure, range) -> chips.add(new Chip(
                        measure.label(),
                        label(measure, range),
                        false,
                        search.narrowedBy(filters.without(measure)).url())));
        RegionComparison like = filters.comparison();
        if (like != null) {
            chips.add(new Chip(
                    "似た自治体",
                    label(like),
                    false,
                    search.narrowedBy(filters.withComparison(null)).url()));
        }
        return chips;
    }

    /** The filter in words, as in 主体: 医師会 or 主体: 病院を含まない. */
    public String text() {
        return facet + ": " + label + (excluded ? "を含まない" : "");
    }

    /** 10,000人以上50,000人以下. */
    private static String label(Indicator measure, NumberRange range) {
        BigDecimal min = range.min();
        BigDecimal max = range.max();
        return (min == null ? "" : Wording.grouped(min) + measure.unit() + "以上")
                + (max == null ? "" : Wording.grouped(max) + measure.unit() + "以下");
    }

    private static String label(RegionComparison like) {
        String name = name(like);
        return like.top() == RegionComparison.ALL ? name + "と比べる" : name + "に似た上位" + Wording.grouped(like.top()) + "事例";
    }

    /** What the region compared to is called. */
    public static String name(RegionComparison like) {
        return like.region().name().isEmpty() ? "入力した数の自治体" : like.region().name();
    }
}
