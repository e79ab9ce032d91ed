package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cases of similar regions, in pages and API. Only みやま町 in Nagano has figures: 12,345 people, 38.50 %. */
class RegionTest extends SiteFixture {
    private static final String OWN = "like.name=" + Site.encoded("長野県みやま町");

    private static String page(String query) throws Exception {
        HttpResponse<String> response = site.get("/like" + query);
        assertThat(response.statusCode()).as(query).isEqualTo(200);
        return response.body();
    }

    @Test
    void theEmptyPageAsksForAMunicipality() throws Exception {
        assertThat(page(""))
                .contains("name=\"like.name\" value=\"\" data-suggest=\"/api/municipalities\"")
                .contains("<label for=\"_like-population\">人口")
                .doesNotContain("class=\"likened\"", "class=\"notice\"");
    }

    @Test
    void figuresOfTheNewestCaseAreFilledInWithTheirBasis() throws Exception {
        assertThat(page("?" + OWN))
                .contains("長野県みやま町の事例（事例1 山の町の夜を支える輪番）にある数値を、統計より優先して入力しました。")
                .doesNotContain("SSDSE")
                .contains(
                        "name=\"like.population\" value=\"12,345\"",
                        "2015年国勢調査",
                        "name=\"like.ageing\" value=\"38.50\"")
                .contains("長野県みやま町に似た自治体の事例", "比べられる事例がありません。");
    }

    @Test
    void municipalitiesWithoutCasesHaveTheFiguresOfTheStatistics() throws Exception {
        String daigo = "?like.name=" + Site.encoded("だいごまち");

        assertThat(page(daigo))
                .contains("茨城県大子町の数値を統計から入力しました。修正できます。", "茨城県大子町に似た自治体の事例")
                .contains("name=\"like.population\" value=\"15,736\"", "統計から：2020年国勢調査")
                .contains("統計の出典：独立行政法人統計センター「SSDSE-市区町村（SSDSE-A-2025）」を加工して作成")
                .contains("比べられる事例がありません。", "人口と高齢化率だけを残す")
                .contains("data-own=\"茨城県大子町\"");
        assertThat(page(daigo + "&like.population=" + Site.encoded("１万") + "&like.ageing=38.5&like.clinics="))
                .contains("茨城県大子町に似た自治体の事例", "name=\"like.population\" value=\"10,000\"")
                .contains("<span class=\"alike-percent\">91<span")
                .contains("<b>似ている点</b> 高齢化率の差0.0ポイント、人口が近い（1.23倍）")
                .contains("<th scope=\"row\">人口</th><td>10,000人</td><td>12,345人</td><td>81%</td><td>近い</td>");
    }

    @Test
    void aFigureThatIsNoNumberIsNamedAtItsField() throws Exception {
        assertThat(page("?like.population=12345&like.ageing=" + Site.encoded("三割")))
                .contains("name=\"like.ageing\" value=\"三割\"", "aria-invalid=\"true\"")
                .contains("高齢化率に「三割」は指定できません。0以上の数値を入力してください")
                .contains("name=\"like.population\" value=\"12,345\"", "に似た自治体の事例");
    }

    @Test
    void missingIndicatorsAreReported() throws Exception {
        assertThat(page("?like.population=12345&like.ageing=38.5&like.area=10"))
                .contains("<span class=\"alike-percent\">100<span")
                .contains("人口密度はこの事例では不明なため、比べていません。");
    }

    @Test
    void clearedFiguresStayEmpty() throws Exception {
        assertThat(page("?" + OWN + "&like.population=&like.ageing=30"))
                .contains("name=\"like.population\" value=\"\"", "name=\"like.ageing\" value=\"30\"");
    }

    @Test
    void ambiguousNamesListTheirMunicipalities() throws Exception {
        assertThat(page("?q=a&like.name=" + Site.encoded("府中市")))
                .contains("「府中市」という名の市区町村は2つあります。")
                .contains("<a href=\"/like?like.name=" + Site.encoded("広島県府中市") + "&amp;q=a\">広島県府中市（ふちゅうし）</a>");
    }

    @Test
    void namesWithoutTheirSuffixListWhatTheyMayMeanAndKeepTheFigures() throws Exception {
        assertThat(page("?like.name=" + Site.encoded("大子") + "&like.population=12345"))
                .contains("「大子」は市区町村の一覧にありません。次の市区町村ではありませんか。")
                .contains("<a href=\"/like?like.name=" + Site.encoded("茨城県大子町")
                        + "&amp;like.population=12345\">茨城県大子町（だいごまち）</a>");
    }

