package jirei.web.page.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jirei.web.page.Wording;
import jirei.web.page.charts.ScatterChart.Tick;

/**
 * Where populations, by powers of ten, and ageing rates lie on a chart of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param leastPower the common logarithm of the population at the left end
 * @param mostPower that at the right end
 * @param leastRate the ageing rate at the bottom, in per cent
 * @param mostRate that at the top
 */
record ScatterAxes(double leastPower, double mostPower, int leastRate, int mostRate) {
    static final int WIDTH = 760;
    static final int HEIGHT = 460;
    static final int LEFT = 56;
    static final int RIGHT = 744;
    static final int TOP = 16;
    static final int BOTTOM = 404;

    private static final int RATE_STEP = 5;
    private static final int MAX_TICKS = 9;
    /** How far the ends lie beyond the outermost points, of the whole width. */
    private static final double MARGIN = 0.06;

    private static final double MIN_SPREAD = 0.4;
    private static final int TEN_THOUSAND = 10_000;

    /** Axes that hold all of {@code points}, one at least. */
    static ScatterAxes around(List<RegionPoint> points) {
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

    private static double extreme(
            List<RegionPoint> points, Function<RegionPoint, BigDecimal> figure, boolean greatest) {
        var numbers =
                points.stream().map(figure).mapToDouble(BigDecimal::doubleValue).summaryStatistics();
        return greatest ? numbers.getMax() : numbers.getMin();
    }

    int across(double population) {
        double share = (Math.log10(population) - leastPower) / (mostPower - leastPower);
        return (int) Math.round(LEFT + share * (RIGHT - LEFT));
    }

    int up(double rate) {
        double share = (rate - leastRate) / (mostRate - leastRate);
        return (int) Math.round(BOTTOM - share * (BOTTOM - TOP));
    }

    /** Lines at 1, 2 and 5 times the powers of ten, or at these alone where that is enough. */
    List<Tick> populations() {
        List<Tick> all = populations(List.of(1, 2, 5));
        return all.size() <= MAX_TICKS ? all : populations(List.of(1));
    }

    private List<Tick> populations(List<Integer> times) {
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(leastPower); power <= mostPower; power++) {
            for (int time : times) {
                double people = time * Math.pow(10, power);
                double log = Math.log10(people);
                if (people >= 1 && log >= leastPower && log <= mostPower) {
                    ticks.add(new Tick(across(people), people(Math.round(people))));
                }
            }
        }
        return ticks;
    }

    /** 5,000人, 20万人. */
    private static String people(long people) {
        return (people < TEN_THOUSAND ? Wording.grouped(people) : Wording.grouped(people / TEN_THOUSAND) + "万") + "人";
    }

    List<Tick> rates() {
        int step = (mostRate - leastRate) / RATE_STEP > MAX_TICKS ? 2 * RATE_STEP : RATE_STEP;
        List<Tick> ticks = new ArrayList<>();
        for (int rate = leastRate; rate <= mostRate; rate += step) {
            ticks.add(new Tick(up(rate), rate + "%"));
        }
        return ticks;
    }
}
