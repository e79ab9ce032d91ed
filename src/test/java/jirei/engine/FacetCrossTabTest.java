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
import jirei.cases.Actor;
import jirei.cases.Indicator;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.ShippedThemes;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.FacetCrossTab;
import jirei.search.Hit;
import jirei.search.HitCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacetCrossTabTest {
    private static final String[] ACTORS = {"医師会", "保健所", "市区町村", "訪問看護"};
    private static final String[] THEMES = {"ア", "ウ", "カ"};
    private static final String[] WORDS = {"看取り", "研修", "当番"};
    private static final Prefecture[] PREFECTURES = {Prefecture.OSAKA, Prefecture.CHIBA};

    @TempDir
    Path folder;

    private World world = new World(Path.of("unused"));

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void aPairIsCountedInSectionsAndCases() throws Exception {
        world = new World(folder)
                .with(
                        1,
                        Prefecture.OSAKA,
                        "",
                        List.of(
                                section("a", "看取りを学ぶ", Set.of("医師会"), Set.of("カ", "ウ")),
                                section("b", "看取りを支える", Set.of("医師会", "保健所"), Set.of("カ"))))
                .with(2, Prefecture.CHIBA, "", List.of(section("a", "看取り", Set.of("医師会"), Set.of("カ"))))
                .with(3, Prefecture.CHIBA, "", List.of(section("a", "看取り", Set.of("医師会"), Set.of())));

        FacetCrossTab matrix =
                world.engine().crossTab(SearchRequest.of("看取り"), Facet.ACTOR, Facet.THEME, Deadline.NONE);

        assertThat(matrix.at("医師会", "カ")).isEqualTo(new HitCount(3, 2));
        assertThat(matrix.at("医師会", "ウ")).isEqualTo(new HitCount(1, 1));
        assertThat(matrix.at("保健所", "ウ")).isEqualTo(HitCount.NONE);
        assertThat(matrix.counts()).hasSize(3);
    }

    @Test
    void eachCellIsTheTotalWithBothValuesSelected() throws Exception {
        var random = new Random(51);
        world = randomWorld(random);

        for (int round = 0; round < 30; round++) {
            SearchRequest request = randomRequest(random);
            FacetCrossTab matrix = world.engine().crossTab(request, Facet.ACTOR, Facet.THEME, Deadline.NONE);
            for (String actor : ACTORS) {
                for (String theme : THEMES) {
                    SearchRequest chosen = request.with(Facet.ACTOR, actor).with(Facet.THEME, theme);
                    assertThat(matrix.at(actor, theme))
                            .as("%s %s %s", request, actor, theme)
                            .isEqualTo(world.engine().search(chosen).total());
                }
            }
        }
    }

    @Test
    void theMatchingCaseIdsAreThoseOfAllHits() throws Exception {
        var random = new Random(52);
        world = randomWorld(random);

        for (int round = 0; round < 30; round++) {
            SearchRequest request = randomRequest(random).withSize(100);
            Set<String> ofHits = world.engine().search(request).hits().stream()
                    .map(Hit::caseId)
                    .collect(Collectors.toSet());
            assertThat(world.engine().matchingCaseIds(request, Deadline.NONE))
                    .as("%s", request)
                    .isEqualTo(ofHits);
        }
    }

    private World randomWorld(Random random) throws Exception {
        var made = new World(folder);
        for (int number = 1; number <= 25; number++) {
            List<Section> sections = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                String text = String.join("と", some(random, WORDS)) + "の記録";
                sections.add(section("s" + i, text, some(random, ACTORS), some(random, THEMES)));
            }
            var region = World.region("", 1000L * random.nextInt(20), 20 + random.nextInt(20));
            made.with(number, PREFECTURES[random.nextInt(PREFECTURES.length)], "", region, 2017, sections);
        }
        return made;
    }

    private static SearchRequest randomRequest(Random random) {
        String query = some(random, WORDS).stream().limit(2).collect(Collectors.joining(" OR "));
        Map<Facet, Set<String>> chosen = Map.of(
                Facet.ACTOR, random.nextBoolean() ? some(random, ACTORS) : Set.of(),
                Facet.THEME, random.nextBoolean() ? some(random, THEMES) : Set.of(),
                Facet.PREFECTURE, random.nextBoolean() ? Set.of("大阪府") : Set.of());
        Map<Facet, Set<String>> excluded = Map.of(
                Facet.ACTOR, random.nextBoolean() ? some(random, ACTORS) : Set.of(),
                Facet.THEME, random.nextBoolean() ? some(random, THEMES) : Set.of());
        Map<Indicator, NumberRange> ranges = random.nextInt(3) == 0
                ? Map.of(Indicator.POPULATION, new NumberRange(BigDecimal.valueOf(3000), BigDecimal.valueOf(15_000)))
                : Map.of();
        return SearchRequest.of(query).filteredBy(new Filters(chosen, excluded, ranges, null));
    }

    private static Set<String> some(Random random, String[] from) {
        return Stream.of(from).filter(any -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }

    private static Section section(String id, String text, Set<String> actors, Set<String> themes) {
        return new Section(
                id,
                SectionKind.SUBSECTION,
                "",
                "",
                actors.stream().sorted().map(Actor::new).toList(),
                themes.stream()
                        .sorted()
                        .map(letter -> ShippedThemes.named(letter))
                        .toList(),
                text);
    }
}
