package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.corpus.format.CaseJson;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases without figures have those of the statistics of their municipality, everywhere but in their files. */
class StatisticsTest {
    private static World world = new World(Path.of("unused"));

    @BeforeAll
    static void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder)
                .with(1, Prefecture.IBARAKI, "大子町", "看取り")
                .with(2, Prefecture.IBARAKI, "つくば市", "看取り")
                .with(3, Prefecture.IBARAKI, "つくば市・大子町", "看取り")
                .with(
                        4,
                        Prefecture.IBARAKI,
                        "土浦市",
                        World.region("土浦市", 150_000, 25),
                        2017,
                        List.of(World.section("s1", "", "看取り")));
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    private static CaseStudy caseStudy(int number) throws Exception {
        return world.engine().caseStudy("case-" + number).orElseThrow();
    }

    @Test
    void theyAreMarkedAndHaveTheirYear() throws Exception {
        CaseStudy tsukuba = caseStudy(2);

        assertThat(tsukuba.region().fromStatistics()).containsExactly(RegionFigure.values());
        assertThat(tsukuba.region().of(RegionFigure.POPULATION).orElseThrow().basis())
                .isEqualTo("統計から：2020年国勢調査（SSDSE-A-2025）");
        assertThat(caseStudy(3).region().figures()).isEmpty();
        assertThat(caseStudy(4).region().fromStatistics())
                .doesNotContain(RegionFigure.POPULATION, RegionFigure.AGEING_RATE)
                .contains(RegionFigure.CLINICS);
        assertThat(world.engine().cases())
                .extracting(CaseSummary::region)
                .contains(tsukuba.region(), caseStudy(4).region());
    }

    @Test
    void theyCountForRangesAndOrder() throws Exception {
        var range = new NumberRange(BigDecimal.valueOf(100_000), null);
        var large = SearchRequest.of("看取り").filteredBy(Filters.NONE.withRange(Indicator.POPULATION, range));

        assertThat(World.names(world.engine()
                        .search(large.sortedBy(SortOrder.POPULATION_DESC))
                        .hits()))
                .containsExactly("2/s1", "4/s1");
        assertThat(World.names(world.engine()
                        .search(SearchRequest.of("看取り").sortedBy(SortOrder.POPULATION))
                        .hits()))
                .containsExactly("1/s1", "4/s1", "2/s1", "3/s1");
    }

    @Test
    void theyCountForTheSimilarity() throws Exception {
        assertThat(world.engine()
                        .similarRegions(new RegionComparison(World.region("茨城県水戸市", 270_000, 26), 0), 5, Deadline.NONE))
                .extracting(match -> match.summary().number())
                .containsExactlyInAnyOrder(1, 2, 4);
    }

    /** Also of a case that was saved from an answer of the API. */
    @Test
    void theyAreNeverWrittenToACaseFile() throws Exception {
        CaseStudy tsukuba = caseStudy(2);
        CaseStudy fromAnswer = CaseJson.read(Path.of("a.jsonl"), 1, CaseJson.write(tsukuba), Lexicon.shipped());

        assertThat(fromAnswer).isEqualTo(tsukuba);
        assertThat(CaseMarkdown.write(fromAnswer)).doesNotContain("population", "fromStatistics", "統計から");
    }
}
