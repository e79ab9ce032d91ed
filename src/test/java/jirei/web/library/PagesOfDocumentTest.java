package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jirei.intake.PrintedPdf;
import jirei.web.LibrarySite;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of a page that no section has are taken in, and sections have pages that the document has. */
@Tag("slow")
class PagesOfDocumentTest {
    private static final String COVER = "なぎさ島 の 覚え書き";

    private static LibrarySite library;
    private static Site site;
    private static String document;
    private static String caseId;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        library = LibrarySite.local(folder);
        site = library.site();
        var printed = new PrintedPdf();
        printed.page().lines(60, 300, COVER, "この冊子は、島の人が三年をかけて作った。");
        int number = 0;
        for (String place : List.of("港", "灯台", "浜")) {
            printed.page()
                    .text(60, 40, 9, "島の暮らしの事例集 第二版")
                    .text(60, 80, 18, "【事例" + "１２３".charAt(number++) + "】" + place + "の当番")
                    .text(60, 130, 13, "はじまり")
                    .lines(60, 160, place + "の人が集まり、当番を始めた。", "毎朝の支度は三つの組が受け持つ。")
                    .text(290, 810, 9, "- " + (number + 1) + " -");
        }
        document =
                library.read("islands.pdf", Files.readAllBytes(printed.write(folder.resolve("islands.pdf"))), "local");
        caseId = json("/api/library/documents/" + document)
                .path("cases")
                .path(0)
                .path("id")
                .asString();
    }

    @AfterAll
    static void stop() throws Exception {
        library.close();
    }

    private static JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(site.get(path).body());
    }

    private static Stream<String> leftOut(int page) throws Exception {
        return json("/api/library/documents/" + document + "/pages/" + page + "/places")
                .path("leftOut")
                .valueStream()
                .map(line -> line.path("text").asString());
    }

    private static HttpResponse<String> take(int page, String section, String text) throws Exception {
        return site.post(
                "/api/library/cases/" + caseId + "/take",
                "section=" + section + "&page=" + page + "&text=" + Site.encoded(text),
                "X-Jirei-Token",
                library.token(),
                "If-Match",
                library.version(caseId));
    }

    @Test
    void aLineOfAPageWithoutASectionIsTakenInOnceWithItsBlanks() throws Exception {
        JsonNode line = json("/api/library/documents/" + document + "/pages/1/places")
                .path("leftOut")
                .path(0);

        assertThat(line.path("text").asString().replace('　', ' ')).isEqualTo(COVER);
        assertThat(line.path("caseId").asString()).isEqualTo(caseId);
        String section = line.path("sectionId").asString();
        String text = line.path("text").asString();
        assertThat(take(2, section, text).statusCode()).as("on another page").isEqualTo(422);
        assertThat(take(1, section, "島にない行").body()).contains("urn:jirei:not-left-out");

        HttpResponse<String> taken = take(1, section, text);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(json("/api/library/cases/" + caseId).path("sections").findValuesAsString("text"))
                .anyMatch(one -> one.endsWith("\n" + text));
        assertThat(take(1, section, text).statusCode()).as("taken already").isEqualTo(422);
    }

    @Test
    void runningHeadsPageNumbersAndTitlesAreNotOffered() throws Exception {
        assertThat(leftOut(2)).isEmpty();
        assertThat(leftOut(3)).isEmpty();
    }

    @Test
    void aPageBeyondTheDocumentIsAFaultAtItsField() throws Exception {
        String file = library.caseFile(caseId);
        JsonNode whole = json("/api/library/cases/" + caseId);
        String section = whole.path("sections").path(0).path("id").asString();
        String form = "_token=" + library.token() + "&version=" + library.version(caseId) + "&title="
                + Site.encoded("港の当番") + "&sections=1&s0.id=" + section
                + "&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=b&draft=&do=save&s0.pages=";

        HttpResponse<String> refused = site.post("/cases/" + caseId + "/edit", form + "99");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("ページの値「99」は原本にありません。原本は4ページまでです", "#_f-s0.pages");
        assertThat(library.caseFile(caseId)).isEqualTo(file);
        site.post("/cases/" + caseId + "/edit", "_token=" + library.token() + "&do=discard&confirmed=true");

        String json = site.get("/api/library/cases/" + caseId)
                .body()
                .replaceFirst("\"pages\":\"[0-9-]+\"", "\"pages\":\"2-99\"");
        assertThat(json).contains("2-99");
        HttpResponse<String> byApi = site.sendText(
                "PUT",
                "/api/library/cases/" + caseId,
                json,
                "X-Jirei-Token",
                library.token(),
                "If-Match",
                library.version(caseId));
        assertThat(byApi.statusCode()).isEqualTo(422);
        assertThat(byApi.body()).contains("sections.", "「2-99」は原本にありません");

        HttpResponse<String> asFile = site.post(
                "/cases/" + caseId + "/file",
                "_token=" + library.token() + "&version=" + library.version(caseId) + "&text="
                        + Site.encoded(file.replaceFirst("(?m)^- ページ: .*$", "- ページ: 5")));
        assertThat(asFile.statusCode()).isEqualTo(422);
        assertThat(asFile.body()).contains("「5」は原本にありません");
        assertThat(library.caseFile(caseId)).isEqualTo(file);
    }
}
