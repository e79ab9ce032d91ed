package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jirei.web.LibrarySite;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several editors share a library, and readers have no part in it. */
class LibraryEditorsTest {
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

    private static HttpResponse<String> post(String editor, String path, String form) throws Exception {
        String[] headers = {LibrarySite.EDITOR, editor, "X-Jirei-Token", library.token(LibrarySite.EDITOR, editor)};
        return site.post(path, form, headers);
    }

    private static String form(String title) throws Exception {
        return form(title, library.version("ferry"));
    }

    private static String form(String title, String version) {
        return "version=" + version + "&title=" + Site.encoded(title)
                + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=" + Site.encoded("朝の当番") + "&s0.text="
                + Site.encoded("朝は漁師が船を出す。");
    }

    @Test
    void aDraftIsItsEditorsOwn() throws Exception {
        assertThat(post("umi", "/cases/ferry/draft", form("海の下書き")).statusCode())
                .isEqualTo(200);

        assertThat(site.get("/cases/ferry/edit", LibrarySite.EDITOR, "umi").body())
                .contains("海の下書き");
        for (String other : new String[] {"yama", "umi2", "um", "UMI"}) {
            assertThat(site.get("/cases/ferry/edit", LibrarySite.EDITOR, other).body())
                    .as(other)
                    .doesNotContain("海の下書き");
            assertThat(site.get("/api/library/cases/ferry/draft", LibrarySite.EDITOR, other)
                            .body())
                    .as(other)
                    .doesNotContain("海の下書き");
        }
        assertThat(site.get("/api/library/cases/ferry/draft", LibrarySite.EDITOR, "umi")
                        .body())
                .contains("海の下書き");
        post("yama", "/cases/ferry/edit", "do=discard&confirmed=true");
        assertThat(site.get("/cases/ferry/edit", LibrarySite.EDITOR, "umi").body())
                .contains("海の下書き");
    }

    @Test
    void theTokenOfOneEditorIsNotThatOfAnother() throws Exception {
        HttpResponse<String> response = site.post(
                "/cases/ferry/draft",
                form("借りた札"),
                LibrarySite.EDITOR,
                "yama",
                "X-Jirei-Token",
                library.token(LibrarySite.EDITOR, "umi"));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void theSecondOfTwoIsToldAndShownBoth() throws Exception {
        String version = library.version("ferry");
        assertThat(post("umi", "/cases/ferry/edit", form("海の題", version) + "&do=save")
                        .statusCode())
                .isEqualTo(303);

        HttpResponse<String> second = post("yama", "/cases/ferry/edit", form("山の題", version) + "&do=save");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("編集を始めたあとに、この", "海", "山");
        assertThat(library.caseFile("ferry")).contains("海の題").doesNotContain("山の題");
        assertThat(site.get("/library/log", LibrarySite.EDITOR, "yama").body()).contains("umi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/library",
                "/library/log",
                "/library/events",
                "/library/others/cases",
                "/library/cases/ferry",
                "/cases/ferry/edit",
                "/cases/ferry/file",
                "/cases/ferry/history",
                "/api/library/documents",
                "/api/library/cases/ferry",
                "/api/library/cases/ferry/draft",
                "/api/library/cases/ferry/versions",
                "/api/library/cases/ferry/versions/nowhere/comparison",
                "/api/library/documents/0123456789abcdef/differences",
                "/api/library/documents/0123456789abcdef/pages/1/places",
            })
    void readersSeeNothingOfIt(String path) throws Exception {
        assertThat(site.get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void readersPutNothingIn() throws Exception {
        assertThat(library.upload("note.txt", "覚え書き".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.get("/cases/ferry").body()).doesNotContain("/cases/ferry/edit");
    }
}
