package jirei.web.page.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.web.page.Chip;
import jirei.web.page.Wording;
import jirei.web.request.ParameterNames;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The filters other than facets: ranges and the region comparison. Immutable.
 *
 * @param ranges the ranges that are always visible
 * @param moreRanges the ranges that are hidden at first
 * @param moreOpen whether these are open, because one of them is set
 * @param regionName the region that cases are compared to; empty if there is none
 * @param regionParameters the form parameters of the region
 * @param topOptions the options for the number of most similar cases; empty if there is no region
 * @param regionUrl the URL of the page on which the region is entered
 */
public record FilterPanel(
        List<RangeView> ranges,
        List<RangeView> moreRanges,
        boolean moreOpen,
        String regionName,
        List<QueryString.Parameter> regionParameters,
        List<Option> topOptions,
        String regionUrl) {
    private static final Set<Indicator> INITIAL = Set.of(Indicator.POPULATION, Indicator.AGEING, Indicator.AREA);
    private static final List<Integer> TOP_CHOICES = List.of(5, 10, 20, 50);

    public FilterPanel {
        ranges = List.copyOf(ranges);
        moreRanges = List.copyOf(moreRanges);
        regionParameters = List.copyOf(regionParameters);
        topOptions = List.copyOf(topOptions);
    }

    /**
     * A range of an indicator. Immutable.
     *
     * @param label the name of the indicator
     * @param unit its unit
     * @param minName the parameter name of the lower bound
     * @param min the lower bound, inclusive; empty if there is none
     * @param maxName the parameter name of the upper bound
     * @param max the upper bound, inclusive; empty if there is none
     */
    public record RangeView(String label, String unit, String minName, String min, String maxName, String max) {
        private static RangeView of(Indicator indicator, Filters filters) {
            NumberRange range = filters.ranges().getOrDefault(indicator, new NumberRange(null, null));
            return new RangeView(
                    indicator.label(),
                    indicator.unit(),
                    ParameterNames.min(indicator),
                    boundText(range.min()),
                    ParameterNames.max(indicator),
                    boundText(range.max()));
        }

        private static String boundText(@Nullable BigDecimal bound) {
            return bound == null ? "" : Wording.grouped(bound);
        }

        /** The id of the group of both inputs. */
        public String id() {
            return "_range-" + minName.substring(0, minName.indexOf('.'));
        }
    }

    static FilterPanel of(SearchState search) {
        Filters filters = search.request().filters();
        RegionComparison comparison = filters.comparison();
        List<QueryString.Parameter> hidden = ParameterNames.like(filters).stream()
                .filter(parameter -> !parameter.name().equals(ParameterNames.LIKE_TOP))
                .toList();
        return new FilterPanel(
                ranges(filters, true),
                ranges(filters, false),
                filters.ranges().keySet().stream().anyMatch(indicator -> !INITIAL.contains(indicator)),
                comparison == null ? "" : Chip.name(comparison),
                hidden,
                comparison == null ? List.of() : topOptions(comparison.top()),
                search.regionUrl());
    }

    private static List<RangeView> ranges(Filters filters, boolean alwaysSeen) {
        return Stream.of(Indicator.values())
                .filter(indicator -> INITIAL.contains(indicator) == alwaysSeen)
                .map(indicator -> RangeView.of(indicator, filters))
                .toList();
    }

    private static List<Option> topOptions(int selected) {
        Stream<Option> numbers = Stream.concat(TOP_CHOICES.stream(), Stream.of(selected))
                .filter(top -> top != RegionComparison.ALL)
                .distinct()
                .sorted()
                .map(top -> new Option(Integer.toString(top), "上位" + top + "事例だけ", top == selected));
        return Stream.concat(Stream.of(new Option("", "すべての事例", selected == RegionComparison.ALL)), numbers)
                .toList();
    }

    /** Whether cases are compared to a region. */
    public boolean hasRegion() {
        return !regionName.isEmpty();
    }
}
