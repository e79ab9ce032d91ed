package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import jirei.web.LibrarySite;
import jirei.web.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of a case has the themes and the facets that the corpus declares. */
class OwnFacetEditTest {
    private static final String FORM = "&title=" + Site.encoded("渡し船の当番")
            + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=b";

    @TempDir
    Path folder;

    @Test
    void valuesAreTypedInTheFormAndKeptInTheFile() throws Exception {
        Path lexicon = Files.createDirectories(folder.resolve("corpus/lexicon"));
        Files.writeString(lexicon.resolve("facets.txt"), "予算: 一つ、一覧の順、表示名 船の予算\n予算の値: 少し、たくさん\n分野: 階層\n");
        Files.writeString(lexicon.resolve("themes.txt"), "テーマ: 渡す 人を渡す、守る\n");
        try (LibrarySite library = LibrarySite.ofSeveral(folder)) {
            String page = library.site()
                    .get("/cases/ferry/edit", LibrarySite.EDITOR, "umi")
                    .body();
            assertThat(page)
                    .contains(">船の予算</label>", "name=\"facets.予算\"", "name=\"s0.facets.分野\"", "渡す 人を渡す")
                    .contains("<option value=\"たくさん\">")
                    .doesNotContain("資源の把握");

            String wrong = post(
                            library,
                            "do=save&version=" + library.version("ferry") + FORM + "&" + Site.encoded("facets.予算") + "="
                                    + Site.encoded("タダ"))
                    .body();
            assertThat(wrong).contains("船の予算の値「タダ」は一覧にありません。少し・たくさん のどれかに直してください", "href=\"#_f-facets.予算\"");

            String draft = wrong.replaceFirst("(?s).*name=\"draft\" value=\"([^\"]*)\".*", "$1");
            HttpResponse<String> saved = post(
                    library,
                    "do=save&version=" + library.version("ferry") + "&draft=" + draft + FORM + "&"
                            + Site.encoded("facets.予算") + "=" + Site.encoded("少し") + "&" + Site.encoded("s0.facets.分野")
                            + "=" + Site.encoded("海/灯、島"));
            assertThat(saved.statusCode()).isEqualTo(303);
            assertThat(Files.readString(folder.resolve("corpus/cases/island/ferry.md")))
                    .contains("\n予算: 少し\n", "\n- 分野: 海/灯、島\n");
        }
    }

    private static HttpResponse<String> post(LibrarySite library, String form) throws Exception {
        return library.site()
                .post(
                        "/cases/ferry/edit",
                        form,
                        LibrarySite.EDITOR,
                        "umi",
                        "X-Jirei-Token",
                        library.token(LibrarySite.EDITOR, "umi"));
    }
}
