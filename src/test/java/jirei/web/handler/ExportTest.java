package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search results as files, over HTTP. */
class ExportTest extends SiteFixture {
    private static List<String> rows(String csv) {
        return csv.lines().skip(1).toList();
    }

    @Test
    void theFileHasAllHitsInOrderForAnyPage() throws Exception {
        String query = "q=" + Site.encoded("寄合") + "&kind=subsection&sort=number&size=10&page=2";

        List<String> rows = rows(site.get("/export?" + query + "&format=csv").body());

        assertThat(rows).hasSize(25);
        assertThat(rows.getFirst()).startsWith("1,4,寄合を重ねる,長野県,たに村,2018,");
        assertThat(rows.getLast()).startsWith("25,4,").contains("第25回の寄合").endsWith("/cases/invented-4#s25");
    }

    @Test
    void rowsHaveTheFieldsOfTheCase() throws Exception {
        String file = site.get("/export?q=" + Site.encoded("連絡網") + "&kind=subsection&format=csv")
                .body();

        assertThat(rows(file).getFirst())
                .startsWith("1,1,山の町の夜を支える輪番,長野県,みやま町,2017,架空の事例集,取組の詳細,輪番のしくみ,看取りの連絡網,")
                .contains("\"医師会が看取りの連絡網をつくった。");
        assertThat(file).contains(",12345,38.50,", "架空の会, 2017年度. https://example.org/1, (参照 2026-11-23).");
    }

    @ParameterizedTest
    @CsvSource({
        "csv,  text/csv;charset=utf-8",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "md,   text/markdown;charset=utf-8",
        "ris,  application/x-research-info-systems;charset=utf-8",
        "bib,  application/x-bibtex;charset=utf-8"
    })
    void eachFormatHasItsContentTypeAndFileName(String format, String type) throws Exception {
        HttpResponse<String> response = site.get("/export?q=" + Site.encoded("寄合") + "&format=" + format);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo(type);
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"jirei-20261123." + format + "\"; filename*=UTF-8''"
                        + Site.encoded("「寄合」の検索結果_20261123." + format));
        assertThat(response.body()).isNotEmpty();
    }

    @Test
    void fileNamesAreValidOnEveryFileSystem() throws Exception {
        String asked = "a/b\\c:d*e?f\"g<h>i|j " + "長".repeat(100);

        String header = site.get("/export?q=" + Site.encoded(asked) + "&format=csv")
                .headers()
                .firstValue("Content-Disposition")
                .orElseThrow();

        assertThat(header)
                .contains("filename*=UTF-8''" + Site.encoded("「a_b_c_d_e_f_g_h_i_j_長"))
                .endsWith(Site.encoded("長…_20261123.csv"));
    }

    @Test
    void markupIsEscaped() throws Exception {
        String file = site.get("/export?q=" + Site.encoded("呪文") + "&format=md").body();

        assertThat(file).contains("\\<script\\>").doesNotContain("<script>");
    }

    @Test
    void exportsWithoutHitsHaveOnlyAHeader() throws Exception {
        assertThat(rows(site.get("/export?q=zzz&format=csv").body())).isEmpty();
    }

    @Test
    void headReturnsNoFile() throws Exception {
        HttpResponse<String> response = site.send("HEAD", "/export?format=csv");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void invalidParametersAreNamed() throws Exception {
        assertThat(site.get("/export?q=a").body()).contains("ファイルの形式（format）を指定してください。", "<li>xlsx</li>");
        assertThat(site.get("/export?q=a&format=pdf").statusCode()).isEqualTo(400);
        assertThat(site.get("/export?q=a&format=pdf").body()).contains("ファイルの形式に「pdf」は指定できません。");
        assertThat(site.get("/export?format=csv&foo=1").body()).contains("「foo」というパラメーターはありません。", "<li>format</li>");
        assertThat(site.get("/export?format=csv&format=md").statusCode()).isEqualTo(400);
    }

    @Test
    void resultsLinkToEachFormat() throws Exception {
        String page = site.get("/?q=" + Site.encoded("寄合") + "&size=10&page=2&sort=number")
                .body();

        assertThat(page)
                .contains("/export?q=" + Site.encoded("寄合") + "&amp;sort=number&amp;format=csv\"", "&amp;format=bib\"");
    }

    @Test
    void casePagesShowTheCitation() throws Exception {
        assertThat(site.get("/cases/invented-1").body())
                .contains("“山の町の夜を支える輪番”. 架空の事例集 事例1. 架空の会, 2017年度. https://example.org/1, (参照 2026-11-23).");
        assertThat(site.get("/cases/hostile").body()).contains("資料 &lt;script&gt;", "data-citation");
    }
}
