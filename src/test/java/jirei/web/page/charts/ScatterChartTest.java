package jirei.web.page.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import jirei.web.page.charts.ScatterChart.Point;
import jirei.web.page.charts.ScatterChart.Row;
import jirei.web.page.charts.ScatterChart.Tick;
import jirei.web.request.SearchState;
import org.junit.jupiter.api.Test;

class ScatterChartTest {
    @Test
    void populationsAreOnALogarithmicScale() {
        var chart = chart(List.of(point("a", 1_000, 20), point("b", 10_000, 30), point("c", 100_000, 40)), 3, Set.of());

        List<Integer> across = chart.points().stream().map(Point::x).toList();
        assertThat(across.get(1) - across.get(0)).isCloseTo(across.get(2) - across.get(1), within(1));
        assertThat(chart.populationTicks())
                .extracting(Tick::label)
                .containsExactly("1,000人", "2,000人", "5,000人", "1万人", "2万人", "5万人", "10万人");
        assertThat(chart.rateTicks()).extracting(Tick::label).containsExactly("20%", "25%", "30%", "35%", "40%");
    }

    @Test
    void casesWithHitsAreShownFirstIfNotAllFit() {
        List<RegionPoint> many = IntStream.range(0, 500)
                .mapToObj(i -> point("c" + i, 1_000 + i, 30))
                .toList();

        var chart = chart(many, 510, Set.of("c499"));

        assertThat(chart.points()).hasSize(400);
        assertThat(chart.rows().getFirst()).extracting(Row::found).isEqualTo(true);
        assertThat(chart.points().getLast().found()).as("on top of the others").isTrue();
        assertThat(chart.note()).isEqualTo("人口か高齢化率が不明な事例10件は図にありません。図と表に示すのは500件のうち400件で、見つかった事例を先に選んでいます。");
        assertThat(chart.tabIndex()).as("too many for the tab order").isEqualTo("-1");
    }

    @Test
    void aSingleRegionIsCharted() {
        var chart = chart(List.of(point("a", 1, 100)), 1, Set.of("a"));

        assertThat(chart.points()).hasSize(1);
        assertThat(chart.points().getFirst().x()).isBetween(ScatterAxes.LEFT, ScatterAxes.RIGHT);
        assertThat(chart.points().getFirst().y()).isBetween(ScatterAxes.TOP, ScatterAxes.BOTTOM);
    }

    @Test
    void allPointsAreWithinTheAxes() {
        var random = new Random(53);
        for (int round = 0; round < 50; round++) {
            List<RegionPoint> points = IntStream.range(0, 1 + random.nextInt(20))
                    .mapToObj(i -> point("c" + i, 1 + random.nextInt(5_000_000), random.nextInt(101)))
                    .toList();

            assertThat(chart(points, points.size(), Set.of()).points()).allSatisfy(point -> {
                assertThat(point.x()).isBetween(ScatterAxes.LEFT, ScatterAxes.RIGHT);
                assertThat(point.y()).isBetween(ScatterAxes.TOP, ScatterAxes.BOTTOM);
            });
        }
    }

    @Test
    void withoutFiguresThereIsNoChart() {
        assertThat(ScatterChart.of(SearchState.EMPTY, List.of(), 3, Set.of())).isNull();
    }

    private static ScatterChart chart(List<RegionPoint> points, int all, Set<String> found) {
        return Objects.requireNonNull(ScatterChart.of(SearchState.EMPTY, points, all, found));
    }

    private static RegionPoint point(String id, long population, long ageing) {
        return new RegionPoint(id, "みやま町", "みやま町", BigDecimal.valueOf(population), BigDecimal.valueOf(ageing), "");
    }
}
