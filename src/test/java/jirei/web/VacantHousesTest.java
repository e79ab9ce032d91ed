package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jirei.VacantHouses;
import jirei.corpus.CorpusReader;
import jirei.corpus.SiteProperties;
import jirei.lucene.EmbeddedIndex;
import jirei.search.EngineReference;
import jirei.web.settings.SiteSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A corpus of another field shows its own themes, facets and texts everywhere. */
@SuppressWarnings("NullAway.Init") // set before all tests
class VacantHousesTest {
    private static final String BUDGET = Site.encoded("予算");
    private static final String FIELD = Site.encoded("分野");
    private static final String FEW = Site.encoded("100万円未満");

    @TempDir
    private static Path folder;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = over(folder);
    }

    static Site over(Path folder) throws Exception {
        Path corpus = VacantHouses.in(folder.resolve("corpus"));
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        return Site.of(
                Site.SETTINGS.with(SiteSettings.DEFAULT.with(SiteProperties.read(corpus), "")),
                new EngineReference(index.open()));
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void theStartPageHasNameSentenceExamplesAndFacets() throws Exception {
        assertThat(page("/"))
                .contains(
                        "<title>空き家の知恵袋</title>",
                        "空いた家を、どう生かしたか。",
                        "架空の五つの町の取組を探せます。",
                        "placeholder=\"例：屋根、改修 大工\"",
                        ">屋根</a>",
                        ">改修 大工</a>",
                        ">予算:500万円以上</a>",
                        "直す 空き家を直す",
                        "<h3>事業の予算</h3>",
                        "<h3>空き家の戸数</h3>")
                .doesNotContain("まだない語", "看取り", "資源の把握", "brand-name", "content=\"Jirei 事例検索\"");
    }

    @Test
    void resultsAreFilteredByTheFacetsOfTheCorpus() throws Exception {
        String all = page("/?q=" + Site.encoded("空き家"));

        assertThat(all).contains("<legend>事業の予算</legend>", "name=\"予算\"", "<legend>分野</legend>", "使う 空き家を使う");
        assertThat(page("/?q=" + Site.encoded("町役場") + "&" + BUDGET + "=" + FEW))
                .contains("2件の記述（2事例）", "事業の予算", "100万円未満")
                .doesNotContain("関係者の研修");
        assertThat(page("/?q=" + Site.encoded("屋根") + "&not." + BUDGET + "=" + Site.encoded("500万円以上")))
                .contains("1件の記述（1事例）");
    }

    @Test
    void valuesInsideAValueAreShownOnceItIsSelected() throws Exception {
        assertThat(page("/?q=" + Site.encoded("町役場"))).doesNotContain("id=\"_分野-防災/避難所\"");
        assertThat(page("/?q=" + Site.encoded("町役場") + "&" + FIELD + "=" + Site.encoded("防災")))
                .contains("id=\"_分野-防災/避難所\"", "aria-label=\"防災の分野\"");
    }

    @Test
    void theApiHasTheFacetsAsThoseOfEveryCorpus() throws Exception {
        JsonNode found = site.json("/api/search?q=" + Site.encoded("町役場") + "&" + BUDGET + "=" + FEW);

        assertThat(found.at("/total/sections").asInt()).isEqualTo(2);
        assertThat(found.at("/facets/予算/0/value").asString()).isEqualTo("100万円未満");
        assertThat(found.at("/facets/予算/0/selected").asBoolean()).isTrue();
        assertThat(found.at("/hits/0/facets/予算/0").asString()).isEqualTo("100万円未満");
        assertThat(found.at("/facets/theme/0/label").asString()).startsWith("調べる");
        assertThat(site.json("/api/cases")
                        .at("/cases")
                        .valueStream()
                        .map(one -> one.path("facets").path("戸数").path(0).asString()))
                .containsExactlyInAnyOrder("12戸", "3戸", "1戸", "20戸", "7戸");
        JsonNode wells = site.json("/api/cases/wells");
        assertThat(wells.at("/facets/分野").toString()).isEqualTo("[\"防災/避難所\",\"防災/見守り\"]");
        assertThat(wells.at("/sections/1/facets/分野").toString()).isEqualTo("[]");
    }

    @Test
    void aValueThatIsNotListedIsRejectedWithTheAllowedOnes() throws Exception {
        HttpResponse<String> wrong = site.get("/api/search?" + BUDGET + "=" + Site.encoded("タダ"));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("事業の予算に「タダ」は指定できません。", "100万円以上500万円未満");
        assertThat(site.get("/api/search?" + Site.encoded("屋根") + "=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void exportsHaveTheFacetsAsColumnsAndLabels() throws Exception {
        String query = "?q=" + Site.encoded("屋根") + "&" + FIELD + "=" + Site.encoded("住まい/改修") + "&format=";

        String csv = page("/export" + query + "csv");
        assertThat(csv.lines().findFirst().orElseThrow()).contains("テーマ,事業の予算,分野,空き家の戸数,メモ");
        assertThat(csv).contains("直す 空き家を直す,100万円以上500万円未満,住まい/改修,3戸,");
        assertThat(page("/export" + query + "md")).contains("- 事業の予算: 100万円以上500万円未満", "- 分野: 住まい/改修");
        assertThat(page("/export" + query + "ris")).contains("KW  - 住まい/改修");
        assertThat(page("/feed?q=" + Site.encoded("屋根"))).contains("｜空き家の知恵袋</title>", "term=\"100万円以上500万円未満\"");
    }

    @Test
    void casesAreComparedByTheThemesAndFacetsOfTheCorpus() throws Exception {
        String ids = String.join(
                "",
                site.json("/api/cases")
                        .at("/cases")
                        .valueStream()
                        .limit(2)
                        .map(one -> "&case=" + one.path("id").asString())
                        .toList());

        assertThat(page("/compare?" + ids.substring(1)))
                .contains("事業の予算", "空き家の戸数", "テーマ別の記述", "空き家を直す")
                .doesNotContain("資源の把握");
    }

    @Test
    void theMatrixHasTheThemesAsColumns() throws Exception {
        assertThat(page("/charts"))
                .contains("調べる</span> 空き家を調べる", "事業の予算ごとの数", "空き家の戸数ごとの数")
                .doesNotContain("資源の把握");
        assertThat(page("/charts/file?chart=matrix")).contains(">1 調べる 空き家を調べる<", "空き家の知恵袋");
        assertThat(page("/charts/file?chart=" + Site.encoded("予算"))).contains("500万円以上");
    }

    @Test
    void theCasePageShowsItsValuesAndThoseOfItsSections() throws Exception {
        assertThat(page("/cases/wells"))
                .contains("事業の予算: 100万円未満", "分野: 防災/避難所、防災/見守り", "<dt>事業の予算</dt> <dd>500万円以上</dd>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"調べる 空き家を調べる", "予算: 分野: 戸数:", "「事業の予算」でも絞り込めます。"})
    void theHelpNamesThemesAndFacets(String text) throws Exception {
        assertThat(page("/help")).contains(text);
    }

    @Test
    void aCorpusWithoutThemesShowsNone() throws Exception {
        Path other = folder.resolve("other");
        Path corpus = VacantHouses.withoutTable(other.resolve("corpus"));
        Files.writeString(corpus.resolve("lexicon/themes.txt"), "テーマ: なし\n");
        Path wells = corpus.resolve("cases/wells.md");
        Files.writeString(wells, Files.readString(wells).replace("- テーマ: 使う\n", ""));
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), other.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        try (Site without = Site.of(Site.SETTINGS, new EngineReference(index.open()))) {
            for (String path : List.of("/", "/?q=" + Site.encoded("井戸"), "/cases/wells", "/charts")) {
                assertThat(without.get(path).body())
                        .as(path)
                        .doesNotContain("<h3>テーマ", "<legend>テーマ", "<dt>テーマ", "テーマごとの数");
            }
            assertThat(without.get("/help").body()).doesNotContain("テーマ:", "テーマは、");
        }
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> response = site.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }
}
