package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons over HTTP. */
class ComparisonTest extends SiteFixture {
    private static final String TWO = "case=invented-1&case=invented-2";
    /** Returns the page with white space collapsed, so that a row is one line. */
    private static String page(String path) throws Exception {
        return site.get(path)
                .body()
                .replaceAll("\\s+", " ")
                .replace("> <", "><")
                .replace(" </", "</");
    }

    @Test
    void figuresHaveTheirBasisAndMissingOnesAreReported() throws Exception {
        assertThat(page("/compare?" + TWO))
                .contains("<th scope=\"row\">人口</th><td> 12,345人 <span class=\"compare-basis\">2015年国勢調査</span></td>"
                        + "<td><span class=\"compare-nothing\">記載なし</span></td>")
                .contains("<th scope=\"row\">高齢化率</th><td> 38.50%</td>");
    }

    @Test
    void sectionsAreAlignedByThemeAndRolesByActor() throws Exception {
        assertThat(page("/compare?" + TWO))
                .containsPattern("ウ 切れ目のない提供体制の構築</th><td><ul class=\"compare-entries\"><li>"
                        + "<a href=\"/cases/invented-1\\?section=h1#h1\">夜の看取りを皆で</a>.*"
                        + "<a href=\"/cases/invented-2\\?section=s1#s1\">船で集まる研修</a>")
                .containsPattern(
                        "<th scope=\"row\">医師会</th><td>.*<a href=\"/cases/invented-1\\?section=r1#r1\">医師会の役割</a>")
                .contains("どの事例にも記載のないもの：ア 資源の把握、イ 課題の抽出と対応策の検討、エ 情報共有の支援、")
                .doesNotContain("<th scope=\"row\">歯科医師会</th>");
    }

    @Test
    void theQueryIsHighlightedAndKeptInLinks() throws Exception {
        String query = Site.encoded("看取り");

        assertThat(page("/compare?" + TWO + "&q=" + query))
                .contains("<a href=\"/cases/invented-1?q=" + query + "&amp;section=h1#h1\">夜の<mark>看取り</mark>を皆で</a>")
                .contains("<mark>看取り</mark>の研修を船の上で開く。");
    }

    @Test
    void tableHeadersHaveScopes() throws Exception {
        assertThat(page("/compare?" + TWO))
                .contains("role=\"region\" tabindex=\"0\" aria-labelledby=\"_compare-caption\"")
                .contains("<caption id=\"_compare-caption\">")
                .contains("<th scope=\"col\"><span class=\"compare-name\">長野県 みやま町 事例1</span>")
                .contains("<th scope=\"rowgroup\" colspan=\"3\">");
    }

    @Test
    void fewerThanTwoCasesShowTheForm() throws Exception {
        assertThat(page("/compare")).contains("class=\"compare-form\"").doesNotContain("<table");
        assertThat(page("/compare?case=invented-2"))
                .contains("もう1事例以上を選んでください。", "value=\"invented-2\" checked")
                .doesNotContain("<table");
        assertThat(page("/compare?case=invented-2&case=invented-2")).doesNotContain("<table");
    }

    @Test
    void whatDoesNotFitIsLeftOutAndSaid() throws Exception {
        assertThat(page("/compare?" + TWO + "&case=hostile&case=invented-4&case=nowhere-9"))
                .contains("比べられるのは4事例までです。選んだ5事例のうち、はじめの4事例を並べています。")
                .contains("<table class=\"compare-table columns-5\"", "data-max=\"4\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /compare/export?case=a&case=b&case=c&case=d&case=e&format=csv | 400 | 比べられるのは2〜4事例です（5事例ありました）。
            /compare?case=invented-1&case=nowhere-9     | 404 | 「nowhere-9」という事例はありません。
            /compare?cases=invented-1                   | 400 | 「cases」というパラメーターはありません。
            /compare/export?case=invented-1&format=csv  | 400 | 比べられるのは2〜4事例です（1事例ありました）。
            /compare/export?case=invented-1&case=invented-2&format=ris | 400 | ファイルの形式に「ris」は指定できません。
            """)
    void invalidParametersAreNamed(String path, int status, String detail) throws Exception {
        HttpResponse<String> response = site.get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(detail);
    }

    @Test
    void theFileHasTheFullText() throws Exception {
        String csv = site.get("/compare/export?" + TWO + "&format=csv").body();

        assertThat(csv)
                .startsWith("\uFEFF区分,項目,長野県 みやま町 事例1,沖縄県 なぎさ島 事例2\r\n事例,事例の題,山の町の夜を支える輪番,島をつなぐ研修\r\n")
                .contains("\r\n事例と地域,人口,\"12,345人（2015年国勢調査）\",記載なし\r\n")
                .contains("【看取りの連絡網】\n医師会が看取りの連絡網をつくった。\n看護師が最初に駆けつける。𠮷田さんも加わった。");
        assertThat(site.get("/compare/export?" + TWO + "&format=md").body())
                .contains("| 区分 | 項目 | 長野県 みやま町 事例1 |", "【看取りの連絡網】<br>医師会が看取りの連絡網をつくった。<br>");
        assertThat(site.get("/compare/export?" + TWO + "&format=xlsx").body()).startsWith("PK");
    }

    @Test
    void caseMarkupIsEscaped() throws Exception {
        String page = page("/compare?case=hostile&case=invented-1");

        assertThat(page).contains("題 &lt;script&gt;").doesNotContain("<script>alert");
    }
}