    @Test
    void aNameTypedWithTheNumbersIsKept() throws Exception {
        assertThat(page("?like.name=" + Site.encoded("大子町") + "&like.population=12345&like.ageing="))
                .contains("茨城県大子町に似た自治体の事例", "value=\"茨城県大子町\"", "value=\"12,345\"");
    }

    @Test
    void figuresOfAnotherCaseAreDroppedWhenTheNameChanges() throws Exception {
        String filled = "&like.filled=" + Site.encoded("長野県みやま町") + "&like.population=12345&like.ageing=38.50";

        assertThat(page("?" + OWN + filled)).contains("name=\"like.population\" value=\"12,345\"");
        assertThat(page("?like.name=" + Site.encoded("大子町") + filled))
                .contains("茨城県大子町の数値を統計から入力しました。", "name=\"like.population\" value=\"15,736\"");
    }

    @Test
    void aVillageWithoutStatisticsAsksForFigures() throws Exception {
        assertThat(page("?like.name=" + Site.encoded("色丹村")))
                .contains("北海道色丹村の数値は、統計にもこの事例集にもありません。")
                .doesNotContain("class=\"likened\"");
    }

    @Test
    void ofTwoMunicipalitiesOfOneWholeNameTheOneWithFiguresIsMeant() throws Exception {
        assertThat(page("?like.name=" + Site.encoded("北海道泊村"))).contains("北海道泊村の数値を統計から入力しました。");
    }

    @Test
    void oldFormsOfANameAreUnderstood() throws Exception {
        assertThat(page("?like.name=" + Site.encoded("檮原町"))).contains("高知県梼原町の数値を統計から入力しました。");
        assertThat(page("?like.name=" + Site.encoded("茨城県久慈郡大子町"))).contains("茨城県大子町の数値を統計から");
    }

    @Test
    void aNonsenseTownIsNotFoundAndNothingIsRanked() throws Exception {
        assertThat(page("?like.name=" + Site.encoded("ぬるぽ市")))
                .contains("「ぬるぽ市」は市区町村の一覧にありません。数値を入力すれば、このまま比べられます。")
                .doesNotContain("class=\"likened\"");
    }

    @Test
    void weightsChangeTheOrderAndStayInTheLinks() throws Exception {
        String town = "?like.population=24690&like.ageing=38.5";

        assertThat(page(town)).contains("<span class=\"alike-percent\">75<span");
        assertThat(page(town + "&like.weight.ageing=3&like.weight.population=1"))
                .contains("<span class=\"alike-percent\">88<span", "like.weight.ageing=3&amp;like.top=10")
                .contains("<option value=\"3\" selected>3倍</option>", "class=\"like-weights\" open");
        assertThat(page(town + "&like.weight.population=0")).contains("<span class=\"alike-percent\">100<span");
    }

