package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionStatisticsTest {
    private static final Map<RegionFigure, Figure> TOWN =
            Map.of(RegionFigure.POPULATION, new Figure(BigDecimal.valueOf(5_000), "統計から：2020年国勢調査"));
    /** 大子町, つくば市, 泊村 of 古宇郡, 府中市 of 東京都 and of 広島県, 梼原町, 大阪市. */
    private static final RegionStatistics STATISTICS = new RegionStatistics(
            "架空の統計",
            Map.of(
                    "08364", TOWN, "08220", TOWN, "01403", TOWN, "13206", TOWN, "34208", TOWN, "39405", TOWN, "27100",
                    TOWN),
            "1");

    private static CaseStudy caseIn(@Nullable Prefecture prefecture, String place, RegionFigures region) {
        return new CaseStudy(
                "a1",
                null,
                "題",
                "",
                null,
                prefecture,
                place,
                region,
                Source.UNKNOWN,
                List.of(new Section("s1", SectionKind.LEAD, "", "", List.of(), List.of(), "本文。")));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            茨城県, 大子町,             ''
            茨城県, 茨城県久慈郡大子町, ''
            茨城県, 久慈郡大子町,       ''
            茨城県, だいご地域,         大子町
            -,      茨城県つくば市,     ''
            -,      つくば市,           ''
            北海道, 泊村,               ''
            広島県, 府中市,             ''
            高知県, 檮原町,             ''
            """)
    void aCaseOfOneMunicipalityHasItsFigures(@Nullable String prefecture, String place, String region) {
        CaseStudy caseStudy = caseIn(
                Prefecture.named(prefecture == null ? "" : prefecture).orElse(null),
                place,
                new RegionFigures(region, Map.of()));

        assertThat(STATISTICS.regionOf(caseStudy)).isEqualTo(new RegionFigures(region, TOWN, TOWN.keySet()));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            茨城県, つくば市・大子町,     ''
            茨城県, 久慈郡,               ''
            茨城県, つくば市,             つくば保健医療圏
            大阪府, 大阪市北区,           ''
            東京都, つくば市,             ''
            -,      府中市,               ''
            茨城県, 土浦市,               ''
            茨城県, '',                   ''
            茨城県, 大子,                 ''
            茨城県, 大子町立病院,         ''
            """)
    void aCaseOfAnythingElseHasNone(@Nullable String prefecture, String place, String region) {
        CaseStudy caseStudy = caseIn(
                Prefecture.named(prefecture == null ? "" : prefecture).orElse(null),
                place,
                new RegionFigures(region, Map.of()));

        assertThat(STATISTICS.regionOf(caseStudy)).isEqualTo(caseStudy.region());
    }

    @Test
    void theFiguresOfTheCaseStandAndOthersAreAdded() {
        var people = new Figure(BigDecimal.TWO, "2015年国勢調査");
        var area = new Figure(BigDecimal.TEN, "");
        var complete = new RegionFigures("大子町", Map.of(RegionFigure.POPULATION, people));
        var partial = new RegionFigures("大子町", Map.of(RegionFigure.AREA, area));

        assertThat(STATISTICS.regionOf(caseIn(Prefecture.IBARAKI, "大子町", complete)))
                .isEqualTo(complete);
        RegionFigures completed = STATISTICS.regionOf(caseIn(Prefecture.IBARAKI, "大子町", partial));
        assertThat(completed.of(RegionFigure.AREA)).contains(area);
        assertThat(completed.fromStatistics()).containsExactly(RegionFigure.POPULATION);
        assertThat(completed.own()).isEqualTo(partial);
    }

    @Test
    void figuresOfOlderStatisticsAreReplaced() {
        var older = new RegionFigures(
                "", Map.of(RegionFigure.AREA, new Figure(BigDecimal.TEN, "")), Set.of(RegionFigure.AREA));

        assertThat(STATISTICS.regionOf(caseIn(Prefecture.IBARAKI, "大子町", older)))
                .isEqualTo(new RegionFigures("", TOWN, TOWN.keySet()));
    }
}
