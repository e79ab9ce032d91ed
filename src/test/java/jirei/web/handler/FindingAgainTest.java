package jirei.web.handler;

import static jirei.web.Site.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Searching within results, the words before and behind a match, the style of each word, and municipalities. */
class FindingAgainTest extends SiteFixture {
    private static String page(String query) throws Exception {
        HttpResponse<String> response = site.get("/" + query);
        assertThat(response.statusCode()).as(query).isEqualTo(200);
        return response.body();
    }

    @Test
    void aSearchWithinResultsIsASearchForBoth() throws Exception {
        assertThat(target("?q=" + encoded("看取り") + "&actor=" + encoded("医師会") + "&within=" + encoded("夜")))
                .isEqualTo("/?q=" + encoded("看取り 夜") + "&actor=" + encoded("医師会"));
        assertThat(target("?q=" + encoded("看取り OR 寄合") + "&within=" + encoded("夜 OR 船")))
                .isEqualTo("/?q=" + encoded("(看取り OR 寄合) (夜 OR 船)"));
        assertThat(target("?q=" + encoded("看取り") + "&page=2&within=")).isEqualTo("/?q=" + encoded("看取り"));
        assertThat(target("?actor=" + encoded("医師会") + "&within=" + encoded("夜")))
                .isEqualTo("/?q=" + encoded("夜") + "&actor=" + encoded("医師会"));
    }

    private static String target(String query) throws Exception {
        HttpResponse<String> response = site.get("/" + query);
        assertThat(response.statusCode()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void theFormKeepsTheConditions() throws Exception {
        assertThat(page("?q=" + encoded("看取り") + "&actor=" + encoded("医師会") + "&group=case"))
                .contains(
                        "<input type=\"hidden\" name=\"q\" value=\"看取り\">",
                        "<input type=\"hidden\" name=\"actor\" value=\"医師会\">",
                        "<input type=\"hidden\" name=\"group\" value=\"case\">",
                        "<label for=\"_within\">この結果の中を検索</label>");
    }

    @Test
    void aCombinedQueryThatIsTooLongIsRejected() throws Exception {
        String half = encoded("島".repeat(600));

        assertThat(site.get("/?q=" + half + "&within=" + half).statusCode()).isEqualTo(400);
    }

    @Test
    void matchesAreShownBetweenTheWordsAroundThem() throws Exception {
        assertThat(page("?q=" + encoded("看護師") + "&group=match"))
                .contains("<table class=\"matches\"", "<th scope=\"col\">前</th>")
                .contains(
                        "<td class=\"matches-before\"><span></span></td><td class=\"matches-word\"><mark>看護師</mark></td>"
                                + "<td class=\"matches-after\"><span>が最初に駆けつける。𠮷田さんも加わった。</span></td>")
                .contains("<option value=\"match\" selected>語の前後を表で</option>")
                .doesNotContain("class=\"snippet\"");
    }

    @Test
    void theApiReturnsMatchesWithTheirContext() throws Exception {
        String query = "/api/search?q=" + encoded("看取り 連絡網");
        JsonNode hit = site.json(query + "&group=match").path("hits").path(0);

        assertThat(hit.path("matches").toString())
                .isEqualTo("[{\"before\":\"医師会が\",\"match\":\"看取り\",\"after\":\"の連絡網をつくった。\",\"word\":0},"
                        + "{\"before\":\"医師会が看取りの\",\"match\":\"連絡網\",\"after\":\"をつくった。\",\"word\":1}]");
        assertThat(site.json(query).path("hits").path(0).has("matches")).isFalse();
    }

    @Test
    void eachWordHasItsStyleInTheHitsAndInTheSentenceAboveThem() throws Exception {
        assertThat(page("?q=" + encoded("看取り 連絡網")))
                .contains("「<mark>看取り</mark>」と「<mark class=\"word-1\">連絡網</mark>」")
                .contains("医師会が<mark>看取り</mark>の<mark class=\"word-1\">連絡網</mark>をつくった。");
        assertThat(page("?q=" + encoded("看取り"))).contains("「看取り」を含む記述");
    }

    @Test
    void touchingMatchesOfDifferentWordsAreMarkedApart() throws Exception {
        assertThat(page("?q=" + encoded("連絡 順番") + "&group=match")).contains("<mark class=\"word-1\">順番</mark>");
    }

    @Test
    void municipalitiesAppearBelowTheChosenPrefecture() throws Exception {
        String all = page("?q=" + encoded("看取り OR 寄合"));
        String chosen = page("?q=" + encoded("看取り OR 寄合") + "&prefecture=" + encoded("長野県"));

        assertThat(all).doesNotContain("name=\"municipality\"");
        assertThat(chosen)
                .contains("aria-label=\"長野県の市区町村\"", "name=\"municipality\" value=\"長野県みやま町\"")
                .contains("<span class=\"choice-label\">たに村</span>");
    }

    @Test
    void removingAPrefectureRemovesItsMunicipalities() throws Exception {
        assertThat(page("?prefecture=" + encoded("長野県") + "&municipality=" + encoded("長野県たに村") + "&actor="
                        + encoded("医師会")))
                .contains("<a class=\"chip\" href=\"/?actor=" + encoded("医師会") + "\">")
                .contains("<span class=\"chip-label\">長野県たに村</span>");
    }

    @Test
    void theApiCountsCollectionsAndMunicipalitiesOnRequest() throws Exception {
        JsonNode usual = site.json("/api/search?q=" + encoded("看取り")).path("facets");
        JsonNode more = site.json("/api/search?q=" + encoded("看取り") + "&count=collection&count=municipality")
                .path("facets");

        assertThat(usual.propertyNames()).doesNotContain("collection", "municipality");
        assertThat(more.path("collection").path(0).toString())
                .isEqualTo("{\"value\":\"架空の事例集\",\"label\":\"架空の事例集\",\"sections\":3,\"cases\":2,"
                        + "\"selected\":false,\"excluded\":false}");
        assertThat(more.path("municipality").path(0).path("value").asString()).isEqualTo("長野県みやま町");
        assertThat(site.get("/api/search?count=year").statusCode()).isEqualTo(400);
    }

    @Test
    void newestCasesComeFirstOnRequest() throws Exception {
        JsonNode hits =
                site.json("/api/search?q=" + encoded("看取り") + "&sort=year-desc").path("hits");

        assertThat(hits.path(0).path("caseId").asString()).isEqualTo("invented-2");
        assertThat(page("?q=" + encoded("看取り"))).contains("新しい順（年度）");
    }
}