    @Test
    void aWeightThatCannotBeUsedIsNamedAtItsField() throws Exception {
        assertThat(page("?like.population=12345&like.weight.ageing=-1"))
                .contains("高齢化率の重みに「-1」は指定できません。", "class=\"likened\"");
        assertThat(page("?like.population=12345&like.weight.ageing=11")).contains("0〜10の数にしてください。");
        String none = "like.weight.population=0&like.weight.ageing=0&like.weight.density=0&like.weight.clinicsPer100k=0"
                + "&like.weight.hospitalsPer100k=0";
        assertThat(page("?like.population=12345&" + none)).contains("重みがすべて0では比べられない");
        assertThat(site.get("/api/like?like.population=1&" + none).statusCode()).isEqualTo(400);
        assertThat(site.get("/api/like?like.population=1&like.weight.ageing=x").statusCode())
                .isEqualTo(400);
        assertThat(site.get("/api/like?like.population=1&like.weight.area=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void hugeFiguresAreRejectedAtTheirField() throws Exception {
        assertThat(page("?like.population=99999999999999")).contains("人口に「99999999999999」は指定できません。");
    }

    @Test
    void theApiSuggestsMunicipalitiesAndComparesThemByName() throws Exception {
        JsonNode tsukuba = site.json("/api/municipalities?q=" + Site.encoded("つくば"));

        assertThat(tsukuba.path("suggestions").path(0).toString())
                .isEqualTo("{\"text\":\"茨城県つくば市\",\"label\":\"つくばし\",\"code\":\"08220\"}");
        assertThat(site.json("/api/municipalities?q=tsukuba").path("suggestions"))
                .isEqualTo(tsukuba.path("suggestions"));
        assertThat(site.json("/api/municipalities").path("suggestions").isEmpty())
                .isTrue();
        assertThat(site.json("/api/like?like.name=" + Site.encoded("つくば市"))
                        .path("region")
                        .path("basis")
                        .path("population")
                        .asString())
                .isEqualTo("統計から：2020年国勢調査（SSDSE-A-2025）");
    }

    @Test
    void unknownNamesAreComparedByTheirFigures() throws Exception {
        assertThat(page("?like.name=x%3Cb%3E&like.population=100")).contains("「x&lt;b&gt;」は市区町村の一覧にありません。");
    }

    @Test
    void thePageKeepsTheSearchAndLinksToFilteredSearches() throws Exception {
        String region = "like.population=12000&amp;like.ageing=38";

        assertThat(page("?q=a&kind=role&like.population=12000&like.ageing=38"))
                .contains("<input type=\"hidden\" name=\"kind\" value=\"role\">")
                .contains("href=\"/?q=a&amp;kind=role&amp;" + region
                        + "&amp;like.top=10&amp;sort=like\">上位10事例の中で「a」を探す</a>")
                .contains("href=\"/?q=a&amp;kind=role&amp;" + region + "&amp;sort=like\">");
    }

    @Test
    void theApiReturnsTheSameComparison() throws Exception {
        JsonNode response = site.json("/api/like?like.population=10000&like.ageing=38.5");
        JsonNode first = response.path("cases").path(0);

        assertThat(response.propertyNames()).containsExactly("region", "cases");
        assertThat(response.path("region").path("population").asInt()).isEqualTo(10_000);
        assertThat(response.path("cases").size()).isEqualTo(1);
        assertThat(first.propertyNames()).containsExactly("rank", "likeness", "comparisons", "missing", "about");
        assertThat(first.path("likeness").asDouble()).isEqualTo(0.905);
        assertThat(first.path("comparisons").path(1).toString())
                .isEqualTo("{\"measure\":\"population\",\"label\":\"人口\",\"unit\":\"人\",\"mine\":10000.0,"
                        + "\"theirs\":12345.0,\"likeness\":0.81}");
        assertThat(first.path("about").path("id").asString()).isEqualTo("invented-1");
    }

    @Test
    void theApiTakesFiguresOnly() throws Exception {
        assertThat(site.get("/api/like").statusCode()).isEqualTo(400);
        assertThat(site.get("/api/like?q=a&like.population=1").body()).contains("unknown-parameter");
        assertThat(site.get("/api/like?" + OWN).body()).contains("\"cases\":[]");
    }

    @Test
    void searchesAreFilteredAndSortedBySimilarity() throws Exception {
        String region = "like.population=10000&like.ageing=38.5&sort=like";
        JsonNode all = site.json("/api/search?q=" + Site.encoded("看取り") + "&" + region);
        JsonNode max = site.json("/api/search?q=" + Site.encoded("看取り") + "&like.top=1&" + region);

        assertThat(all.path("hits").valueStream().map(hit -> hit.path("caseId").asString()))
                .containsExactly("invented-1", "invented-1", "invented-2");
        assertThat(all.path("likeness").toString()).isEqualTo("{\"invented-1\":91}");
        assertThat(max.path("total").toString())
                .isEqualTo(
                        "{\"sections\":2,\"cases\":1,\"exact\":true,\"text\":2,\"contextCases\":0,\"contextListed\":0}");
    }

    @Test
    void resultsKeepTheRegionInFormAndChip() throws Exception {
        String results = site.get("/?kind=role&sort=like&like.top=1&like.name=x&like.population=12345")
                .body();

        assertThat(results)
                .contains("<input type=\"hidden\" name=\"like.population\" value=\"12345\" form=\"_search\">")
                .contains("<option value=\"1\" selected>上位1事例だけ</option>", "xに似た上位1事例")
                .contains("<option value=\"like\" selected>似た自治体の順</option>");
    }
}
