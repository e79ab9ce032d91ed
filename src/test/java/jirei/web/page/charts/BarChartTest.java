package jirei.web.page.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jirei.corpus.lexicon.ShippedThemes;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.web.page.charts.BarChart.Bar;
import jirei.web.request.SearchState;
import org.junit.jupiter.api.Test;

class BarChartTest {
    @Test
    void emptyYearsAreFilledIn() {
        var chart = chart(Facet.YEAR, label("2018", 3, 2), label("2015", 6, 1));

        assertThat(chart.bars()).extracting(Bar::label).containsExactly("2015年度", "2016年度", "2017年度", "2018年度");
        assertThat(chart.bars()).extracting(Bar::url).containsExactly("/?year=2015", null, null, "/?year=2018");
        assertThat(chart.bars()).extracting(Bar::sectionsLength).containsExactly(100, 0, 0, 50);
    }

    @Test
    void emptyYearsAreOmittedOverLongSpans() {
        assertThat(chart(Facet.YEAR, label("2018", 1, 1), label("1918", 1, 1)).bars())
                .extracting(Bar::label)
                .containsExactly("1918年度", "2018年度");
    }

    @Test
    void valuesThatAreNotYearsAreKept() {
        assertThat(chart(Facet.YEAR, label("昨年", 0, 0), label("2018", 1, 1)).bars())
                .extracting(Bar::label)
                .containsExactly("昨年年度", "2018年度");
    }

    @Test
    void themesWithoutHitsAreShown() {
        assertThat(chart(Facet.THEME, label("ウ", 1, 1)).bars())
                .hasSize(8)
                .extracting(Bar::sections)
                .containsExactly("0", "0", "1", "0", "0", "0", "0", "0");
    }

    @Test
    void theShortestBarIsVisible() {
        assertThat(chart(Facet.ACTOR, label("医師会", 10_000, 500), label("国", 1, 1))
                        .bars())
                .extracting(Bar::sectionsLength)
                .containsExactly(100, 1);
    }

    private static BarChart chart(Facet facet, FacetCount... labels) {
        return BarChart.of(facet, SearchState.of("", new FacetScheme(ShippedThemes.all(), List.of())), List.of(labels));
    }

    private static FacetCount label(String value, long sections, long cases) {
        return new FacetCount(value, new HitCount(sections, cases), false);
    }
}
