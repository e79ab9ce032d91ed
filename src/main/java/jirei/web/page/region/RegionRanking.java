package jirei.web.page.region;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import jirei.cases.RegionFigures;
import jirei.search.CaseSummary;
import jirei.web.page.Wording;
import org.jspecify.annotations.Nullable;

/** Ranks the figures of one region among those of all cases. Immutable. */
public final class RegionRanking {
    /** With fewer regions a rank and a median mean nothing. */
    private static final int MIN_REGIONS = 3;

    private final Map<IndicatorView, double[]> values = new EnumMap<>(IndicatorView.class);

    private RegionRanking() {}

    /** Returns the ranking over {@code cases}; a case counts for each figure it has. Takes O(n log n). */
    public static RegionRanking over(List<CaseSummary> cases) {
        var ranking = new RegionRanking();
        for (IndicatorView indicator : IndicatorView.values()) {
            ranking.values.put(
                    indicator,
                    cases.stream()
                            .flatMap(summary -> indicator.value(summary.region()).stream())
                            .mapToDouble(BigDecimal::doubleValue)
                            .sorted()
                            .toArray());
        }
        return ranking;
    }

    /**
     * A figure of a region, ranked among all cases. Immutable.
     *
     * @param label the name of the figure
     * @param value the value without its unit
     * @param unit the unit; empty for plain counts
     * @param rank the rank in words; empty if too few cases have the figure
     * @param median the median in words; empty if too few cases have the figure
     * @param basis the source of the value; may be empty
     * @param stripPlot the distribution as a picture; null if too few cases have the figure
     */
    public record RankedFigure(
            String label,
            String value,
            String unit,
            String rank,
            String median,
            String basis,
            @Nullable StripPlot stripPlot) {}

    /**
     * A strip plot from the smallest to the greatest value, 200 wide and 24 high. Immutable.
     *
     * @param others an SVG path with one tick for each case
     * @param median an SVG path with a longer tick at the median
     * @param own the x coordinate of this region
     */
    public record StripPlot(String others, String median, String own) {}

    /** Returns the known figures of {@code region}, in the order of {@link IndicatorView}. */
    public List<RankedFigure> of(RegionFigures region) {
        return Stream.of(IndicatorView.values())
                .flatMap(indicator ->
                        indicator.value(region).map(value -> rankedFigure(indicator, value, region)).stream())
                .toList();
    }

    private RankedFigure rankedFigure(IndicatorView indicator, BigDecimal value, RegionFigures region) {
        double[] all = Optional.ofNullable(values.get(indicator)).orElse(new double[0]);
        boolean enough = all.length >= MIN_REGIONS;
        return new RankedFigure(
                indicator.label(),
                Wording.grouped(value),
                indicator.unit(),
                enough ? rank(indicator, value.doubleValue(), all) : "",
                enough ? "中央値 " + rounded(median(all), indicator.decimals()) + indicator.unit() : "",
                indicator.basis(region),
                enough ? stripPlot(indicator, value.doubleValue(), all) : null);
    }

    private static String rank(IndicatorView indicator, double value, double[] all) {
        long above = DoubleStream.of(all).filter(other -> other > value).count();
        long below = DoubleStream.of(all).filter(other -> other < value).count();
        String order = above <= below ? ordinal(indicator.more(), above) : ordinal(indicator.less(), below);
        return all.length + "事例中" + order;
    }

    private static String ordinal(String comparative, long before) {
        return before == 0 ? "もっとも" + comparative : (before + 1) + "番目に" + comparative;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String rounded(double number, int decimals) {
        return Wording.grouped(BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP));
    }

    private static StripPlot stripPlot(IndicatorView indicator, double value, double[] all) {
        StripAxis axis = StripAxis.fitting(all, indicator.isLogarithmic());
        return new StripPlot(axis.ticks(all), "M" + axis.x(median(all)) + " 2v20", Long.toString(axis.x(value)));
    }
}
