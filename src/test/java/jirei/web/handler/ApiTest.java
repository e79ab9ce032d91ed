package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiTest extends SiteFixture {
    @Test
    void aSearchWithoutHitsHasAdviceWithTheCountsOfItsLinks() throws Exception {
        JsonNode advice = site.json("/api/search?q=" + Site.encoded("看取り潜水艦") + "&actor=" + Site.encoded("医師会"))
                .path("advice");

        assertThat(advice.propertyNames())
                .containsExactly("places", "prefectures", "similar", "spellings", "parts", "filters", "unfiltered");
        JsonNode part = advice.path("parts").path(0);
        assertThat(part.path("text").asString()).isEqualTo("看取り");
        assertThat(site.json("/api/search" + part.path("url").asString().substring(1))
                        .path("total")
                        .path("sections")
                        .asLong())
                .isEqualTo(part.path("sections").asLong())
                .isEqualTo(2);
    }

    @Test
    void adviceNamesAbsentPlacesAndFiltersAsParameters() throws Exception {
        JsonNode place = site.json("/api/search?q=" + Site.encoded("松本市"))
                .path("advice")
                .path("places")
                .path(0);
        JsonNode filter = site.json("/api/search?q=" + Site.encoded("灯台") + "&prefecture=" + Site.encoded("長野県"))
                .path("advice")
                .path("filters")
                .path(0);

        assertThat(place.toString()).isEqualTo("{\"name\":\"松本市\",\"prefecture\":\"長野県\"}");
        assertThat(filter.path("removed").toString()).isEqualTo("[{\"name\":\"prefecture\",\"value\":\"長野県\"}]");
        assertThat(filter.path("sections").asLong()).isEqualTo(1);
    }

    @Test
    void searchResponsesHaveTheNamesOfTheContractInOrder() throws Exception {
        JsonNode response = site.json("/api/search?q=" + Site.encoded("看取り 連絡網"));

        assertThat(response.propertyNames())
                .containsExactly(
                        "query",
                        "total",
                        "some",
                        "hits",
                        "facets",
                        "page",
                        "size",
                        "sort",
                        "group",
                        "groups",
                        "unknown",
                        "likeness",
                        "tookMillis");
        assertThat(response.path("query").propertyNames())
                .containsExactly(
                        "text",
                        "interpretation",
                        "understood",
                        "notes",
                        "inside",
                        "asWords",
                        "relaxed",
                        "widening",
                        "dropped",
                        "correction",
                        "correctionApplied");
        assertThat(response.path("query").path("interpretation").path(0).propertyNames())
                .containsExactly("text", "exact", "excluded", "terms", "sections", "dropped", "inCase", "forms");
        assertThat(response.path("hits").path(0).propertyNames())
                .containsExactly(
                        "rank",
                        "score",
                        "caseId",
                        "number",
                        "caseTitle",
                        "titleMatches",
                        "caseMatches",
                        "prefecture",
                        "place",
                        "sectionId",
                        "kind",
                        "heading",
                        "headingMatches",
                        "parentHeading",
                        "actors",
                        "themes",
                        "ocrConfidence",
                        "snippets",
                        "url",
                        "match");
        assertThat(response.path("facets").propertyNames())
                .containsExactly("prefecture", "actor", "kind", "theme", "year", "recognition");
    }

    @Test
    void expansionsAreDisabledById() throws Exception {
        String form = "/api/search?q=" + Site.encoded("看取り");
        JsonNode typed = site.json(form)
                .path("query")
                .path("interpretation")
                .path(0)
                .path("forms")
                .path(0);

        assertThat(typed.propertyNames()).containsExactly("id", "kind", "text", "sections", "adds", "on");
        assertThat(typed.path("id").asString()).isEqualTo("typed:看取り");
        JsonNode spelling = site.json(form + "&off=" + Site.encoded("spelling:看取り"))
                .path("query")
                .path("interpretation")
                .path(0)
                .path("forms");
        assertThat(spelling.findValuesAsString("id")).doesNotContain("reading:看取り");
        assertThat(site.json(form + "&synonyms=off&spellings=off")
                        .path("total")
                        .path("sections")
                        .asInt())
                .isEqualTo(typed.path("sections").asInt());
    }

    @Test
    void hitsAreExplainedByWordExpansionAndField() throws Exception {
        JsonNode why = site.json("/api/cases/invented-1/sections/h1/why?q=" + Site.encoded("看取り"));

        assertThat(why.propertyNames()).containsExactly("hit", "sections", "points", "words");
        JsonNode word = why.path("words").path(0);
        assertThat(word.path("text").asString()).isEqualTo("看取り");
        assertThat(word.path("matches").path(0).propertyNames())
                .containsExactly("form", "kind", "text", "place", "points");
        assertThat(why.path("points").asDouble()).isPositive();
    }

    @Test
    void onlyExistingSectionsAreExplained() throws Exception {
        assertThat(site.get("/api/cases/invented-1/sections/zz/why?q=a").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/cases/nowhere/sections/s1/why?q=a").statusCode()).isEqualTo(404);
        assertThat(site.get("/api/cases/invented-1/sections/h1/why?foo=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void hitsHaveCaseAndSection() throws Exception {
        JsonNode hit = site.json("/api/search?q=" + Site.encoded("看取り 連絡網"))
                .path("hits")
                .path(0);

        assertThat(hit.path("rank").asInt()).isEqualTo(1);
        assertThat(hit.path("caseId").asString()).isEqualTo("invented-1");
        assertThat(hit.path("number").asInt()).isEqualTo(1);
        assertThat(hit.path("prefecture").asString()).isEqualTo("長野県");
        assertThat(hit.path("sectionId").asString()).isEqualTo("s1-1");
        assertThat(hit.path("kind").asString()).isEqualTo("subsection");
        assertThat(hit.path("parentHeading").asString()).isEqualTo("輪番のしくみ");
        assertThat(hit.path("actors").toString()).isEqualTo("[\"医師会\",\"訪問看護\"]");
        assertThat(hit.path("themes").toString()).isEqualTo("[\"ウ\"]");
        assertThat(hit.path("url").asString()).isEqualTo("/cases/invented-1#s1-1");
    }

    @Test
    void offsetsSelectTheMatches() throws Exception {
        JsonNode hit = site.json("/api/search?q=" + Site.encoded("\"連絡網\""))
                .path("hits")
                .path(0);

        assertThat(firstMatch(hit.path("heading").asString(), hit.path("headingMatches")))
                .isEqualTo("連絡網");
        JsonNode snippet = hit.path("snippets").path(0);
        assertThat(firstMatch(snippet.path("text").asString(), snippet.path("matches")))
                .isEqualTo("連絡網");
    }

    private static String firstMatch(String text, JsonNode matches) {
        JsonNode first = matches.path(0);
        return text.substring(first.path(0).asInt(), first.path(1).asInt());
    }

    @Test
    void facetsCountSectionsAndCasesAndMarkSelectedValues() throws Exception {
        JsonNode facets = site.json("/api/search?q=" + Site.encoded("看取り") + "&prefecture=" + Site.encoded("沖縄県"))
                .path("facets");

        assertThat(facets.path("prefecture").toString())
                .isEqualTo(
                        "[{\"value\":\"長野県\",\"label\":\"長野県\",\"sections\":2,\"cases\":1,\"selected\":false,\"excluded\":false},"
                                + "{\"value\":\"沖縄県\",\"label\":\"沖縄県\",\"sections\":1,\"cases\":1,\"selected\":true,\"excluded\":false}]");
        assertThat(facets.path("theme").path(0).path("label").asString()).isEqualTo("ウ 切れ目のない提供体制の構築");
    }

    @Test
    void unknownValuesAreNull() throws Exception {
        JsonNode hit =
                site.json("/api/search?q=" + Site.encoded("呪文")).path("hits").path(0);

        assertThat(hit.path("number").isNull()).isTrue();
        assertThat(hit.path("prefecture").isNull()).isTrue();
        assertThat(hit.path("place").asString()).isEmpty();
    }

    @Test
    void relaxationIsReported() throws Exception {
        JsonNode query = site.json("/api/search?q=" + Site.encoded("灯台 潜水艦")).path("query");

        assertThat(query.path("relaxed").asBoolean()).isTrue();
        assertThat(query.path("widening").asString()).isEqualTo("most-words");
        assertThat(query.path("dropped").toString()).isEqualTo("[\"潜水艦\"]");
    }

    @Test
    void appliedCorrectionsAreReported() throws Exception {
        JsonNode response = site.json("/api/search?q=" + Site.encoded("見取り"));

        assertThat(response.path("query").path("text").asString()).isEqualTo("見取り");
        assertThat(response.path("query").path("correction").asString()).isEqualTo("看取り");
        assertThat(response.path("query").path("correctionApplied").asBoolean()).isTrue();
        assertThat(response.path("total").path("sections").asInt()).isEqualTo(3);
    }

    @Test
    void verbatimQueriesAreNotCorrected() throws Exception {
        JsonNode response = site.json("/api/search?correction=off&q=" + Site.encoded("見取り"));

        assertThat(response.path("query").path("correction").asString()).isEqualTo("看取り");
        assertThat(response.path("query").path("correctionApplied").asBoolean()).isFalse();
        assertThat(response.path("total").path("sections").asInt()).isZero();
    }

    @Test
    void theCorrectionIsNullIfNoneIsProposed() throws Exception {
        JsonNode query = site.json("/api/search?q=" + Site.encoded("看取り")).path("query");

        assertThat(query.path("correction").isNull()).isTrue();
        assertThat(query.path("correctionApplied").asBoolean()).isFalse();
    }

    @Test
    void theRequestedPageIsReturned() throws Exception {
        JsonNode response = site.json("/api/search?q=" + Site.encoded("寄合") + "&size=10&page=3&sort=number");

        assertThat(response.path("total").toString())
                .isEqualTo(
                        "{\"sections\":25,\"cases\":1,\"exact\":true,\"text\":25,\"contextCases\":0,\"contextListed\":0}");
        assertThat(response.path("hits").size()).isEqualTo(5);
        assertThat(response.path("hits").path(0).path("rank").asInt()).isEqualTo(21);
        assertThat(response.path("page").asInt()).isEqualTo(3);
        assertThat(response.path("size").asInt()).isEqualTo(10);
        assertThat(response.path("sort").asString()).isEqualTo("number");
    }

    @Test
    void casesAreListedByNumberWithoutSections() throws Exception {
        JsonNode cases = site.json("/api/cases").path("cases");

        assertThat(cases.size()).isEqualTo(4);
        assertThat(cases.path(0).path("id").asString()).isEqualTo("invented-1");
        assertThat(site.get("/api/cases").body())
                .contains("\"region\":{\"name\":\"みやま町\",\"population\":12345,\"ageingRatePercent\":38.50,"
                        + "\"basis\":{\"population\":\"2015年国勢調査\"}}");
        assertThat(cases.path(0).path("sections").asInt()).isEqualTo(6);
        assertThat(cases.path(3).path("number").isNull()).isTrue();
    }

    @Test
    void casesAreReturnedWhole() throws Exception {
        JsonNode caseStudy = site.json("/api/cases/invented-1");

        assertThat(caseStudy.path("title").asString()).isEqualTo("山の町の夜を支える輪番");
        assertThat(caseStudy.path("sections").size()).isEqualTo(6);
        assertThat(caseStudy.path("sections").path(2).path("text").asString())
                .isEqualTo("医師会が看取りの連絡網をつくった。\n看護師が最初に駆けつける。𠮷田さんも加わった。");
    }

    @Test
    void similarCasesListSharedWordsAndOmitTheCase() throws Exception {
        JsonNode cases = site.json("/api/cases/invented-1/similar").path("cases");

        assertThat(cases.size()).isEqualTo(1);
        assertThat(cases.path(0).propertyNames())
                .containsExactly("rank", "score", "id", "number", "title", "prefecture", "place", "words", "url");
        assertThat(cases.path(0).path("id").asString()).isEqualTo("invented-2");
        assertThat(cases.path(0).path("words").toString()).isEqualTo("[\"看取り\"]");
        assertThat(cases.path(0).path("url").asString()).isEqualTo("/cases/invented-2");
    }

    @Test
    void similarSectionsAreHitsOfOtherCasesWithoutHighlights() throws Exception {
        JsonNode hits = site.json("/api/cases/invented-2/sections/s1/similar").path("hits");

        assertThat(hits.valueStream().map(hit -> hit.path("url").asString()))
                .containsExactlyInAnyOrder("/cases/invented-1#h1", "/cases/invented-1#s1-1");
        assertThat(hits.path(0).path("words").path(0).asString()).isEqualTo("看取り");
        assertThat(hits.path(0).path("headingMatches").size()).isZero();
        assertThat(hits.path(0).path("snippets").path(0).path("matches").size()).isZero();
    }

    @Test
    void withoutSimilarCasesTheListIsEmpty() throws Exception {
        assertThat(site.get("/api/cases/hostile/similar").body()).isEqualTo("{\"cases\":[]}");
    }

    @Test
    void healthReportsTheIndex() throws Exception {
        JsonNode health = site.json("/health");

        assertThat(health.propertyNames())
                .containsExactly(
                        "status",
                        "cases",
                        "sections",
                        "faults",
                        "schemaVersion",
                        "fingerprint",
                        "faultList",
                        "notices",
                        "threads");
        assertThat(health.path("status").asString()).isEqualTo("ok");
        assertThat(health.path("cases").asInt()).isEqualTo(4);
        assertThat(health.path("sections").asInt()).isEqualTo(34);
    }

    @Test
    void theApiIsJsonWithoutHtml() throws Exception {
        HttpResponse<String> response = site.get("/api/search?q=" + Site.encoded("呪文"));

        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).doesNotContain("<mark").contains("題 " + Site.SCRIPT);
    }
}
