package jirei.web.page.region;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import jirei.cases.Indicator;
import jirei.cases.RegionSimilarity;
import jirei.search.CaseSummary;

/** Draws two regions among those of all cases. Immutable. */
public final class SimilarityStrips {
    private final Map<Indicator, double[]> values = new EnumMap<>(Indicator.class);

    private SimilarityStrips() {}

    /** Returns the strips over {@code cases}. */
    public static SimilarityStrips over(List<CaseSummary> cases) {
        var strips = new SimilarityStrips();
        for (Indicator indicator : RegionSimilarity.COMPARED) {
            strips.values.put(
                    indicator,
                    cases.stream()
                            .flatMap(summary -> indicator.of(summary.region()).stream())
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }
        return strips;
    }

    /**
     * A strip plot of one indicator, 200 wide and 24 high. Immutable.
     *
     * @param others an SVG path with one tick for each case
     * @param own the x coordinate of the entered region
     * @param other the x coordinate of the region of the case
     */
    public record Strip(String others, String own, String other) {}

    /** Returns the strip of {@code comparison}, on an axis on which the entered region fits too. */
    Strip of(RegionSimilarity.Comparison comparison) {
        double[] all = values.getOrDefault(comparison.indicator(), new double[0]);
        double[] drawn = DoubleStream.concat(
                        DoubleStream.of(all), DoubleStream.of(comparison.reference(), comparison.other()))
                .toArray();
        StripAxis axis = StripAxis.fitting(drawn, comparison.indicator() != Indicator.AGEING);
        return new Strip(
                axis.ticks(all),
                Long.toString(axis.x(comparison.reference())),
                Long.toString(axis.x(comparison.other())));
    }
}
