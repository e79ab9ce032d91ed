package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest extends SiteFixture {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    private static String page(String path, String... headers) throws Exception {
        HttpResponse<String> response = site.get(path, headers);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static String search(String query) throws Exception {
        return page("/?q=" + Site.encoded(query));
    }

    @Test
    void theStartPageShowsTheSizeOfTheCorpus() throws Exception {
        String start = page("/");

        assertThat(start)
                .contains("<span class=\"figure-number\">4</span><span class=\"figure-unit\">事例</span>")
                .contains("<span class=\"figure-number\">34</span><span class=\"figure-unit\">件</span>")
                .contains("<span class=\"figure-number\">2</span><span class=\"figure-unit\">都道府県</span>")
                .contains("<p class=\"collection\">架空の事例集</p>")
                .contains("<a href=\"/cases/invented-1\">山の町の夜を支える輪番</a>", "人口 12,345人", "高齢化率 38.50%")
                .contains("href=\"/?prefecture=" + Site.encoded("沖縄県")
                        + "\">沖縄<i class=\"visually-hidden\">県 </i><b>1</b>"
                        + "<i class=\"visually-hidden\">事例</i></a>");
    }

    @Test
    void resultsHaveCountsAndHighlights() throws Exception {
        String results = search("看取り");

        assertThat(results)
                .contains("<h1 class=\"visually-hidden\">「看取り」の検索結果</h1>", "3件の記述（2事例）")
                .contains("<mark>看取り</mark>の連絡網", "長野県 みやま町", "<span class=\"hit-parent\">輪番のしくみ</span>");
    }

    @Test
    void hitsLinkToTheirSectionAndKeepTheSearch() throws Exception {
        String query = "?q=" + Site.encoded("看取り") + "&amp;prefecture=" + Site.encoded("沖縄県");
        String results = page("/?q=" + Site.encoded("看取り") + "&prefecture=" + Site.encoded("沖縄"));

        assertThat(results).contains("<a href=\"/cases/invented-2" + query + "&amp;section=s1#s1\">");
    }

    @Test
    void selectedValuesAreCheckedAndRemovable() throws Exception {
        String results =
                page("/?q=a&prefecture=" + Site.encoded("長野県") + "&kind=role&theme=" + Site.encoded("ウ") + "&page=2");

        assertThat(results)
                .contains("value=\"role\" checked")
                .contains(
                        "href=\"/?q=a&amp;prefecture=" + Site.encoded("長野県") + "&amp;theme=" + Site.encoded("ウ") + "\"")
                .contains("<a class=\"chip-clear\" href=\"/?q=a\">すべて解除</a>");
        assertThat(page("/?q=a&prefecture=" + Site.encoded("長野県"))).doesNotContain("chip-clear");
    }

    @Test
    void misspelledQueriesAreCorrectedWithALinkToTheVerbatimSearch() throws Exception {
        String meant = Site.encoded("看取り");

        assertThat(search("見取り"))
                .contains("「見取り」は見つからないため、「看取り」で検索しました。")
                .contains("<a href=\"/?q=" + Site.encoded("見取り") + "&amp;correction=off\">「見取り」で検索</a>")
                .contains("「看取り」を含む記述を検索しました。", "href=\"/cases/invented-1?q=" + meant + "&amp;section=");
    }

    @Test
    void verbatimSearchesOfferTheCorrectionAndStayVerbatim() throws Exception {
        assertThat(page("/?correction=off&q=" + Site.encoded("見取り")))
                .contains("もしかして：<a href=\"/?q=" + Site.encoded("看取り") + "\">「看取り」</a>3件")
                .contains("<input type=\"hidden\" name=\"correction\" value=\"off\" form=\"_search\">");
    }

    @Test
    void relaxationNamesDroppedWords() throws Exception {
        assertThat(search("灯台 潜水艦"))
                .contains("「<mark>灯台</mark>」と「<mark class=\"word-1\">潜水艦</mark>」の両方を含む記述はないため、キーワードのいずれかを含む記述を検索しました。")
                .contains("<p class=\"notice\">「潜水艦」はどの記述にもありません。ほかのキーワードのいずれかを含む記述を示しています。</p>");
    }

    @Test
    void onlyAQueryOfMoreThanWordsIsSaidAgain() throws Exception {
        assertThat(search("看取り 医師会")).doesNotContain("words-reading");
        assertThat(search("看取り OR 灯台"))
                .contains("<span class=\"words-reading\">「<mark>看取り</mark>」または「<mark class=\"word-1\">灯台</mark>」");
    }

    @Test
    void relaxationToTheCaseIsReported() throws Exception {
        assertThat(search("当番表 駆けつける"))
                .contains("「<mark>当番表</mark>」と「<mark class=\"word-1\">駆けつける</mark>」の両方を含む記述はないため、同じ事例の中に")
                .contains("<p class=\"notice\">すべてのキーワードを含む記述はないため、すべてがそろう事例の中の記述を示しています。");
    }

    @Test
    void invalidSyntaxIsReported() throws Exception {
        assertThat(search("看取り (")).contains("対になっていないかっこや引用符、接続する語のない OR などがあったため、それらを除いて検索しました。");
    }

    @Test
    void pagesWithoutHitsLinkToOtherSearches() throws Exception {
        String results = page("/?q=" + Site.encoded("灯台") + "&prefecture=" + Site.encoded("長野県") + "&actor="
                + Site.encoded("医師会") + "&not.kind=role");

        assertThat(results)
                .contains("0件の記述（0事例）", "該当する記述は見つかりませんでした", "<h3>絞り込みを外して探す</h3>")
                .contains("<a href=\"/?q=" + Site.encoded("灯台") + "\">すべての絞り込みを外すと1件</a>")
                .contains("<a href=\"/#_cases\">事例の一覧から選ぶ</a>")
                .doesNotContain("外すと0件");
    }

    @Test
    void filtersInTheWayOfHitsAreNamedWithTheHitsWithoutThem() throws Exception {
        String query = "/?q=" + Site.encoded("灯台");

        assertThat(page(query + "&prefecture=" + Site.encoded("長野県")))
                .contains("<a href=\"" + query + "\">長野県を外すと1件</a>")
                .doesNotContain("すべての絞り込みを外すと");
        assertThat(page(query + "&not.prefecture=" + Site.encoded("沖縄県"))).contains(">「沖縄県」を除く条件を外すと1件</a>");
        assertThat(page(query + "&population.max=5000")).contains(">人口「5,000人以下」を外すと1件</a>");
        assertThat(page(query + "&like.population=12345&like.top=1")).contains(">似た自治体「入力した数値の自治体に似た上位1事例」を外すと1件</a>");
        assertThat(search("灯台 -県:沖縄県")).contains("<a href=\"" + query + "\">「沖縄県」を除く条件を外すと1件</a>");
    }

    @Test
    void partsOfAWordWithoutHitsAreLinked() throws Exception {
        assertThat(search("看取り潜水艦"))
                .contains("<h3>キーワードの一部で探す</h3>", "<a href=\"/?q=" + Site.encoded("看取り") + "\">「看取り」3件</a>")
                .doesNotContain("ほかの語", "「潜水艦」0件");
    }

    @Test
    void placesWithoutCasesAreNamedAndOthersOffered() throws Exception {
        assertThat(search("松本市"))
                .contains("<h3>松本市の事例はまだありません</h3>")
                .contains("<a href=\"/?prefecture=" + Site.encoded("長野県") + "\">長野県の事例の記述 31件</a>")
                .contains("<a href=\"/like?like.name=" + Site.encoded("長野県松本市") + "\">松本市に似た自治体の事例を探す</a>");
        assertThat(search("青森")).contains("<h3>青森県の事例はまだありません</h3>", "事例のある都道府県から選ぶ");
        assertThat(search("川崎町")).contains("<h3>宮城県川崎町、福岡県川崎町の事例はまだありません</h3>");
    }

    @Test
    void casesOfSimilarRegionsAreOfferedForAPlaceWithoutCasesWhoseFiguresAreKnown() throws Exception {
        assertThat(page("/?q=" + Site.encoded("松本市") + "&like.name=" + Site.encoded("長野県松本市")
                        + "&like.population=240000&like.ageing=28"))
                .contains("<a href=\"/cases/invented-1\">似た自治体の事例：長野県 みやま町「山の町の夜を支える輪番」（似ている度合い ");
    }

    @Test
    void pagesWithoutHitsOfferNoChartsAndNameOnlyWhatWasTried() throws Exception {
        assertThat(search("潜水艦"))
                .contains("同じ意味の語、読みでも検索しましたが、この条件では見つかりませんでした。")
                .doesNotContain("図で見る");
        assertThat(search("潜水艦 飛行船")).contains("読みでも検索し、キーワードのいずれかだけを含む記述も検索しましたが、この条件では見つかりませんでした。");
        assertThat(search("潜水艦 -飛行船")).contains("読みでも検索しましたが、");
        assertThat(search("看取り")).contains("図で見る");
    }

    @Test
    void pagesBeyondTheLastLinkToTheLast() throws Exception {
        String query = "/?q=" + Site.encoded("寄合");

        assertThat(page(query + "&size=10&page=9"))
                .contains("このページには結果がありません")
                .contains("<a href=\"" + query + "&amp;size=10&amp;page=3\">最後のページ（3ページ目）を見る</a>");
    }

    @Test
    void pagesAreLinked() throws Exception {
        String query = "/?q=" + Site.encoded("寄合") + "&amp;size=10";

        assertThat(page("/?q=" + Site.encoded("寄合") + "&size=10&page=2"))
                .contains("11〜20件目")
                .contains("rel=\"prev\" href=\"" + query + "\"", "rel=\"next\" href=\"" + query + "&amp;page=3\"")
                .contains("aria-current=\"page\"");
    }

    @Test
    void htmxGetsTheFragmentAndTheUrl() throws Exception {
        HttpResponse<String> response = site.get("/?q=a&sort=relevance&size=20", "HX-Request", "true");

        assertThat(response.body())
                .startsWith("<title>「a」の検索結果｜Jirei 事例検索</title>")
                .doesNotContain("<html");
        assertThat(response.headers().firstValue("HX-Push-Url")).contains("/?q=a");
        assertThat(response.headers().firstValue("Vary"))
                .contains("HX-Request, HX-History-Restore-Request, Accept-Encoding");
    }

    @Test
    void historyRestoreReturnsTheWholePage() throws Exception {
        String page = page("/?q=a", "HX-Request", "true", "HX-History-Restore-Request", "true");

        assertThat(page).startsWith("<!DOCTYPE html>");
    }

    @Test
    void htmxIsRedirectedToTheStartPageForAnEmptyRequest() throws Exception {
        HttpResponse<String> response = site.get("/?q=", "HX-Request", "true");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("HX-Redirect")).contains("/");
    }

    @Test
    void casePagesHighlightAndLinkEveryMatch() throws Exception {
        String page = page("/cases/invented-1?q=" + Site.encoded("看取り") + "&prefecture=" + Site.encoded("長野県"));

        assertThat(page)
                .contains("<mark id=\"_hit-1\">看取り</mark>", "<mark id=\"_hit-4\">看取り</mark>")
                .doesNotContain("_hit-5")
                .contains("4か所<span class=\"hitbar-rest\">（2件の記述）</span>")
                .contains("href=\"#s1-1\">次の該当する記述</a>", "href=\"#h1\">前の該当する記述</a>")
                .contains("<a href=\"/?q=" + Site.encoded("看取り") + "&amp;prefecture=" + Site.encoded("長野県")
                        + "#hit-invented-1\">検索結果に戻る</a>")
                .contains("href=\"/cases/invented-1#s1-1\"");
    }

    @Test
    void casePagesShowTheWholeCase() throws Exception {
        String page = page("/cases/invented-1");

        assertThat(page)
                .contains("<h1>山の町の夜を支える輪番</h1>", "長野県 みやま町", "架空の事例集", "事例1", "2017年度")
                .contains("みやま町のデータ", "12,345", "2015年国勢調査", "38.50")
                .contains("関係機関の役割", "写真・図", "𠮷田さんも加わった。")
                .contains("架空の会", "<a href=\"https://example.org/1\" rel=\"noreferrer\">", "自由に使える")
                .contains("<a href=\"/#_cases\">事例の一覧</a>")
                .doesNotContain("<mark", "data-hits");
    }

    @Test
    void similarSectionsAreExplainedByLikenessInsteadOfTheSearch() throws Exception {
        assertThat(page("/cases/invented-2/sections/s1/similar"))
                .contains("共通する語: 看取り</p>")
                .doesNotContain("この結果が出た理由", "/why");
    }

    @Test
    void casePagesListSimilarCasesWithSharedWords() throws Exception {
        String page = page("/cases/invented-1?q=" + Site.encoded("当番"));

        assertThat(page)
                .contains("<h2 id=\"_similar\">似た取組の事例</h2>", "沖縄県 なぎさ島", "<span>共通する語:</span> <span>看取り</span>")
                .contains("<a href=\"/cases/invented-2?q=" + Site.encoded("当番") + "\">島をつなぐ研修</a>");
        assertThat(page("/cases/hostile")).doesNotContain("似た取組の事例");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=%E5%91%AA%E6%96%87",
                "/cases/hostile?q=%E5%91%AA%E6%96%87",
                "/?q=%3Cscript%3Ealert(%27%E4%BA%8B%E4%BE%8B%27)%3C/script%3E",
                "/cases/%3Cscript%3E",
                "/?%3Cscript%3E=%22%3E%3Cscript%3E"
            })
    void hostileTextIsEscaped(String path) throws Exception {
        String body = site.get(path).body();

        assertThat(body).doesNotContain("<script>", "href=\"javascript:").contains("&lt;script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=%E5%AF%84%E5%90%88&size=10&page=2",
                "/?kind=role&actor=%E5%8C%BB%E5%B8%AB%E4%BC%9A",
                "/?q=%E7%81%AF%E5%8F%B0+%E6%BD%9C%E6%B0%B4%E8%89%A6&year=2018",
                "/?q=%E6%9D%BE%E6%9C%AC%E5%B8%82&year=2018&kind=role",
                "/?q=%E7%81%AF%E5%8F%B0+%E7%9C%8C:%E9%9D%92%E6%A3%AE%E7%9C%8C&year=2018&not.kind=role",
                "/?year=2017&group=case&not.kind=role&area.min=&ageing.max=40&like.population=9&like.top=2&sort=like",
                "/like?q=a&like.population=12345&like.ageing=38.5&not.kind=role",
                "/cases/invented-1?q=%E7%9C%8B%E5%8F%96%E3%82%8A",
                "/cases/hostile",
                "/help",
                "/nowhere"
            })
    void everyLinkIsValid(String path) throws Exception {
        String body = site.get(path).body();
        Set<String> ids = groups(ID, body);

        for (String link : groups(LINK, body)) {
            String target = link.replace("&amp;", "&");
            if (target.startsWith("#")) {
                assertThat(ids).as(path).contains(target.substring(1));
            } else if (target.startsWith("/")) {
                assertThat(site.get(target.replaceAll("#.*", "")).statusCode())
                        .as(target)
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=%E5%AF%84%E5%90%88",
                "/?year=2017&group=case&like.population=9&sort=like",
                "/like?like.population=12345",
                "/cases/invented-1?q=%E7%9C%8B%E5%8F%96%E3%82%8A",
                "/help",
                "/nowhere"
            })
    void idsAreUnique(String path) throws Exception {
        assertThat(ID.matcher(site.get(path).body()).results().map(result -> result.group(1)))
                .doesNotHaveDuplicates();
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
