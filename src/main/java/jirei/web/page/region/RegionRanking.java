package jirei.web.page.region;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
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

/** The figures of all cases, against which those of one region are held. */
public final class RegionRanking {
    /** Below that a rank and a median say nothing. */
    private static final int MIN_REGIONS = 3;

    private static final double LEFT = 8;
    private static final double WIDTH = 184;

    private final Map<IndicatorView, double[]> values = new EnumMap<>(IndicatorView.class);

    private RegionRanking() {}

    /** Over {@code cases}, for each figure those that have it. */
    public static RegionRanking over(List<CaseSummary> cases) {
        var standings = new RegionRanking();
        for (IndicatorView measure : IndicatorView.values()) {
            standings.values.put(
                    measure,
                    cases.stream()
                            .flatMap(summary -> measure.of(summary.region()).stream())
                            .mapToDouble(BigDecimal::doubleValue)
                            .sorted()
                            .toArray());
        }
        return standings;
    }

    /**
     * A figure of a region among those of all cases.
     *
     * @param label what is counted
     * @param value the number, without its unit
     * @param unit its unit; empty for plain counts
     * @param rank how it stands in order, in words; empty where too few cases have the figure
     * @param median the number in the middle, in words; empty where too few cases have the figure
     * @param basis what the number rests on; may be empty
     * @param strip the same as a picture; null where too few cases have the figure
     */
    public record Standing(
            String label, String value, String unit, String rank, String median, String basis, @Nullable Strip strip) {}

    /**
     * A line from the least to the greatest number, 200 wide and 24 high.
     *
     * @param others a path with a tick for each case
     * @param median a path with a longer tick in the middle of them
     * @param own where this region stands, from the left
     */
    public record Strip(String others, String median, String own) {}

    /** What is known of {@code region}, in the order of {@link IndicatorView}. */
    public List<Standing> of(RegionFigures region) {
        return Stream.of(IndicatorView.values())
                .flatMap(measure -> measure.of(region).map(value -> standing(measure, value, region)).stream())
                .toList();
    }

    private Standing standing(IndicatorView measure, BigDecimal value, RegionFigures region) {
        double[] all = Optional.ofNullable(values.get(measure)).orElse(new double[0]);
        boolean enough = all.length >= MIN_REGIONS;
        return new Standing(
                measure.label(),
                Wording.grouped(value),
                measure.unit(),
                enough ? rank(measure, value.doubleValue(), all) : "",
                enough ? "中央値 " + rounded(median(all), measure.decimals()) + measure.unit() : "",
                measure.basis(region),
                enough ? strip(measure, value.doubleValue(), all) : null);
    }

    private static String rank(IndicatorView measure, double value, double[] all) {
        long above = DoubleStream.of(all).filter(other -> other > value).count();
        long below = DoubleStream.of(all).filter(other -> other < value).count();
        String order = above <= below ? ordinal(measure.more(), above) : ordinal(measure.less(), below);
        return all.length + "事例中" + order;
    }

    private static String ordinal(String way, long before) {
        return before == 0 ? "もっとも" + way : (before + 1) + "番目に" + way;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String rounded(double number, int decimals) {
        return Wording.grouped(BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP));
    }

    private static Strip strip(IndicatorView measure, double value, double[] all) {
        StringBuilder others = new StringBuilder();
        // no more ticks than the eye can tell apart, however many cases there are
        Arrays.stream(all)
                .mapToLong(other -> Math.round(at(measure, other, all)))
                .distinct()
                .forEach(x -> others.append('M').append(x).append(" 7v10"));
        return new Strip(
                others.toString(),
                "M" + Math.round(at(measure, median(all), all)) + " 2v20",
                Long.toString(Math.round(at(measure, value, all))));
    }

    private static double at(IndicatorView measure, double value, double[] all) {
        double min = scaled(measure, all[0]);
        double greatest = scaled(measure, all[all.length - 1]);
        return greatest == min ? LEFT + WIDTH / 2 : LEFT + WIDTH * (scaled(measure, value) - min) / (greatest - min);
    }

    private static double scaled(IndicatorView measure, double value) {
        return measure.spreadsByPowers() ? Math.log10(value + 1) : value;
    }
}
