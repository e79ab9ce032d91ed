package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Text that was read by OCR is marked, and can be excluded from a search. */
@SuppressWarnings("NullAway.Init") // set before all tests
class RecognitionTest {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        World world = new World(folder)
                .with(
                        1,
                        Prefecture.OSAKA,
                        "浜町",
                        List.of(
                                World.section("a", "灯台", "灯台の研修を開く。").readByOcr(87),
                                World.section("b", "船", "船の研修を開く。")))
                .with(
                        2,
                        Prefecture.CHIBA,
                        "沖町",
                        List.of(World.section("a", "港", "港の研修を開く。").readByOcr(0)));
        site = Site.of(world.engine());
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static JsonNode search(String filter) throws Exception {
        return site.json("/api/search?q=" + Site.encoded("研修") + filter);
    }

    @ParameterizedTest
    @CsvSource({"'', 3, 2", "&not.recognition=ocr, 1, 1", "&recognition=ocr, 2, 2"})
    void theFilterCountsExactly(String filter, int sections, int cases) throws Exception {
        JsonNode answer = search(filter);

        assertThat(answer.path("total").path("sections").asInt()).isEqualTo(sections);
        assertThat(answer.path("total").path("cases").asInt()).isEqualTo(cases);
        JsonNode label = answer.path("facets").path("recognition").path(0);
        assertThat(label.path("label").asString()).isEqualTo("機械読み取り");
        assertThat(label.path("sections").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"研修 -読み取り:機械, 1", "研修 読み取り:機械読み取り, 2", "研修 recognition:OCR, 2", "研修 読み取り:手書き, 0"})
    void theFilterIsTypedToo(String query, int sections) throws Exception {
        JsonNode answer = site.json("/api/search?q=" + Site.encoded(query));

        assertThat(answer.path("total").path("sections").asInt()).isEqualTo(sections);
    }

    @Test
    void hitsHaveTheirConfidence() throws Exception {
        assertThat(StreamSupport.stream(search("").path("hits").spliterator(), false)
                        .map(hit -> hit.path("sectionId").asString()
                                + hit.path("caseId").asString() + " "
                                + hit.path("ocrConfidence").asString()))
                .hasSize(3)
                .anyMatch(hit -> hit.startsWith("a") && hit.endsWith(" 87"))
                .anyMatch(hit -> hit.startsWith("a") && hit.endsWith(" 0"))
                .anyMatch(hit -> hit.startsWith("b") && hit.endsWith(" "));
    }

    @Test
    void anUnknownValueIsRejected() throws Exception {
        assertThat(site.get("/api/search?q=a&not.recognition=scan").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theHitAndTheFormSayIt() throws Exception {
        String page = site.get("/?q=" + Site.encoded("研修")).body();

        assertThat(page)
                .contains("機械読み取り（確からしさ 87%）", "機械読み取りを除く", "name=\"not.recognition\" value=\"ocr\"")
                .doesNotContain("checked form=\"_search\"> <span class=\"choice-label\">機械読み取りを除く");
    }

    @Test
    void theCaseSaysItAtTheSection() throws Exception {
        String caseId = search("").path("hits").path(0).path("caseId").asString();
        String page = site.get("/cases/" + caseId).body();

        assertThat(page).containsOnlyOnce("機械読み取り（確からしさ");
    }
}
