package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jirei.web.LibrarySite;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nothing that somebody typed is lost by one click, and what was deleted comes back. */
@Tag("slow")
class ConfirmationTest {
    private static LibrarySite library;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        library = LibrarySite.ofSeveral(folder);
        site = library.site();
    }

    @AfterAll
    static void stop() throws Exception {
        library.close();
    }

    private static String read(String name, String text) throws Exception {
        return library.read(name, text.getBytes(StandardCharsets.UTF_8), "umi");
    }

    private static String caseOf(String document) throws Exception {
        return library.json("/api/library/documents/" + document, "umi")
                .path("cases")
                .path(0)
                .path("id")
                .asString();
    }

    private static String post(String path, String form) throws Exception {
        return site.post(
                        path,
                        form,
                        LibrarySite.EDITOR,
                        "umi",
                        "X-Jirei-Token",
                        library.token(LibrarySite.EDITOR, "umi"))
                .body();
    }

    private static String page(String path) throws Exception {
        return site.get(path, LibrarySite.EDITOR, "umi").body();
    }

    private static void draft(String caseId, String text) throws Exception {
        post(
                "/cases/" + caseId + "/draft",
                "version=" + library.version(caseId) + "&title=" + Site.encoded("当番")
                        + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=" + Site.encoded(text));
    }

    @Test
    void aDraftIsShownAndPublishingWithoutItAsksFirst() throws Exception {
        String document = read("oar.txt", "櫂の当番\n\n浜の人が櫂を削る。\n");
        String base = "/library/documents/" + document;
        String caseId = caseOf(document);
        assertThat(page(base)).doesNotContain("下書きあり");

        draft(caseId, "途中まで直した。");

        assertThat(page(base)).contains("下書きあり");
        assertThat(page("/library")).containsSubsequence(document, "下書きあり");
        assertThat(library.json("/api/library" + base.substring(8), "umi").toString())
                .contains("\"draft\":true");
        for (String path : new String[] {base + "/publish", "/library/cases/" + caseId + "/publish"}) {
            assertThat(post(path, "case=" + caseId))
                    .contains("下書きを入れずに公開しますか", "/cases/" + caseId + "/edit", "櫂の当番", "confirmed");
        }
        assertThat(post(base + "/publish", "")).contains("下書きを入れずに公開しますか");
        assertThat(page(base)).contains("未公開");

        post(base + "/publish", "confirmed=true");

        assertThat(page(base)).contains("1事例を公開しました");
    }

    @Test
    void aDraftIsDiscardedAfterAQuestion() throws Exception {
        String caseId = caseOf(read("mast.txt", "帆柱の当番\n\n浜の人が帆柱を立てる。\n"));
        draft(caseId, "途中まで直した帆柱。");

        assertThat(post("/cases/" + caseId + "/edit", "do=discard"))
                .contains("下書きを破棄しますか", "name=\"do\" value=\"discard\"");
        assertThat(page("/cases/" + caseId + "/edit")).contains("途中まで直した帆柱。");
        post("/cases/" + caseId + "/edit", "do=discard&confirmed=true");

        assertThat(page("/cases/" + caseId + "/edit")).doesNotContain("途中まで直した帆柱。");
    }

    @Test
    void aDocumentIsDeletedAfterAQuestionAndComesBackWithItsCorrections() throws Exception {
        String document = read("keel.txt", "竜骨の当番\n\n浜の人が竜骨を磨く。\n");
        String base = "/library/documents/" + document;
        String caseId = caseOf(document);
        post(
                "/cases/" + caseId + "/edit",
                "do=save&version=" + library.version(caseId) + "&title=" + Site.encoded("手で直した題")
                        + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=b");

        assertThat(post(base + "/delete", "")).contains("keel.txt", "未公開の1事例も", "30日", "confirmed");
        assertThat(page(base)).contains("手で直した題");
        post(base + "/delete", "confirmed=true");
        assertThat(page("/library"))
                .contains("「keel.txt」を削除しました", "削除した文書", base + "/restore")
                .doesNotContain("id=\"d-" + document);
        assertThat(site.get(base, LibrarySite.EDITOR, "umi").statusCode()).isEqualTo(404);
        assertThat(library.json("/api/library/documents", "umi").path("removed").toString())
                .contains(document);

        post(base + "/restore", "");

        assertThat(page(base)).contains("手で直した題", "元に戻しました。");
        assertThat(page("/library")).doesNotContain(base + "/restore");
        assertThat(page("/library/log")).containsSubsequence("元に戻した", "keel.txt", "文書を削除した", "keel.txt");
    }

    @Test
    void aDeletedDocumentThatWasPutInAgainIsNotReplaced() throws Exception {
        String text = "舵の当番\n\n浜の人が舵を直す。\n";
        String document = read("rudder.txt", text);
        String base = "/library/documents/" + document;
        post(base + "/delete", "confirmed=true");
        read("rudder.txt", text);

        post(base + "/restore", "");

        assertThat(page(base)).contains("元に戻せません");
    }

    @Test
    void aDiscardedCaseComesBack() throws Exception {
        String document = read("anchor.txt", "錨の当番\n\n浜の人が錨を洗う。\n");
        String base = "/library/documents/" + document;
        String caseId = caseOf(document);

        assertThat(post(base + "/discard", "case=" + caseId)).contains("この事例を削除しますか", caseId);
        post(base + "/discard", "confirmed=true&case=" + caseId);
        assertThat(page(base)).contains("削除した事例", "錨の当番", base + "/restore");
        post(base + "/restore", "case=" + caseId);

        assertThat(page(base)).contains("元に戻しました。", "この事例を削除する").doesNotContain("削除した事例（");
        assertThat(caseOf(document)).isEqualTo(caseId);
    }

    @Test
    void aRemarkThatSomebodyHasLookedAtIsGoneUntilTheDocumentIsReadAgain() throws Exception {
        String document = read("buoy.txt", "浮標の町の取組\n\n1 取組のきっかけ\n\n浮標の町では、荷物を三つの店が順に預かる。\n");
        String base = "/library/documents/" + document;
        JsonNode remark = remarks(document).path(0);

        assertThat(page(base)).contains(remark.path("message").asString(), "確認済みにする");
        post(base + "/remarks", "remark=" + remark.path("id").asString());

        assertThat(page(base)).doesNotContain(remark.path("message").asString());
        assertThat(remarks(document).findValuesAsString("id"))
                .doesNotContain(remark.path("id").asString());
        post(base + "/read", "split=auto");
        library.awaitReadings();
        assertThat(page(base)).contains(remark.path("message").asString());
    }

    private static JsonNode remarks(String document) throws Exception {
        return library.json("/api/library/documents/" + document, "umi")
                .path("document")
                .path("remarks");
    }
}
