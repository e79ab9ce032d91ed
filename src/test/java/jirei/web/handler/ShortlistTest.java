package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shared shortlists over HTTP. */
class ShortlistTest extends SiteFixture {
    private static final String LIST = "item=invented-1/s1-1&note=" + Site.encoded("夜の体制\n参考にする")
            + "&item=invented-2&item=invented-2/a1&note=" + Site.encoded("=1+1");

    @Test
    void sharedListsKeepOrderAndNotes() throws Exception {
        String page = site.get("/shortlist?" + LIST).body();

        assertThat(page)
                .containsSubsequence(
                        "data-item=\"invented-1/s1-1\"",
                        "<a href=\"/cases/invented-1?section=s1-1#s1-1\">看取りの連絡網</a>",
                        "夜の体制\n参考にする",
                        "data-item=\"invented-2\"",
                        "<a href=\"/cases/invented-2\">島をつなぐ研修</a>",
                        "data-item=\"invented-2/a1\"",
                        "<a href=\"/cases/invented-2?section=a1#a1\">その他の活動</a>",
                        "=1+1",
                        "href=\"/compare?case=invented-1&amp;case=invented-2\"",
                        "href=\"/shortlist/export?item=invented-1%2Fs1-1&amp;note=");
        assertThat(page).contains("リンクで受け取った候補リストです（3件）。");
    }

    @Test
    void removedItemsAreNamedAndOmittedFromFiles() throws Exception {
        String page = site.get("/shortlist?item=invented-1/s9&item=gone-1&item=invented-2")
                .body();

        assertThat(page)
                .contains("invented-1/s9", "gone-1", "この記述は今の事例集に見つかりません。")
                .contains("href=\"/shortlist/export?item=invented-2&amp;format=csv\"");
    }

    @Test
    void theFileHasTheNotes() throws Exception {
        String csv = site.get("/shortlist/export?" + LIST + "&format=csv").body();

        assertThat(csv).contains("\"夜の体制\n参考にする\"", ",'=1+1,", "\r\n2,2,島をつなぐ研修,沖縄県,なぎさ島,2018,架空の事例集,事例全体,");
        assertThat(site.get("/shortlist/export?" + LIST + "&format=bib").body())
                .contains(
                        "@incollection{invented-1:s1-1,", "@incollection{invented-2,", "@incollection{invented-2:a1,");
    }

    @Test
    void repeatedItemsCountOnce() throws Exception {
        assertThat(site.get("/shortlist?item=invented-2&item=invented-2").body())
                .contains("候補リストです（1件）。");
    }

    @Test
    void notesAreEscaped() throws Exception {
        String page = site.get("/shortlist?item=invented-2&note=" + Site.encoded(Site.SCRIPT))
                .body();

        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void withoutJavaScriptThePageExplainsTheRequirement() throws Exception {
        assertThat(site.get("/shortlist").body()).contains("候補の保存には JavaScript が必要です。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /shortlist?item=../x                      | 400 | 候補に「../x」は指定できません。
            /shortlist?item=a/b/c                     | 400 | 候補に「a/b/c」は指定できません。
            /shortlist?note=a                         | 400 | メモは項目（item）の後に置いてください。
            /shortlist?items=a                        | 400 | 「items」というパラメーターはありません。
            /shortlist/export?item=gone-1&format=csv  | 404 | 「gone-1」という事例はありません。
            /shortlist/export?item=invented-1/s9&format=csv | 404 | 事例「invented-1」に「s9」という記述はありません。
            /shortlist/export?item=invented-1         | 400 | ファイルの形式（format）を指定してください。
            """)
    void invalidParametersAreNamed(String path, int status, String detail) throws Exception {
        HttpResponse<String> response = site.get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(detail);
    }

    @Test
    void listsAndNotesAreLimited() throws Exception {
        String tooMany =
                IntStream.rangeClosed(1, 101).mapToObj(i -> "item=a" + i).collect(Collectors.joining("&"));
        String tooLong = "item=a&note=" + "n".repeat(501);

        assertThat(site.get("/shortlist?" + tooMany).body()).contains("候補は100件までです（101件ありました）。");
        assertThat(site.get("/shortlist?" + tooLong).body()).contains("メモは500文字までです（501文字ありました）。");
    }
}
