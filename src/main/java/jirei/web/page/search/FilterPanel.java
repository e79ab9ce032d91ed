package jirei.web.page.search;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.search.CaseSummary;
import jirei.web.page.Chip;
import jirei.web.page.Wording;
import jirei.web.request.ParameterNames;
import jirei.web.request.QueryString;
import jirei.web.request.RejectedInput;
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
     * @param min the lower bound, inclusive, or what was typed instead; empty if there is none
     * @param maxName the parameter name of the upper bound
     * @param max the upper bound, inclusive, or what was typed instead; empty if there is none
     * @param isMinInvalid whether the lower bound cannot be used
     * @param isMaxInvalid whether the upper bound cannot be used
     * @param problem why not, in sentences; empty if both can be used
     */
    public record RangeView(
            String label,
            String unit,
            String minName,
            String min,
            String maxName,
            String max,
            boolean isMinInvalid,
            boolean isMaxInvalid,
            String problem) {
        private static RangeView of(Indicator indicator, Filters filters, List<RejectedInput> rejected) {
            NumberRange range = filters.ranges().getOrDefault(indicator, new NumberRange(null, null));
            String minName = ParameterNames.min(indicator);
            String maxName = ParameterNames.max(indicator);
            Optional<String> min = RejectedInput.typed(rejected, minName);
            Optional<String> max = RejectedInput.typed(rejected, maxName);
            return new RangeView(
                    indicator.label(),
                    indicator.unit(),
                    minName,
                    min.orElse(boundText(range.min())),
                    maxName,
                    max.orElse(boundText(range.max())),
                    min.isPresent(),
                    max.isPresent(),
                    RejectedInput.details(rejected, List.of(minName, maxName)));
        }

        /** Whether a bound cannot be used. */
        public boolean hasProblem() {
            return !problem.isEmpty();
        }

        /** The id of the problem, by which the invalid inputs are described; null for a valid input. */
        public @Nullable String problemId(boolean isInvalid) {
            return isInvalid ? id() + "-problem" : null;
        }

        /** The value of aria-invalid; null for a valid input. */
        public @Nullable String ariaInvalid(boolean isInvalid) {
            return isInvalid ? "true" : null;
        }

        private static String boundText(@Nullable BigDecimal bound) {
            return bound == null ? "" : Wording.grouped(bound);
        }

        /** The id of the group of both inputs. */
        public String id() {
            return "_range-" + minName.substring(0, minName.indexOf('.'));
        }
    }

    /** Returns the indicators that at least one of {@code cases} has. */
    public static Set<Indicator> indicators(List<CaseSummary> cases) {
        Set<Indicator> known = EnumSet.noneOf(Indicator.class);
        cases.forEach(summary -> known.addAll(Indicator.allOf(summary.region()).keySet()));
        return Set.copyOf(known);
    }

    /** Returns the panel with ranges of {@code indicators}, and of those that {@code search} or rejected input restricts. */
    static FilterPanel of(SearchState search, List<RejectedInput> rejected, Set<Indicator> indicators) {
        Filters filters = search.request().filters();
        RegionComparison comparison = filters.comparison();
        List<QueryString.Parameter> hidden = ParameterNames.like(filters).stream()
                .filter(parameter -> !parameter.name().equals(ParameterNames.LIKE_TOP))
                .toList();
        List<RangeView> moreRanges = ranges(filters, rejected, indicators, false);
        return new FilterPanel(
                ranges(filters, rejected, indicators, true),
                moreRanges,
                filters.ranges().keySet().stream().anyMatch(indicator -> !INITIAL.contains(indicator))
                        || moreRanges.stream().anyMatch(RangeView::hasProblem),
                comparison == null ? "" : Chip.name(comparison),
                hidden,
                comparison == null ? List.of() : topOptions(comparison.top()),
                search.regionUrl());
    }

    private static List<RangeView> ranges(
            Filters filters, List<RejectedInput> rejected, Set<Indicator> known, boolean alwaysSeen) {
        return Stream.of(Indicator.values())
                .filter(indicator -> INITIAL.contains(indicator) == alwaysSeen)
                .filter(indicator -> known.contains(indicator)
                        || filters.ranges().containsKey(indicator)
                        || RangeView.of(indicator, filters, rejected).hasProblem())
                .map(indicator -> RangeView.of(indicator, filters, rejected))
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

    /** Whether any case has a figure by which it could be restricted or compared. */
    public boolean isNeeded() {
        return hasRegion() || !ranges.isEmpty() || !moreRanges.isEmpty();
    }

    /** Whether cases are compared to a region. */
    public boolean hasRegion() {
        return !regionName.isEmpty();
    }
}
