package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.SearchRequest;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.search.SearchResults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Municipalities below their prefectures, and case collections. */
class PlaceFacetTest {
    private static final List<Prefecture> PREFECTURES = List.of(Prefecture.OSAKA, Prefecture.CHIBA);
    private static final List<String> PLACES = List.of("東町", "西町", "南村", "東町・西町", "湾岸地域");
    private static final List<String> COLLECTIONS = List.of("", "春の報告書", "秋の報告書");

    @TempDir
    Path folder;

    private World world = new World(Path.of("unused"));

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private SearchResults search(Filters filters, Facet... counted) throws Exception {
        return world.engine().search(SearchRequest.of("看取り").filteredBy(filters).counting(Set.of(counted)));
    }

    private static Filters selecting(Set<String> prefectures, Set<String> municipalities) {
        return Filters.of(Map.of(Facet.PREFECTURE, prefectures, Facet.MUNICIPALITY, municipalities));
    }

    private World threeTowns() throws Exception {
        return new World(folder)
                .with(1, Prefecture.OSAKA, "東町", "看取り", "看取りの記録")
                .with(2, Prefecture.OSAKA, "東町・西町", "看取り")
                .with(3, Prefecture.CHIBA, "東町", "看取り");
    }

    @Test
    void municipalitiesAreCountedWithTheirPrefecture() throws Exception {
        world = threeTowns();

        assertThat(search(Filters.NONE, Facet.MUNICIPALITY).facets().get(Facet.MUNICIPALITY))
                .containsExactly(
                        new FacetCount("千葉県東町", new HitCount(1, 1), false),
                        new FacetCount("大阪府東町", new HitCount(3, 2), false),
                        new FacetCount("大阪府西町", new HitCount(1, 1), false));
    }

    @Test
    void theyAreCountedOnRequestOrIfFiltered() throws Exception {
        world = threeTowns();

        assertThat(search(Filters.NONE).facets().keySet()).isEqualTo(Facet.USUAL);
        assertThat(search(selecting(Set.of(), Set.of("大阪府西町"))).facets()).containsKey(Facet.MUNICIPALITY);
    }

    @Test
    void aMunicipalityNarrowsItsPrefectureAndNotTheOthers() throws Exception {
        world = threeTowns();

        SearchResults results = search(selecting(Set.of("大阪府", "千葉県"), Set.of("大阪府西町")));

        assertThat(results.hits()).extracting(hit -> hit.number()).containsExactlyInAnyOrder(2, 3);
        assertThat(results.facets().get(Facet.PREFECTURE))
                .containsExactly(
                        new FacetCount("千葉県", new HitCount(1, 1), true),
                        new FacetCount("大阪府", new HitCount(3, 2), true));
        assertThat(results.facets().get(Facet.MUNICIPALITY))
                .contains(new FacetCount("大阪府東町", new HitCount(3, 2), false));
    }

    @Test
    void anExcludedMunicipalityIsLeftOutOfItsPrefecture() throws Exception {
        world = threeTowns();

        SearchResults results =
                search(selecting(Set.of("大阪府"), Set.of()).withExcluded(Facet.MUNICIPALITY, Set.of("大阪府西町")));

        assertThat(results.total()).isEqualTo(new HitCount(2, 1));
        assertThat(results.facets().get(Facet.PREFECTURE)).contains(new FacetCount("大阪府", new HitCount(2, 1), true));
    }

    @Test
    void aNameThatOnlyOneMunicipalityHasNeedsNoPrefecture() throws Exception {
        world = new World(folder).with(1, Prefecture.IBARAKI, "久慈郡大子町", "看取り").with(2, Prefecture.OSAKA, "", "看取り");

        assertThat(search(selecting(Set.of(), Set.of("だいごまち"))).total().sections())
                .isOne();
        assertThat(world.found("看取り municipality:大子町")).containsExactly("1/s1");
    }

    @Test
    void countsAreTheTotalsWithTheValueSelected() throws Exception {
        var random = new Random(11);
        world = new World(folder);
        for (int number = 1; number <= 40; number++) {
            List<Section> sections = random
                    .ints(1 + random.nextInt(3), 0, 9)
                    .mapToObj(id -> World.section("s" + id, "", random.nextBoolean() ? "看取り" : "研修"))
                    .collect(Collectors.toMap(Section::id, section -> section, (one, other) -> one))
                    .values()
                    .stream()
                    .toList();
            world.with(number, some(PREFECTURES, random), some(PLACES, random), some(COLLECTIONS, random), sections);
        }
        for (int round = 0; round < 40; round++) {
            Filters filters = selecting(
                            some(List.of(Set.of(), Set.of("大阪府"), Set.of("大阪府", "千葉県")), random),
                            some(List.of(Set.of(), Set.of("大阪府東町"), Set.of("千葉県西町", "大阪府南村")), random))
                    .withExcluded(Facet.MUNICIPALITY, some(List.of(Set.of(), Set.of("大阪府西町")), random))
                    .withExcluded(Facet.PREFECTURE, some(List.of(Set.of(), Set.of("千葉県")), random))
                    .withSelected(Facet.COLLECTION, some(List.of(Set.of(), Set.of("春の報告書")), random));
            var facets = search(filters, Facet.Fixed.values()).facets();
            assertThat(facets.keySet()).isEqualTo(EnumSet.allOf(Facet.Fixed.class));
            for (Facet facet : facets.keySet()) {
                for (FacetCount count : facets.get(facet)) {
                    assertThat(search(onlyWith(filters, facet, count.value())).total())
                            .as("%s %s", filters, count)
                            .isEqualTo(count.count());
                }
            }
        }
    }

    private static Filters onlyWith(Filters filters, Facet facet, String value) {
        Filters only = filters;
        for (Facet alternative : facet.alternatives()) {
            only = only.withSelected(alternative, Set.of());
        }
        return only.withSelected(facet, Set.of(value));
    }

    private static <T> T some(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
