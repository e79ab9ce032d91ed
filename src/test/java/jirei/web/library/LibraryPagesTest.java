package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jirei.Eventually;
import jirei.corpus.text.Sha256;
import jirei.web.LibrarySite;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the pages of the library offer and say, to one who has no other way. */
@Tag("slow")
class LibraryPagesTest {
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

    private static HttpResponse<String> post(String path, String form) throws Exception {
        return site.post(
                path, form, LibrarySite.EDITOR, "umi", "X-Jirei-Token", library.token(LibrarySite.EDITOR, "umi"));
    }

    private static String page(String path) throws Exception {
        return site.get(path, LibrarySite.EDITOR, "umi").body();
    }

    @Test
    void theFormOfACasePublishesAndWithdrawsIt() throws Exception {
        String document = read("oil.txt", "油の当番\n\n島の店が油を運ぶ。\n");
        String form = "/cases/" + caseOf(document) + "/edit";
        String base = "/library/documents/" + document;

        assertThat(page(form)).contains(base + "/publish", "この事例を公開する").doesNotContain(base + "/withdraw");
        post(base + "/publish", "case=" + caseOf(document));
        assertThat(page(form)).contains(base + "/withdraw", "この事例を取り下げる").doesNotContain(base + "/publish");
        post(base + "/withdraw", "case=" + caseOf(document));
        assertThat(page(form)).contains(base + "/publish");
    }

    /** Writes a published case that a command made of a document. */
    private static void imported(String id, String title, String document) throws Exception {
        String source =
                document.isEmpty() ? "" : "source:\n  file: " + document + "\n  sha256: " + Sha256.of(document) + "\n";
        Files.writeString(
                library.corpus().resolve("cases/island").resolve(id + ".md"),
                "---\nid: " + id + "\ntitle: " + title + "\n" + source + "---\n\n## 当番 {#s1}\n\n浜の人が" + title
                        + "をする。\n");
        Eventually.await(() -> page("/cases/" + id).contains(title));
    }

