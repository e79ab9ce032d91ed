package jirei.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jirei.cases.Figure;
import jirei.cases.Indicator;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.engine.World;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import jirei.search.HitGroup;
import jirei.search.RegionMatch;
import jirei.search.SearchResults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges, sort orders, groups and similarity over four towns; nothing is known of the last one. */
class FilterTest {
    @TempDir
    static Path folder = Path.of("unused");

    private static World world = new World(Path.of("unused"));

    @BeforeAll
    static void createFourTowns() throws Exception {
        world = new World(folder)
                .with(
                        1,
                        Prefecture.OSAKA,
                        "",
                        World.region("かわ町", 10_000, 40),
                        2018,
                        List.of(
                                World.section("a", "", "研修"),
                                World.section("b", "", "研修と研修"),
                                World.section("c", "", "研修の記録を長く書いた"),
                                World.section("d", "", "研修"),
                                World.section("e", "", "当番")))
                .with(
                        2,
                        Prefecture.CHIBA,
                        "",
                        World.region("うみ市", 50_000, 30),
                        2016,
                        List.of(World.section("a", "", "研修")))
                .with(
                        3,
                        Prefecture.CHIBA,
                        "",
                        World.region("みね村", 12_000, 38),
                        null,
                        List.of(World.section("a", "", "研修")))
                .with(4, Prefecture.CHIBA, "しま村", List.of(World.section("a", "", "研修")));
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    private static SearchResults search(SortOrder sort, Filters filters) throws Exception {
        return world.engine().search(SearchRequest.of("研修").filteredBy(filters).sortedBy(sort));
    }

    private static Filters within(Indicator measure, @Nullable Long min, @Nullable Long max) {
        return Filters.NONE.withRange(
                measure,
                new NumberRange(
                        min == null ? null : BigDecimal.valueOf(min), max == null ? null : BigDecimal.valueOf(max)));
    }

    private static Filters like(int top) {
        return Filters.NONE.withComparison(new RegionComparison(World.region("大阪府かわ町", 10_000, 40), top));
    }

    @Test
    void aRangeIncludesItsBoundsAndCountsCasesWithoutTheIndicator() throws Exception {
        SearchResults results = search(SortOrder.NUMBER, within(Indicator.POPULATION, 12_000L, 50_000L));

        assertThat(World.names(results.hits())).containsExactly("2/a", "3/a");
        assertThat(results.missingIndicators()).containsExactly(Map.entry(Indicator.POPULATION, 1L));
    }

    @Test
    void aRangeMayBeUnboundedAtEitherEnd() throws Exception {
        assertThat(World.names(search(SortOrder.NUMBER, within(Indicator.AGEING, null, 38L))
                        .hits()))
                .containsExactly("2/a", "3/a");
        assertThat(World.names(search(SortOrder.NUMBER, within(Indicator.AGEING, 39L, null))
                        .hits()))
                .containsExactly("1/a", "1/b", "1/c", "1/d");
    }

    @Test
    void aRangeExcludesCasesWithoutTheIndicator() throws Exception {
        SearchResults results = search(SortOrder.NUMBER, within(Indicator.AREA, 0L, null));

        assertThat(results.hits()).isEmpty();
        assertThat(results.missingIndicators()).containsExactly(Map.entry(Indicator.AREA, 4L));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "POPULATION, 1 3 2 4",
        "POPULATION_DESC, 2 3 1 4",
        "AGEING, 2 3 1 4",
        "AGEING_DESC, 1 3 2 4",
        "YEAR, 2 4 1 3",
        "YEAR_DESC, 1 4 2 3"
    })
    void unknownValuesSortLastInEveryOrder(SortOrder sort, String numbers) throws Exception {
        assertThat(search(sort, Filters.NONE).hits())
                .extracting(hit -> hit.number())
                .satisfies(found -> assertThat(String.join(
                                " ",
                                found.stream().distinct().map(String::valueOf).toList()))
                        .isEqualTo(numbers));
    }

    @Test
    void sectionsOfACaseAreOrderedByRelevance() throws Exception {
        List<String> byRelevance =
                World.names(search(SortOrder.RELEVANCE, Filters.NONE).hits());

        assertThat(World.names(search(SortOrder.POPULATION, Filters.NONE).hits())
                        .subList(0, 4))
                .isEqualTo(byRelevance.stream()
                        .filter(name -> name.startsWith("1/"))
                        .toList());
    }

    @Test
    void aGroupShowsThreeSectionsAndCountsAllOfThem() throws Exception {
        SearchResults results =
                world.engine().search(SearchRequest.of("研修").groupedByCase(true).sortedBy(SortOrder.NUMBER));

        assertThat(results.groups().getFirst()).isEqualTo(new HitGroup("case-1", 4, 3));
        assertThat(World.names(results.hits())).containsExactly("1/a", "1/b", "1/c", "2/a", "3/a", "4/a");
        assertThat(results.hits()).extracting("rank").containsExactly(1, 1, 1, 2, 3, 4);
        assertThat(results.total().cases()).isEqualTo(4);
    }

    @Test
    void theMostSimilarRegionsComeFirstWithoutTheRegionItself() throws Exception {
        List<RegionMatch> alike = world.engine()
                .similarRegions(new RegionComparison(World.region("大阪府かわ町", 10_000, 40), 0), 10, Deadline.NONE);

        assertThat(alike).extracting(each -> each.summary().number()).containsExactly(3, 2);
        assertThat(alike).extracting(RegionMatch::rank).containsExactly(1, 2);
        assertThat(alike.getFirst().similarity().percent()).isEqualTo(80);
    }

    @Test
    void aRegionWithoutANameIsComparedWithAllCases() throws Exception {
        assertThat(world.engine()
                        .similarRegions(new RegionComparison(World.region("", 10_000, 40), 0), 2, Deadline.NONE))
                .extracting(each -> each.summary().number())
                .containsExactly(1, 3);
    }

    @Test
    void hitsCanBeSortedByRegionSimilarity() throws Exception {
        SearchResults results = search(SortOrder.REGION_SIMILARITY, like(RegionComparison.ALL));

        assertThat(results.hits()).extracting("number").containsExactly(1, 1, 1, 1, 3, 2, 4);
        assertThat(results.regionSimilarity())
                .containsOnly(Map.entry("case-1", 100), Map.entry("case-3", 80), Map.entry("case-2", 23));
    }

    @Test
    void hitsCanBeFilteredByTheMostSimilarCases() throws Exception {
        SearchResults results = search(SortOrder.RELEVANCE, like(1));

        assertThat(World.names(results.hits())).containsExactly("3/a");
    }

    @Test
    void theCasesOfAMunicipalityAreFoundByItsFullName() throws Exception {
        assertThat(world.engine().casesOfMunicipality("千葉県みね村"))
                .extracting(CaseSummary::number)
                .containsExactly(3);
        assertThat(world.engine().casesOfMunicipality("千葉県しま村"))
                .extracting(CaseSummary::number)
                .containsExactly(4);
        assertThat(world.engine().casesOfMunicipality("みね村")).isEmpty();
    }

    @Test
    void aRangeOfADerivedIndicatorNeedsBothFigures() {
        var figures = Map.of(RegionFigure.AREA, new Figure(BigDecimal.TEN, ""));

        assertThat(Indicator.DENSITY.of(new RegionFigures("", figures))).isEmpty();
    }
}
