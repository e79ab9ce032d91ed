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
 * What can be narrowed by besides facets.
 *
 * @param ranges the bounds that are always seen
 * @param moreRanges the bounds behind a line that opens them
 * @param moreOpen whether that is open from the start, because something in it is set
 * @param likeName the municipality that cases are compared to; empty where there is none
 * @param likeHidden what the form must keep of it
 * @param tops to how many cases one can narrow
 * @param likeUrl where one's own municipality is chosen
 */
public record FilterPanel(
        List<RangeView> ranges,
        List<RangeView> moreRanges,
        boolean moreOpen,
        String likeName,
        List<QueryString.Parameter> likeHidden,
        List<SearchPage.Option> tops,
        String likeUrl) {
    private static final Set<Indicator> ALWAYS_SEEN = Set.of(Indicator.POPULATION, Indicator.AGEING, Indicator.AREA);
    private static final List<Integer> TOPS = List.of(5, 10, 20, 50);

    public FilterPanel {
        ranges = List.copyOf(ranges);
        moreRanges = List.copyOf(moreRanges);
        likeHidden = List.copyOf(likeHidden);
        tops = List.copyOf(tops);
    }

    /**
     * The bounds of a measure.
     *
     * @param label what it is called
     * @param unit its unit
     * @param leastName the name of the lower bound
     * @param least the lower bound as a number; empty where there is none
     * @param mostName the name of the upper bound
     * @param most the upper bound as a number; empty where there is none
     */
    public record RangeView(String label, String unit, String leastName, String least, String mostName, String most) {
        private static RangeView of(Indicator measure, Filters filters) {
            NumberRange range = filters.ranges().getOrDefault(measure, new NumberRange(null, null));
            return new RangeView(
                    measure.label(),
                    measure.unit(),
                    ParameterNames.least(measure),
                    typed(range.min()),
                    ParameterNames.most(measure),
                    typed(range.max()));
        }

        private static String typed(@Nullable BigDecimal bound) {
            return bound == null ? "" : Wording.grouped(bound);
        }

        /** The id of the group of both. */
        public String id() {
            return "_range-" + leastName.substring(0, leastName.indexOf('.'));
        }
    }

    static FilterPanel of(SearchState search) {
        Filters filters = search.request().filters();
        RegionComparison like = filters.comparison();
        List<QueryString.Parameter> hidden = ParameterNames.like(filters).stream()
                .filter(parameter -> !parameter.name().equals(ParameterNames.LIKE_TOP))
                .toList();
        return new FilterPanel(
                ranges(filters, true),
                ranges(filters, false),
                filters.ranges().keySet().stream().anyMatch(measure -> !ALWAYS_SEEN.contains(measure)),
                like == null ? "" : Chip.name(like),
                hidden,
                like == null ? List.of() : tops(like.top()),
                search.likeUrl());
    }

    private static List<RangeView> ranges(Filters filters, boolean alwaysSeen) {
        return Stream.of(Indicator.values())
                .filter(measure -> ALWAYS_SEEN.contains(measure) == alwaysSeen)
                .map(measure -> RangeView.of(measure, filters))
                .toList();
    }

    private static List<SearchPage.Option> tops(int chosen) {
        Stream<SearchPage.Option> numbers = Stream.concat(TOPS.stream(), Stream.of(chosen))
                .filter(top -> top != RegionComparison.ALL)
                .distinct()
                .sorted()
                .map(top -> new SearchPage.Option(Integer.toString(top), "上位" + top + "事例だけ", top == chosen));
        return Stream.concat(Stream.of(new SearchPage.Option("", "すべての事例", chosen == RegionComparison.ALL)), numbers)
                .toList();
    }

    /** Whether cases are compared to a municipality. */
    public boolean hasLike() {
        return !likeName.isEmpty();
    }
}
