package jirei.web.page.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * All cases by population and ageing rate, those marked in which something is found.
 *
 * @param populations the lines of the populations
 * @param rates the lines of the ageing rates
 * @param points the cases, those found on top of the others
 * @param rows the same as a table, those found first
 * @param note which cases aren't shown; empty where all are
 */
public record ScatterChart(List<Tick> populations, List<Tick> rates, List<Point> points, List<Row> rows, String note) {
    /** More can't be told apart. */
    static final int MAX_POINTS = 400;
    /** So many points can be walked through by keyboard; of more the table is the way. */
    private static final int MAX_STEPS = 60;

    public ScatterChart {
        populations = List.copyOf(populations);
        rates = List.copyOf(rates);
        points = List.copyOf(points);
        rows = List.copyOf(rows);
    }

    /**
     * A case.
     *
     * @param x where it lies from the left
     * @param y where it lies from the top
     * @param found whether something is found in it
     * @param spoken what it is, in words
     * @param url its page
     * @param label what stands beside it; null where there is no room
     */
    public record Point(int x, int y, boolean found, String spoken, String url, @Nullable Label label) {}

    /** A line across the chart with what stands at its end. */
    public record Tick(int at, String label) {}

    /**
     * A name beside a point.
     *
     * @param x where it is anchored
     * @param y its base line
     * @param anchor which end is there, as SVG says it
     */
    public record Label(String text, int x, int y, String anchor) {}

    /** A case as a row of the table. */
    public record Row(String where, String url, String population, String ageing, boolean found) {}

    /**
     * The cases {@code known} of {@code all} cases; null where none has the figures.
     *
     * @param found the ids of the cases in which {@code search} finds something
     */
    static @Nullable ScatterChart of(SearchState search, List<RegionPoint> known, int all, Set<String> found) {
        List<RegionPoint> shown = Stream.concat(
                        known.stream().filter(point -> found.contains(point.id())),
                        known.stream().filter(point -> !found.contains(point.id())))
                .limit(MAX_POINTS)
                .toList();
        if (shown.isEmpty()) {
            return null;
        }
        ScatterAxes axes = ScatterAxes.around(shown);
        return new ScatterChart(
                axes.populations(),
                axes.rates(),
                points(search, shown, axes, found),
                shown.stream()
                        .map(point -> new Row(
                                point.where(),
                                search.caseUrl(point.id()),
                                point.people(),
                                point.rate(),
                                found.contains(point.id())))
                        .toList(),
                note(known.size(), all, shown.size()));
    }

    private static List<Point> points(
            SearchState search, List<RegionPoint> shown, ScatterAxes axes, Set<String> found) {
        var labels = new LabelPlacement();
        shown.forEach(point -> labels.keepClear(x(axes, point), y(axes, point)));
        List<Point> points = new ArrayList<>();
        for (RegionPoint point : shown) {
            boolean isFound = found.contains(point.id());
            points.add(new Point(
                    x(axes, point),
                    y(axes, point),
                    isFound,
                    point.spoken() + (isFound ? "（見つかった事例）" : ""),
                    search.caseUrl(point.id()),
                    isFound ? labels.place(point.place(), x(axes, point), y(axes, point)) : null));
        }
        points.sort(Comparator.comparing(Point::found));
        return points;
    }

    private static int x(ScatterAxes axes, RegionPoint point) {
        return axes.across(point.population().doubleValue());
    }

    private static int y(ScatterAxes axes, RegionPoint point) {
        return axes.up(point.ageing().doubleValue());
    }

    private static String note(int known, int all, int shown) {
        String unknown = all == known ? "" : "人口か高齢化率がわからない事例" + Wording.grouped(all - known) + "件は図にありません。";
        return known == shown
                ? unknown
                : unknown + "図と表に示すのは" + Wording.grouped(known) + "件のうち" + Wording.grouped(shown)
                        + "件で、見つかった事例を先に選んでいます。";
    }

    /** What {@code tabindex} says of the points: null where they can be walked through. */
    public @Nullable String step() {
        return points.size() <= MAX_STEPS ? null : "-1";
    }
}
