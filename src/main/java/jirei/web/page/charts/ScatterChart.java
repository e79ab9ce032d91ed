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
 * All cases by population and ageing rate; those with hits are highlighted. Immutable.
 *
 * @param populationTicks the ticks of the population axis
 * @param rateTicks the ticks of the ageing rate axis
 * @param points the cases; those with hits come last, so that they are drawn on top
 * @param rows the same cases as a table; those with hits come first
 * @param note how many cases are not shown; empty if all are
 */
public record ScatterChart(
        List<Tick> populationTicks, List<Tick> rateTicks, List<Point> points, List<Row> rows, String note) {
    /** More points cannot be distinguished. */
    static final int MAX_POINTS = 400;
    /** With more points keyboard users use the table instead. */
    private static final int MAX_FOCUSABLE_POINTS = 60;

    public ScatterChart {
        populationTicks = List.copyOf(populationTicks);
        rateTicks = List.copyOf(rateTicks);
        points = List.copyOf(points);
        rows = List.copyOf(rows);
    }

    /**
     * A case. Immutable.
     *
     * @param x the distance from the left
     * @param y the distance from the top
     * @param found whether the case has hits
     * @param fromStatistics whether a figure comes from statistics
     * @param name the case in words
     * @param url the URL of the case
     * @param label the label of the point; null if there is no room
     */
    public record Point(
            int x, int y, boolean found, boolean fromStatistics, String name, String url, @Nullable Label label) {}

    /** A grid line with its label. Immutable. */
    public record Tick(int at, String label) {}

    /**
     * The label of a point. Immutable.
     *
     * @param text the text
     * @param x the anchor
     * @param y the baseline
     * @param anchor the value of the SVG attribute {@code text-anchor}
     */
    public record Label(String text, int x, int y, String anchor) {}

    /** A case as a row of the table; the basis is empty unless a figure comes from statistics. Immutable. */
    public record Row(String location, String url, String population, String ageing, String basis, boolean found) {}

    /**
     * Returns the chart; null if no case has both figures.
     *
     * @param known the cases with both figures
     * @param all the number of all cases
     * @param found the ids of the cases in which {@code search} has hits
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
        ScatterAxes axes = ScatterAxes.fitting(shown);
        return new ScatterChart(
                axes.populationTicks(),
                axes.rateTicks(),
                points(search, shown, axes, found),
                shown.stream()
                        .map(point -> new Row(
                                point.location(),
                                search.caseUrl(point.id()),
                                point.populationText(),
                                point.ageingText(),
                                point.basis(),
                                found.contains(point.id())))
                        .toList(),
                note(known.size(), all, shown.size()));
    }

    private static List<Point> points(
            SearchState search, List<RegionPoint> shown, ScatterAxes axes, Set<String> found) {
        var labels = new LabelPlacement();
        shown.forEach(point -> labels.reserve(x(axes, point), y(axes, point)));
        List<Point> points = new ArrayList<>();
        for (RegionPoint point : shown) {
            boolean isFound = found.contains(point.id());
            points.add(new Point(
                    x(axes, point),
                    y(axes, point),
                    isFound,
                    point.isFromStatistics(),
                    point.ariaLabel() + (isFound ? "（見つかった事例）" : ""),
                    search.caseUrl(point.id()),
                    isFound ? labels.place(point.place(), x(axes, point), y(axes, point)) : null));
        }
        points.sort(Comparator.comparing(Point::found));
        return points;
    }

    private static int x(ScatterAxes axes, RegionPoint point) {
        return axes.x(point.population().doubleValue());
    }

    private static int y(ScatterAxes axes, RegionPoint point) {
        return axes.y(point.ageing().doubleValue());
    }

    private static String note(int known, int all, int shown) {
        String unknown = all == known ? "" : "人口か高齢化率が不明な事例" + Wording.grouped(all - known) + "件は図にありません。";
        return known == shown
                ? unknown
                : unknown + "図と表に示すのは" + Wording.grouped(known) + "件のうち" + Wording.grouped(shown)
                        + "件で、見つかった事例を先に選んでいます。";
    }

    /** Whether a figure of any case comes from statistics. */
    public boolean hasStatistics() {
        return points.stream().anyMatch(Point::fromStatistics);
    }

    /** The {@code tabindex} of the points; null if they are in the tab order. */
    public @Nullable String tabIndex() {
        return points.size() <= MAX_FOCUSABLE_POINTS ? null : "-1";
    }
}
