package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.FacetCount;
import jirei.search.Hit;
import jirei.search.HitCount;
import jirei.search.HitGroup;
import jirei.search.SearchResults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacetTest {
    private static final String[] ACTORS = {"医師会", "保健所", "市区町村", "訪問看護"};
    private static final String[] WORDS = {"看取り", "研修", "手引き", "当番", "口腔"};
    private static final Prefecture[] PREFECTURES = {Prefecture.OSAKA, Prefecture.CHIBA, Prefecture.OKINAWA};

    @TempDir
    Path folder;

    private World world = new World(Path.of("unused"));

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void labelsAreCountedInSectionsAndCases() throws Exception {
        world = new World(folder)
                .with(
                        1,
                        Prefecture.OSAKA,
                        "",
                        List.of(
                                World.section("a", "", "看取りを学ぶ", "医師会"),
                                World.section("b", "", "看取りを支える", "医師会", "保健所")))
                .with(2, Prefecture.CHIBA, "", List.of(World.section("a", "", "看取りを語る", "医師会")));

        assertThat(world.search("看取り").facets().get(Facet.ACTOR))
                .containsExactly(
                        new FacetCount("医師会", new HitCount(3, 2), false),
                        new FacetCount("保健所", new HitCount(1, 1), false));
    }

    @Test
    void aSelectedLabelWithoutMatchesIsListedWithACountOfZero() throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OSAKA, "", List.of(World.section("a", "", "看取り", "医師会")))
                .with(2, Prefecture.CHIBA, "", List.of(World.section("a", "", "研修", "保健所")));

        var request = SearchRequest.of("看取り").with(Facet.PREFECTURE, "千葉県");

        assertThat(world.engine().search(request).facets().get(Facet.PREFECTURE))
                .containsExactly(
                        new FacetCount("千葉県", HitCount.NONE, true), new FacetCount("大阪府", new HitCount(1, 1), false));
    }

    @Test
    void prefecturesAreOrderedFromNorthToSouth() throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OKINAWA, "", "研修")
                .with(2, Prefecture.CHIBA, "", "研修")
                .with(3, Prefecture.OSAKA, "", "研修");

        assertThat(world.search("研修").facets().get(Facet.PREFECTURE))
                .extracting(FacetCount::value)
                .containsExactly("千葉県", "大阪府", "沖縄県");
    }

    @Test
    void theCountOfALabelIsTheTotalWithItSelected() throws Exception {
        var random = new Random(47);
        world = randomWorld(random);

        for (int round = 0; round < 60; round++) {
            SearchRequest request = randomRequest(random);
            for (var facet : world.engine().search(request).facets().entrySet()) {
                for (FacetCount label : facet.getValue()) {
                    SearchResults chosen = world.engine().search(request.with(facet.getKey(), label.value()));
                    assertThat(chosen.total()).as("%s %s", request, label).isEqualTo(label.count());
                }
            }
        }
    }

    @Test
    void theCountOfAnExcludedLabelIsTheTotalWithItSelected() throws Exception {
        world = new World(folder)
                .with(
                        1,
                        Prefecture.OSAKA,
                        "",
                        List.of(
                                World.section("a", "", "看取り", "医師会"),
                                World.section("b", "", "看取り", "医師会", "保健所"),
                                World.section("c", "", "看取り")));

        var request = SearchRequest.of("看取り").filteredBy(Filters.NONE.withExcluded(Facet.ACTOR, Set.of("保健所", "訪問看護")));
        SearchResults results = world.engine().search(request);

        assertThat(World.names(results.hits())).containsExactly("1/a", "1/c");
        assertThat(results.facets().get(Facet.ACTOR))
                .containsExactly(
                        new FacetCount("医師会", new HitCount(1, 1), false, false),
                        new FacetCount("保健所", new HitCount(1, 1), false, true),
                        new FacetCount("訪問看護", HitCount.NONE, false, true));
    }

    @Test
    void exclusionRemovesExactlyTheSectionsWithTheValue() throws Exception {
        var random = new Random(49);
        world = randomWorld(random);

        for (int round = 0; round < 40; round++) {
            SearchRequest narrow = randomRequest(random).withPage(1);
            Filters filters = narrow.filters();
            Set<String> excluded = filters.excluded(Facet.ACTOR);
            SearchRequest wide = narrow.filteredBy(filters.withExcluded(Facet.ACTOR, Set.of()));

            List<Hit> allowed = allHits(wide).stream()
                    .filter(hit -> hit.section().actors().stream().noneMatch(actor -> excluded.contains(actor.name())))
                    .toList();
            assertThat(World.names(allHits(narrow))).as("%s", narrow).isEqualTo(World.names(allowed));
        }
    }

    @Test
    void groupingKeepsAllHitsAndTheOrderOfTheBestSections() throws Exception {
        var random = new Random(50);
        world = randomWorld(random);

        for (int round = 0; round < 60; round++) {
            SortOrder sort = List.of(SortOrder.values()).get(random.nextInt(SortOrder.values().length));
            SearchRequest single = randomRequest(random).sortedBy(sort);
            List<Hit> hits = allHits(single);
            List<String> cases = hits.stream().map(Hit::caseId).distinct().toList();
            List<String> grouped = new ArrayList<>();
            SearchResults page;
            int number = 1;
            do {
                page = world.engine()
                        .search(single.groupedByCase(true).withSize(4).withPage(number++));
                int from = 0;
                for (HitGroup group : page.groups()) {
                    grouped.add(group.caseId());
                    List<Hit> ofCase = hits.stream()
                            .filter(hit -> hit.caseId().equals(group.caseId()))
                            .toList();
                    assertThat(group.sections()).isEqualTo(ofCase.size());
                    assertThat(World.names(page.hits().subList(from, from + group.shown())))
                            .as("%s", single)
                            .isEqualTo(World.names(ofCase.subList(0, Math.min(3, ofCase.size()))));
                    from += group.shown();
                    assertThat(page.hits().get(from - 1).rank()).isEqualTo(grouped.size());
                }
                assertThat(page.hits()).hasSize(from);
            } while (!page.groups().isEmpty());
            assertThat(grouped).as("%s", single).isEqualTo(cases);
            assertThat(page.total().cases()).isEqualTo(cases.size());
        }
    }

    private List<Hit> allHits(SearchRequest request) throws Exception {
        return world.engine().search(request.groupedByCase(false).withSize(100)).hits();
    }

    @Test
    void theTotalIsTheNumberOfHitsOnAllPages() throws Exception {
        var random = new Random(48);
        world = randomWorld(random);

        for (int round = 0; round < 40; round++) {
            SearchRequest asked = randomRequest(random);
            List<String> all = new ArrayList<>();
            SearchResults page;
            int number = 1;
            do {
                page = world.engine()
                        .search(asked.sortedBy(SortOrder.NUMBER).withSize(7).withPage(number++));
                all.addAll(World.names(page.hits()));
            } while (!page.hits().isEmpty());
            assertThat(all).hasSize((int) page.total().sections()).doesNotHaveDuplicates();
            assertThat(all.stream()
                            .map(name -> name.substring(0, name.indexOf("/")))
                            .distinct())
                    .hasSize((int) page.total().cases());
        }
    }

    private World randomWorld(Random random) throws Exception {
        var made = new World(folder);
        for (int number = 1; number <= 30; number++) {
            List<Section> sections = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                String text = some(random, WORDS).collect(Collectors.joining("と")) + "の記録";
                sections.add(
                        World.section("s" + i, "", text, some(random, ACTORS).toArray(String[]::new)));
            }
            RegionFigures region = random.nextInt(4) == 0
                    ? RegionFigures.NONE
                    : World.region("", 1000L * random.nextInt(20), 20 + random.nextInt(20));
            Integer year = random.nextInt(4) == 0 ? null : 2015 + random.nextInt(4);
            made.with(number, PREFECTURES[random.nextInt(PREFECTURES.length)], "", region, year, sections);
        }
        return made;
    }

    private static SearchRequest randomRequest(Random random) {
        String query = some(random, WORDS).limit(2).collect(Collectors.joining(random.nextBoolean() ? " " : " OR "));
        Map<Facet, Set<String>> chosen = Map.of(
                Facet.ACTOR,
                random.nextBoolean() ? some(random, ACTORS).collect(Collectors.toSet()) : Set.of(),
                Facet.PREFECTURE,
                random.nextBoolean() ? Set.of(PREFECTURES[random.nextInt(3)].fullName()) : Set.of());
        Map<Facet, Set<String>> excluded = Map.of(
                Facet.ACTOR,
                random.nextBoolean() ? some(random, ACTORS).limit(2).collect(Collectors.toSet()) : Set.of(),
                Facet.YEAR,
                random.nextInt(3) == 0 ? Set.of("2016") : Set.of());
        Map<Indicator, NumberRange> ranges = random.nextInt(3) == 0
                ? Map.of(Indicator.POPULATION, new NumberRange(BigDecimal.valueOf(3000), BigDecimal.valueOf(15_000)))
                : Map.of();
        RegionComparison like =
                random.nextInt(3) == 0 ? new RegionComparison(World.region("", 9000, 30), random.nextInt(12)) : null;
        var filters = new Filters(chosen, excluded, ranges, like);
        return SearchRequest.of(query).filteredBy(filters);
    }

    private static Stream<String> some(Random random, String[] from) {
        return Stream.of(from).filter(any -> random.nextInt(3) == 0);
    }
}
