package jirei.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.query.Facet;
import jirei.query.Matching;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.FacetLabel;
import jirei.search.HitCount;
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
    void labelsAreCountedBySectionAndCase() throws Exception {
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
                        new FacetLabel("医師会", new HitCount(3, 2), false),
                        new FacetLabel("保健所", new HitCount(1, 1), false));
    }

    @Test
    void aChosenLabelKeepsItsPlaceWithACountOfZero() throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OSAKA, "", List.of(World.section("a", "", "看取り", "医師会")))
                .with(2, Prefecture.CHIBA, "", List.of(World.section("a", "", "研修", "保健所")));

        var request = SearchRequest.of("看取り").with(Facet.PREFECTURE, "千葉県");

        assertThat(world.engine().search(request).facets().get(Facet.PREFECTURE))
                .containsExactly(
                        new FacetLabel("千葉県", HitCount.NONE, true), new FacetLabel("大阪府", new HitCount(1, 1), false));
    }

    @Test
    void prefecturesStandFromNorthToSouth() throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OKINAWA, "", "研修")
                .with(2, Prefecture.CHIBA, "", "研修")
                .with(3, Prefecture.OSAKA, "", "研修");

        assertThat(world.search("研修").facets().get(Facet.PREFECTURE))
                .extracting(FacetLabel::value)
                .containsExactly("千葉県", "大阪府", "沖縄県");
    }

    @Test
    void theCountOfALabelIsWhatIsFoundWhenItIsChosen() throws Exception {
        var random = new Random(47);
        world = randomWorld(random);

        for (int round = 0; round < 60; round++) {
            SearchRequest request = randomRequest(random);
            for (var facet : world.engine().search(request).facets().entrySet()) {
                for (FacetLabel label : facet.getValue()) {
                    SearchResults chosen = world.engine().search(request.with(facet.getKey(), label.value()));
                    assertThat(chosen.total()).as("%s %s", request, label).isEqualTo(label.count());
                }
            }
        }
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
                        .search(new SearchRequest(
                                asked.query(), asked.filters(), Matching.EVERY_FORM, SortOrder.NUMBER, number++, 7));
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
            made.with(number, PREFECTURES[random.nextInt(PREFECTURES.length)], "", sections);
        }
        return made;
    }

    private static SearchRequest randomRequest(Random random) {
        String query = some(random, WORDS).limit(2).collect(Collectors.joining(random.nextBoolean() ? " " : " OR "));
        Map<Facet, Set<String>> filters = Map.of(
                Facet.ACTOR,
                random.nextBoolean() ? some(random, ACTORS).collect(Collectors.toSet()) : Set.of(),
                Facet.PREFECTURE,
                random.nextBoolean() ? Set.of(PREFECTURES[random.nextInt(3)].fullName()) : Set.of());
        return new SearchRequest(query, filters, Matching.EVERY_FORM, SortOrder.RELEVANCE, 1, 20);
    }

    private static Stream<String> some(Random random, String[] from) {
        return Stream.of(from).filter(any -> random.nextInt(3) == 0);
    }
}