    @Test
    void casesThatCameAnotherWayAreListedByTheirDocument() throws Exception {
        String document = read("bell.txt", "鐘の当番\n\n浜の人が鐘を鳴らす。\n");
        post("/library/documents/" + document + "/publish", "");
        imported("tide-1", "潮の当番", "町/tide.pdf");
        imported("tide-2", "波の当番", "町/tide.pdf");

        String list = page("/library");
        String key = Sha256.of("町/tide.pdf").substring(0, 16);
        assertThat(list).containsSubsequence("/library/others/cases", "事例ファイル", "公開済み", "1事例");
        assertThat(list)
                .containsSubsequence("/library/others/" + key, "町/tide.pdf", "公開済み（コマンドで取り込み）", "2事例")
                .doesNotContain("/library/others/" + document);
        assertThat(page("/library/others/" + key))
                .containsSubsequence("/cases/tide-1", "潮の当番", "/cases/tide-1/edit", "/cases/tide-2", "波の当番")
                .doesNotContain("ferry");
        assertThat(page("/library/others/cases")).containsSubsequence("/cases/ferry", "渡し船の当番", "/cases/ferry/edit");
        assertThat(site.get("/library/others/nothing", LibrarySite.EDITOR, "umi")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFormOfACaseWithoutADocumentWithdrawsAndPublishesIt() throws Exception {
        imported("drift-1", "流木の当番", "");
        Path file = library.corpus().resolve("cases/island/drift-1.md");
        String text = Files.readString(file);
        String form = "/cases/drift-1/edit";

        assertThat(page(form))
                .contains("/library/cases/drift-1/withdraw")
                .doesNotContain("/library/cases/drift-1/publish");
        HttpResponse<String> withdrawn = post("/library/cases/drift-1/withdraw", "");

        assertThat(withdrawn.headers().firstValue("Location")).hasValue(form + "?done=withdrawn");
        assertThat(page(form + "?done=withdrawn")).contains("公開を取り下げました", "未公開", "この事例を公開する");
        assertThat(file).doesNotExist();
        assertThat(page("/library")).containsSubsequence("/library/others/withdrawn", "取り下げた事例", "未公開", "1事例");
        assertThat(page("/library/others/withdrawn"))
                .containsSubsequence("/library/cases/drift-1", "流木の当番", "/cases/drift-1/edit");
        Eventually.await(() -> site.get("/cases/drift-1").statusCode() == 404);

        post("/library/cases/drift-1/publish", "");

        assertThat(file).content().isEqualTo(text);
        assertThat(page(form)).contains("公開済み", "この事例を取り下げる");
        assertThat(page("/library")).doesNotContain("/library/others/withdrawn");
        assertThat(page("/library/log")).containsSubsequence("公開した", "drift-1", "取り下げた", "drift-1");
        Files.delete(file);
    }

    @Test
    void aReaderWithdrawsNothing() throws Exception {
        assertThat(site.post("/library/cases/ferry/withdraw", "").statusCode()).isEqualTo(403);
        assertThat(library.corpus().resolve("cases/island/ferry.md")).exists();
    }

    @Test
    void theNumberOfPagesIsKnownBesideThePage() throws Exception {
        String document = read("buoy.txt", "浮きの当番\n\n浜の人が浮きを直す。\n");

        assertThat(library.json("/library/documents/" + document + "/pages/1/places", "umi")
                        .path("pages")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aSecondClickOnPublishSaysThatNothingIsLeft() throws Exception {
        String document = read("sail.txt", "帆の当番\n\n浜の人が帆を縫う。\n");
        String base = "/library/documents/" + document;
        post(base + "/publish", "");
        assertThat(page(base)).contains("1事例を公開しました");

        post(base + "/publish", "");

        assertThat(page(base)).contains("公開していない事例はありませんでした").doesNotContain("0事例");
    }

    @Test
    void aFaultyFieldIsNotHidden() throws Exception {
        String form = "do=save&version=" + library.version("ferry") + "&title=" + Site.encoded("渡し船の当番")
                + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=b&region.population=many";

        String page = post("/cases/ferry/edit", form).body();

        assertThat(page)
                .contains("many")
                .containsPattern("(?s)<details class=\"?edit-group\"? open[^>]*>\\s*<summary>地域の数値");
        post("/cases/ferry/edit", "do=discard&confirmed=true");
    }

    @Test
    void everyFaultIsAtItsFieldAndLinkedFromTheListOfAll() throws Exception {
        String form = "do=save&version=" + library.version("ferry") + "&title=&year=" + Site.encoded("令和四")
                + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=b&s0.actors="
                + Site.encoded("海の精") + "&s0.themes=" + Site.encoded("ン") + "&s0.pages=" + Site.encoded("表紙");

        String page = post("/cases/ferry/edit", form).body();

        assertThat(page).contains("直すところが5件");
        for (String field : List.of("title", "year", "s0.actors", "s0.themes", "s0.pages")) {
            assertThat(page)
                    .contains("href=\"#_f-" + field + "\"")
                    .containsPattern("id=\"_f-" + field.replace(".", "\\.") + "\"[^>]* aria-invalid(?!=\"false\")");
        }
        assertThat(page).contains("節1の主体").doesNotContain("「title」", "actors.txt");
        post("/cases/ferry/edit", "do=discard&confirmed=true");
    }

    @Test
    void theVersionsSayWhoChangedWhatAndARestoreIsCalledOne() throws Exception {
        String caseId = caseOf(read("sheet.txt", "帆綱の当番\n\n浜の人が帆綱を引く。\n"));
        post(
                "/cases/" + caseId + "/edit",
                "do=save&version=" + library.version(caseId) + "&title=" + Site.encoded("帆綱の新しい題")
                        + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=b");
        String history = page("/cases/" + caseId + "/history");

        assertThat(history).contains("そのあとumiが直した", "題、");
        java.util.regex.Matcher name = java.util.regex.Pattern.compile("name=\"name\" value=\"([^\"]+)\"")
                .matcher(history);
        assertThat(name.find()).isTrue();
        post(
                "/cases/" + caseId + "/restore",
                "version=" + library.version(caseId) + "&name=" + Site.encoded(name.group(1)));

        assertThat(page("/cases/" + caseId + "/history")).contains("そのあとumiが前の版に戻した");
        assertThat(page("/library/log")).containsSubsequence("前の版に戻した", caseId, "直した", caseId);
    }

    @Test
    void whoPutsInReadsAgainAndRemovesADocumentIsInTheRecord() throws Exception {
        String document = read("net.txt", "網の当番\n\n浜の人が網を干す。\n");
        post("/library/documents/" + document + "/read", "split=none");
        library.awaitReadings();
        post("/library/documents/" + document + "/delete", "confirmed=true");

        assertThat(page("/library/log"))
                .containsSubsequence("文書を削除した", "net.txt", "文書を読み直した", "net.txt", "文書を入れた", "net.txt");
    }

    @Test
    void remarksAreInTheWordsOfThePageAndLeadToTheCase() throws Exception {
        String document = read("rope.txt", "縄の当番\n\n浜の人が縄をなう。\n");

        assertThat(page("/library/documents/" + document))
                .contains("都道府県が分かりません", "/cases/" + caseOf(document) + "/edit")
                .doesNotContain("（prefecture）", "--split");
        assertThat(library.json("/api/library/documents/" + document, "umi").toString())
                .contains("都道府県が分かりません")
                .doesNotContain("（prefecture）", "--split");
    }

    @Test
    void theSeparationIsAChoiceAndAPatternIsUsedInItsPlace() throws Exception {
        String document = read("knot.txt", "結びの当番\n\n浜の人が結ぶ。\n");
        String base = "/library/documents/" + document;
        assertThat(page(base))
                .containsPattern("<option value=\"?auto\"? selected[^>]*>自動")
                .contains("詳しい指定");

        post(base + "/read", "split=none&pattern=");
        library.awaitReadings();
        assertThat(page(base)).containsPattern("<option value=\"?none\"? selected");
        post(base + "/read", "split=none&pattern=" + Site.encoded("^第.回"));
        library.awaitReadings();
        assertThat(page(base)).contains("指定した行で分ける: ^第.回");
        post(base + "/read", "split=none&pattern=(");

        assertThat(page(base)).contains("「(」は正規表現として正しくありません");
    }

    @Test
    void aComparisonWithoutDifferencesAsksNothing() throws Exception {
        String document = read("bow.txt", "舳先の当番\n\n浜の人が舳先に立つ。\n");

        assertThat(page("/library/documents/" + document + "/differences"))
                .contains("違いはありません。")
                .doesNotContain("この選択で決める");
    }

    @Test
    void aPublishedCaseThatIsNotFoundForItsFaultsIsNamedInTheLibrary() throws Exception {
        Path lexicon = Files.createDirectories(library.corpus().resolve("lexicon"));
        Files.writeString(lexicon.resolve("actors.txt"), "船頭: 船方\n");
        Path file = library.corpus().resolve("cases/island/helm-1.md");
        Files.writeString(file, "---\nid: helm-1\ntitle: 舵の番\n---\n\n## 当番 {#s1}\n\n- 主体: 船頭\n\n舵を取る。\n");
        Eventually.await(() -> page("/cases/helm-1").contains("舵の番"));
        assertThat(page("/library")).doesNotContain("検索されません");

        Files.writeString(lexicon.resolve("actors.txt"), "船長: 船方\n");

        Eventually.await(() -> page("/library").contains("検索されません"));
        assertThat(page("/library"))
                .contains("次の1事例は、公開中ですが、誤りがあるため検索されません", "うち検索されない1")
                .containsSubsequence("/cases/helm-1/edit", "舵の番", "船頭");
        assertThat(page("/library/others/cases")).containsSubsequence("helm-1", "公開中ですが、誤りがあるため検索されません");
        assertThat(library.json("/api/library/documents", "umi")
                        .path("unsearchable")
                        .toString())
                .contains("\"id\":\"helm-1\",\"title\":\"舵の番\"", "船頭");

        Files.delete(lexicon.resolve("actors.txt"));
        Files.delete(file);
        Eventually.await(() -> !page("/library").contains("検索されません"));
    }

    @Test
    void theListCountsSectionsAndPlacesToCheck() throws Exception {
        String document = read("mark.txt", "浮標の谷の取組\n\n1 取組のきっかけ\n\n浮標の谷では、荷物を三つの店が順に預かる。\n");
        JsonNode item = library.json("/api/library/documents", "umi")
                .path("documents")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(document))
                .findFirst()
                .orElseThrow();
        int remarks = library.json("/api/library/documents/" + document, "umi")
                .path("document")
                .path("remarks")
                .size();

        assertThat(remarks).isPositive();
        assertThat(item.path("toCheck").asInt()).isEqualTo(remarks);
        assertThat(item.path("sections").asInt()).isPositive();
        assertThat(page("/library/documents/" + document + "/row"))
                .contains("確認待ち " + remarks, "1事例、" + item.path("sections").asInt() + "節");
        post("/library/documents/" + document + "/publish", "");
        assertThat(page("/library/documents/" + document + "/row")).contains(">公開済み<");
    }
}
