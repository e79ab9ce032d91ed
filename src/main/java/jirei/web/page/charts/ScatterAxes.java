package jirei.web.page.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jirei.web.page.Wording;
import jirei.web.page.charts.ScatterChart.Tick;

/**
 * The axes of a scatter chart of {@value #WIDTH} by {@value #HEIGHT}: population on a logarithmic scale, ageing rate on
 * a linear one. Immutable.
 *
 * @param minLogPopulation the common logarithm of the population at the left end
 * @param maxLogPopulation the common logarithm of the population at the right end
 * @param minRate the ageing rate at the bottom, in percent
 * @param maxRate the ageing rate at the top, in percent
 */
record ScatterAxes(double minLogPopulation, double maxLogPopulation, int minRate, int maxRate) {
    static final int WIDTH = 760;
    static final int HEIGHT = 460;
    static final int LEFT = 56;
    static final int RIGHT = 744;
    static final int TOP = 16;
    static final int BOTTOM = 404;

    private static final int RATE_STEP = 5;
    private static final int MAX_TICKS = 9;
    /** The margin beyond the outermost points, as a fraction of the width. */
    private static final double MARGIN = 0.06;

    private static final double MIN_SPREAD = 0.4;
    private static final int TEN_THOUSAND = 10_000;

    /**
     * Returns axes that include all {@code points}.
     *
     * @param points at least one point
     */
    static ScatterAxes fitting(List<RegionPoint> points) {
        double min = extreme(points, RegionPoint::population, false);
        double max = extreme(points, RegionPoint::population, true);
        double margin = Math.max(MIN_SPREAD, Math.log10(max) - Math.log10(min)) * MARGIN;
        int lowest = (int) Math.floor(extreme(points, RegionPoint::ageing, false) / RATE_STEP) * RATE_STEP;
        int highest = (int) Math.ceil(extreme(points, RegionPoint::ageing, true) / RATE_STEP) * RATE_STEP;
        return new ScatterAxes(
                Math.log10(min) - margin,
                Math.log10(max) + margin,
                lowest,
                highest == lowest ? lowest + RATE_STEP : highest);
    }

    private static double extreme(List<RegionPoint> points, Function<RegionPoint, BigDecimal> figure, boolean max) {
        var numbers =
                points.stream().map(figure).mapToDouble(BigDecimal::doubleValue).summaryStatistics();
        return max ? numbers.getMax() : numbers.getMin();
    }

    int x(double population) {
        double share = (Math.log10(population) - minLogPopulation) / (maxLogPopulation - minLogPopulation);
        return (int) Math.round(LEFT + share * (RIGHT - LEFT));
    }

    int y(double rate) {
        double share = (rate - minRate) / (maxRate - minRate);
        return (int) Math.round(BOTTOM - share * (BOTTOM - TOP));
    }

    /** Returns ticks at 1, 2 and 5 times the powers of ten, or at powers of ten only if those are too many. */
    List<Tick> populationTicks() {
        List<Tick> all = populationTicks(List.of(1, 2, 5));
        return all.size() <= MAX_TICKS ? all : populationTicks(List.of(1));
    }

    private List<Tick> populationTicks(List<Integer> times) {
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(minLogPopulation); power <= maxLogPopulation; power++) {
            for (int time : times) {
                double people = time * Math.pow(10, power);
                double log = Math.log10(people);
                if (people >= 1 && log >= minLogPopulation && log <= maxLogPopulation) {
                    ticks.add(new Tick(x(people), populationLabel(Math.round(people))));
                }
            }
        }
        return ticks;
    }

    /** Returns for example 5,000人 or 20万人. */
    private static String populationLabel(long people) {
        return (people < TEN_THOUSAND ? Wording.grouped(people) : Wording.grouped(people / TEN_THOUSAND) + "万") + "人";
    }

    List<Tick> rateTicks() {
        int step = (maxRate - minRate) / RATE_STEP > MAX_TICKS ? 2 * RATE_STEP : RATE_STEP;
        List<Tick> ticks = new ArrayList<>();
        for (int rate = minRate; rate <= maxRate; rate += step) {
            ticks.add(new Tick(y(rate), rate + "%"));
        }
        return ticks;
    }
}
