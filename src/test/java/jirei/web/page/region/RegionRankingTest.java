package jirei.web.page.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.cases.Figure;
import jirei.cases.OwnValues;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.search.CaseSummary;
import org.junit.jupiter.api.Test;

class RegionRankingTest {
    private static RegionFigures people(String population) {
        return new RegionFigures("", Map.of(RegionFigure.POPULATION, new Figure(new BigDecimal(population), "2015年")));
    }

    private static RegionRanking over(RegionFigures... regions) {
        List<CaseSummary> cases = Stream.of(regions)
                .map(region -> new CaseSummary("invented", null, "架空", "", null, null, "", region, OwnValues.NONE, 1))
                .toList();
        return RegionRanking.over(cases);
    }

    @Test
    void figuresAreRankedFromTheNearerEnd() {
        var ranking = over(people("100"), people("1000"), people("5000"), people("9000"));

        assertThat(ranking.of(people("5000")).getFirst().rank()).isEqualTo("4事例中2番目に多い");
        assertThat(ranking.of(people("100")).getFirst().rank()).isEqualTo("4事例中もっとも少ない");
    }

    @Test
    void theMedianOfAnEvenNumberIsInterpolated() {
        var ranking = over(people("100"), people("1000"), people("5000"), people("9000"));

        assertThat(ranking.of(people("100")).getFirst().median()).isEqualTo("中央値 3,000人");
    }

    @Test
    void onlyCasesWithTheFigureAreRanked() {
        var ranking = over(people("100"), RegionFigures.NONE, people("300"), people("500"));

        assertThat(ranking.of(people("300")).getFirst().rank()).isEqualTo("3事例中2番目に多い");
    }

    @Test
    void fewCasesAreNotRanked() {
        var figure = over(people("100"), people("300")).of(people("300")).getFirst();

        assertThat(figure.value()).isEqualTo("300");
        assertThat(figure.rank()).isEmpty();
        assertThat(figure.stripPlot()).isNull();
    }

    @Test
    void equalFiguresAreCenteredInTheStripPlot() {
        var figure = over(people("7"), people("7"), people("7")).of(people("7")).getFirst();

        assertThat(figure.stripPlot()).isEqualTo(new RegionRanking.StripPlot("M100 7v10", "M100 2v20", "100"));
    }

    @Test
    void ratiosAreComputedAndNameTheirFigures() {
        var region = new RegionFigures(
                "",
                Map.of(
                        RegionFigure.POPULATION, new Figure(new BigDecimal("20000"), ""),
                        RegionFigure.AREA, new Figure(new BigDecimal("80"), ""),
                        RegionFigure.CLINICS, new Figure(new BigDecimal("5"), "")));

        assertThat(over(region).of(region))
                .extracting(
                        RegionRanking.RankedFigure::label, RegionRanking.RankedFigure::value, figure -> figure.basis())
                .contains(tuple("人口密度", "250.00", "人口と面積から計算"), tuple("診療所（1万人あたり）", "2.50", "一般診療所数と人口から計算"));
    }

    @Test
    void divisionByZeroIsOmitted() {
        var region = new RegionFigures(
                "",
                Map.of(
                        RegionFigure.POPULATION, new Figure(BigDecimal.ZERO, ""),
                        RegionFigure.CLINICS, new Figure(BigDecimal.ONE, "")));

        assertThat(over(region).of(region))
                .extracting(RegionRanking.RankedFigure::label)
                .containsExactly("人口", "一般診療所数");
    }
}
