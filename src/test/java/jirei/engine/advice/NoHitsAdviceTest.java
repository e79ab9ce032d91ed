package jirei.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.cases.Place;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import jirei.engine.World;
import jirei.query.ExpansionOptions;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.search.NoHitsAdvice;
import jirei.search.NoHitsAdvice.Alternative;
import jirei.search.NoHitsAdvice.FilterRemoval;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help for searches without hits. */
class NoHitsAdviceTest {
    private static final List<String> SUFFIXES = List.of("市", "県", "町", "会", "院", "所");

    private static World world = new World(Path.of("unused"));

    @BeforeAll
    static void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OSAKA, "東大阪市", "認知症の人と家族を支えた。", "医師会が喫茶の会を開いた。看取りも語った。")
                .with(2, Prefecture.SHIZUOKA, "沼津市", "駅前のカフェに集まる。", "認知症の講座を町と市の病院で開いた。", "アウトの判定。")
                .with(
                        3,
                        Prefecture.HOKKAIDO,
                        "函館市",
                        World.region("函館市", 250_000, 35),
                        2017,
                        List.of(
                                World.section("s1", "", "看取りの手引きを作り、65の会場で配った。", "病院"),
                                World.section("s2", "", "診療所と県の窓口。", "医師会")))
                .with(4, Prefecture.HIROSHIMA, "府中市", "看取りの輪番。", "リーチの長さ。");
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    private static NoHitsAdvice advice(SearchRequest request) throws Exception {
        var results = world.engine().search(request);
        assertThat(results.hits()).as("hits of %s", request).isEmpty();
        return results.advice();
    }

    private static NoHitsAdvice advice(String query) throws Exception {
        return advice(SearchRequest.of(query));
    }

    @ParameterizedTest(name = "{0} names {1}")
    @MethodSource("places")
    void aPlaceWithoutCasesIsNamed(String typed, List<String> absent) throws Exception {
        assertThat(advice(typed).absentPlaces())
                .extracting(Place::fullName)
                .containsExactlyInAnyOrderElementsOf(absent);
    }

    private static Stream<Arguments> places() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/advice/places.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(row -> Arguments.of(row[0], row[1].isEmpty() ? List.of() : List.of(row[1].split(" ", -1))));
    }

    @Test
    void otherCasesOfThePrefectureAreOffered() throws Exception {
        assertThat(advice("札幌市").prefectures())
                .extracting(Alternative::text, Alternative::sections)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("北海道", 2L));
        assertThat(advice("青森県").prefectures()).isEmpty();
    }

    @Test
    void anAbsentPlaceThatIsSelectedAsAFilterIsNamed() throws Exception {
        var advice = advice(SearchRequest.of("看取り").with(Facet.PREFECTURE, "青森県"));

        assertThat(advice.absentPlaces()).containsExactly(Place.of(Prefecture.AOMORI));
    }

    @Test
    void similarRegionsAreOfferedIfTheFiguresOfThePlaceAreKnown() throws Exception {
        RegionFigures own = World.region("北海道札幌市", 2_000_000, 28);
        var compared = Filters.NONE.withComparison(new RegionComparison(own, RegionComparison.ALL));

        assertThat(advice(SearchRequest.of("札幌市").filteredBy(compared)).similarRegions())
                .extracting(match -> match.summary().place())
                .containsExactly("東大阪市", "沼津市", "函館市");
    }

    @Test
    void theStatisticsOfTheOnlyAbsentMunicipalityAreEnough() throws Exception {
        assertThat(advice("札幌市").similarRegions())
                .extracting(match -> match.summary().place())
                .containsExactly("東大阪市", "沼津市", "函館市");
        assertThat(advice("札幌市 OR 弘前市").similarRegions()).isEmpty();
        assertThat(advice("青森県").similarRegions()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is not split into {1}")
    @ValueSource(strings = {"札幌市", "青森県", "あおぞら院", "アウトリーチ", "66歳", "浮遊会", "浮遊所"})
    void oneWordIsNeverRelaxedToItsUnits(String query) throws Exception {
        assertThat(world.search(query).total().sections()).isZero();
        assertThat(advice(query).parts())
                .extracting(Alternative::text)
                .doesNotContainAnyElementsOf(SUFFIXES)
                .doesNotContain("アウト", "リーチ");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            認知症カフェ; 認知症=2 カフェ=1
            認知症カフェ -認知症; カフェ=1
            認知症カフェ -家族; 認知症=1 カフェ=1
            札幌市診療所; 診療所=1
            県:大阪府 認知症カフェ; 認知症=1
            アウトリーチ; ''
            看取り輪番浮遊; 看取り輪番=1
            アウトリーチ講座; 講座=1
            浮遊 宇宙船; ''
            看取り -会 -輪番 -手引き; 看取り=3
            """)
    void partsOfTheQueryThatFindSomethingAreOffered(String query, String expected) throws Exception {
        assertThat(world.search(query).advice().parts())
                .extracting(part -> part.text() + "=" + part.sections())
                .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" ", -1));
    }

    @Test
    void wordsAreOfferedWithinTheFilters() throws Exception {
        var advice = advice(
                SearchRequest.of("認知症 カフェ 講座").with(Facet.PREFECTURE, "大阪府").with(Facet.ACTOR, "病院"));

        assertThat(advice.parts()).isEmpty();
        assertThat(advice(SearchRequest.of("看取り 輪番").with(Facet.PREFECTURE, "北海道"))
                        .parts())
                .extracting(part -> part.text() + "=" + part.sections())
                .containsExactly("看取り=1");
    }

    @Test
    void aProposedCorrectionIsOfferedWithItsCount() throws Exception {
        var verbatim = SearchRequest.of("見取り").with(ExpansionOptions.ALL.verbatim(true));

        assertThat(advice(verbatim).spellings())
                .extracting(spelling -> spelling.text() + "=" + spelling.sections())
                .containsExactly("看取り=3");
    }

    private static String text(FilterRemoval removal) {
        return removal.removed().selected().values() + "/"
                + removal.removed().excluded().values() + "=" + removal.sections();
    }

    @ParameterizedTest(name = "{0}: without {1}, unfiltered {2}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            県:大阪府 カフェ; [[大阪府]]/[]=1; ''
            県:大阪 カフェ; [[大阪府]]/[]=1; ''
            カフェ -県:静岡県; []/[[静岡県]]=1; ''
            県:大阪府 主体:病院 看取り; [[大阪府]]/[]=1 [[病院]]/[]=1; 3
            県:大阪府; ''; ''
            """)
    void typedFiltersInTheWayAreNamed(String query, String removed, String unfiltered) throws Exception {
        var results = world.search(query);
        if (results.total().sections() == 0) {
            assertThat(results.advice().filters().stream().map(NoHitsAdviceTest::text))
                    .containsExactlyInAnyOrder(removed.isEmpty() ? new String[0] : removed.split(" ", -1));
            assertThat(results.advice().unfiltered())
                    .matches(all -> unfiltered.isEmpty()
                            ? all == null
                            : all != null && all.sections() == Long.parseLong(unfiltered));
        }
    }

    @Test
    void selectedFiltersInTheWayAreNamed() throws Exception {
        var filters = Filters.of(Map.of(Facet.PREFECTURE, Set.of("大阪府", "静岡県"), Facet.ACTOR, Set.of("病院")))
                .withExcluded(Facet.YEAR, Set.of("2016"));
        var advice = advice(SearchRequest.of("看取り").filteredBy(filters));

        assertThat(advice.filters().stream().map(removal -> removal.sections())).containsExactly(1L, 1L);
        assertThat(advice.filters().getFirst().removed().selected(Facet.PREFECTURE))
                .containsExactlyInAnyOrder("大阪府", "静岡県");
        assertThat(advice.unfiltered())
                .isNotNull()
                .extracting(Alternative::sections)
                .isEqualTo(3L);
    }

    @Test
    void aRangeInTheWayIsNamed() throws Exception {
        var range = Filters.NONE.withRange(Indicator.POPULATION, new NumberRange(BigDecimal.valueOf(3_000_000), null));
        var advice = advice(SearchRequest.of("看取り").filteredBy(range));

        assertThat(advice.filters()).singleElement().satisfies(removal -> {
            assertThat(removal.removed()).isEqualTo(range);
            assertThat(removal.sections()).isEqualTo(3);
        });
        assertThat(advice.unfiltered()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "認知症カフェ",
                "札幌市診療所",
                "札幌市 OR 弘前市",
                "県:大阪府 カフェ",
                "県:大阪府 主体:病院 看取り",
                "浮遊 -札幌市",
                "看取り -会 -輪番 -手引き",
                "見出し:認知症カフェ",
                "\"看取りの会\"",
                "県:青森県 (カフェ OR 講座)",
                "弘前市病院"
            })
    void everyCountIsThatOfTheOfferedSearch(String query) throws Exception {
        var filters = Filters.of(Map.of(Facet.PREFECTURE, Set.of("広島県"), Facet.ACTOR, Set.of("病院")));
        for (SearchRequest request :
                List.of(SearchRequest.of(query), SearchRequest.of(query).filteredBy(filters))) {
            NoHitsAdvice advice = world.engine().search(request).advice();
            for (Alternative offer : offers(advice)) {
                assertThat(world.engine().search(offer.request()).total().sections())
                        .as(offer.text())
                        .isEqualTo(offer.sections())
                        .isPositive();
            }
        }
    }

    private static List<Alternative> offers(NoHitsAdvice advice) {
        var unfiltered = advice.unfiltered();
        return Stream.of(
                        advice.prefectures().stream(),
                        advice.spellings().stream(),
                        advice.parts().stream(),
                        advice.filters().stream()
                                .map(removal -> new Alternative("", removal.request(), removal.sections())),
                        unfiltered == null ? Stream.<Alternative>empty() : Stream.of(unfiltered))
                .flatMap(offers -> offers)
                .toList();
    }

    @Test
    void aSearchWithHitsNeedsNoAdvice() throws Exception {
        assertThat(world.search("看取り").advice().isEmpty()).isTrue();
    }
}
