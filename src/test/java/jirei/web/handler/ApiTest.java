package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ApiTest {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void aSearchAnswersWithTheNamesOfTheContractInItsOrder() throws Exception {
        JsonNode answer = site.json("/api/search?q=" + Site.encoded("看取り 連絡網"));

        assertThat(answer.propertyNames())
                .containsExactly(
                        "query",
                        "total",
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
        assertThat(answer.path("query").propertyNames())
                .containsExactly(
                        "text",
                        "interpretation",
                        "asWords",
                        "relaxed",
                        "widening",
                        "dropped",
                        "correction",
                        "correctionApplied");
        assertThat(answer.path("query").path("interpretation").path(0).propertyNames())
                .containsExactly("text", "exact", "excluded", "terms", "sections", "dropped", "forms");
        assertThat(answer.path("hits").path(0).propertyNames())
                .containsExactly(
                        "rank",
                        "score",
                        "caseId",
                        "number",
                        "caseTitle",
                        "prefecture",
                        "place",
                        "sectionId",
                        "kind",
                        "heading",
                        "headingMatches",
                        "parentHeading",
                        "actors",
                        "themes",
                        "snippets",
                        "url");
        assertThat(answer.path("facets").propertyNames())
                .containsExactly("prefecture", "actor", "kind", "theme", "year");
    }

    @Test
    void aFormIsSwitchedOffByItsId() throws Exception {
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
    void aHitIsExplainedByWordFormAndPlace() throws Exception {
        JsonNode why = site.json("/api/cases/invented-1/sections/h1/why?q=" + Site.encoded("看取り"));

        assertThat(why.propertyNames()).containsExactly("hit", "sections", "points", "words");
        JsonNode word = why.path("words").path(0);
        assertThat(word.path("text").asString()).isEqualTo("看取り");
        assertThat(word.path("matches").path(0).propertyNames())
                .containsExactly("form", "kind", "text", "place", "points");
        assertThat(why.path("points").asDouble()).isPositive();
    }

    @Test
    void onlyASectionThatIsThereIsExplained() throws Exception {
        assertThat(site.get("/api/cases/invented-1/sections/zz/why?q=a").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/cases/nowhere/sections/s1/why?q=a").statusCode()).isEqualTo(404);
        assertThat(site.get("/api/cases/invented-1/sections/h1/why?foo=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aHitSaysWhereItStands() throws Exception {
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
    void offsetsCutOutWhatWasLookedFor() throws Exception {
        JsonNode hit = site.json("/api/search?q=" + Site.encoded("\"連絡網\""))
                .path("hits")
                .path(0);

        assertThat(cutOut(hit.path("heading").asString(), hit.path("headingMatches")))
                .isEqualTo("連絡網");
        JsonNode snippet = hit.path("snippets").path(0);
        assertThat(cutOut(snippet.path("text").asString(), snippet.path("matches")))
                .isEqualTo("連絡網");
    }

    private static String cutOut(String text, JsonNode matches) {
        JsonNode first = matches.path(0);
        return text.substring(first.path(0).asInt(), first.path(1).asInt());
    }

    @Test
    void facetsCountSectionsAndCasesAndSayWhatIsChosen() throws Exception {
        JsonNode facets = site.json("/api/search?q=" + Site.encoded("看取り") + "&prefecture=" + Site.encoded("沖縄県"))
                .path("facets");

        assertThat(facets.path("prefecture").toString())
                .isEqualTo(
                        "[{\"value\":\"長野県\",\"label\":\"長野県\",\"sections\":2,\"cases\":1,\"selected\":false,\"excluded\":false},"
                                + "{\"value\":\"沖縄県\",\"label\":\"沖縄県\",\"sections\":1,\"cases\":1,\"selected\":true,\"excluded\":false}]");
        assertThat(facets.path("theme").path(0).path("label").asString()).isEqualTo("ウ 切れ目のない提供体制の構築");
    }

    @Test
    void whatIsUnknownIsNull() throws Exception {
        JsonNode hit =
                site.json("/api/search?q=" + Site.encoded("呪文")).path("hits").path(0);

        assertThat(hit.path("number").isNull()).isTrue();
        assertThat(hit.path("prefecture").isNull()).isTrue();
        assertThat(hit.path("place").asString()).isEmpty();
    }

    @Test
    void aWidenedSearchSaysSo() throws Exception {
        JsonNode query = site.json("/api/search?q=" + Site.encoded("灯台 潜水艦")).path("query");

        assertThat(query.path("relaxed").asBoolean()).isTrue();
        assertThat(query.path("widening").asString()).isEqualTo("most-words");
        assertThat(query.path("dropped").toString()).isEqualTo("[\"潜水艦\"]");
    }

    @Test
    void aCorrectionThatIsAppliedSaysSo() throws Exception {
        JsonNode answer = site.json("/api/search?q=" + Site.encoded("見取り"));

        assertThat(answer.path("query").path("text").asString()).isEqualTo("見取り");
        assertThat(answer.path("query").path("correction").asString()).isEqualTo("看取り");
        assertThat(answer.path("query").path("correctionApplied").asBoolean()).isTrue();
        assertThat(answer.path("total").path("sections").asInt()).isEqualTo(3);
    }

    @Test
    void aCorrectionIsOnlyOfferedToWhoeverInsistsOnTheSpelling() throws Exception {
        JsonNode answer = site.json("/api/search?correction=off&q=" + Site.encoded("見取り"));

        assertThat(answer.path("query").path("correction").asString()).isEqualTo("看取り");
        assertThat(answer.path("query").path("correctionApplied").asBoolean()).isFalse();
        assertThat(answer.path("total").path("sections").asInt()).isZero();
    }

    @Test
    void whereNothingIsProposedTheCorrectionIsNull() throws Exception {
        JsonNode query = site.json("/api/search?q=" + Site.encoded("看取り")).path("query");

        assertThat(query.path("correction").isNull()).isTrue();
        assertThat(query.path("correctionApplied").asBoolean()).isFalse();
    }

    @Test
    void thePageThatIsAskedForIsAnswered() throws Exception {
        JsonNode answer = site.json("/api/search?q=" + Site.encoded("寄合") + "&size=10&page=3&sort=number");

        assertThat(answer.path("total").toString()).isEqualTo("{\"sections\":25,\"cases\":1,\"exact\":true}");
        assertThat(answer.path("hits").size()).isEqualTo(5);
        assertThat(answer.path("hits").path(0).path("rank").asInt()).isEqualTo(21);
        assertThat(answer.path("page").asInt()).isEqualTo(3);
        assertThat(answer.path("size").asInt()).isEqualTo(10);
        assertThat(answer.path("sort").asString()).isEqualTo("number");
    }

    @Test
    void casesAreListedByNumberWithoutTheirSections() throws Exception {
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
    void aCaseIsAnsweredWhole() throws Exception {
        JsonNode caseStudy = site.json("/api/cases/invented-1");

        assertThat(caseStudy.path("title").asString()).isEqualTo("山の町の夜を支える輪番");
        assertThat(caseStudy.path("sections").size()).isEqualTo(6);
        assertThat(caseStudy.path("sections").path(2).path("text").asString())
                .isEqualTo("医師会が看取りの連絡網をつくった。\n看護師が最初に駆けつける。𠮷田さんも加わった。");
    }

    @Test
    void similarCasesSayWhatTheyShareAndLeaveTheCaseItselfOut() throws Exception {
        JsonNode cases = site.json("/api/cases/invented-1/similar").path("cases");

        assertThat(cases.size()).isEqualTo(1);
        assertThat(cases.path(0).propertyNames())
                .containsExactly("rank", "score", "id", "number", "title", "prefecture", "place", "words", "url");
        assertThat(cases.path(0).path("id").asString()).isEqualTo("invented-2");
        assertThat(cases.path(0).path("words").toString()).isEqualTo("[\"看取り\"]");
        assertThat(cases.path(0).path("url").asString()).isEqualTo("/cases/invented-2");
    }

    @Test
    void similarSectionsAreHitsOfOtherCasesWithoutMarks() throws Exception {
        JsonNode hits = site.json("/api/cases/invented-2/sections/s1/similar").path("hits");

        assertThat(hits.valueStream().map(hit -> hit.path("url").asString()))
                .containsExactlyInAnyOrder("/cases/invented-1#h1", "/cases/invented-1#s1-1");
        assertThat(hits.path(0).path("headingMatches").size()).isZero();
        assertThat(hits.path(0).path("snippets").path(0).path("matches").size()).isZero();
    }

    @Test
    void whatIsLikeNothingIsAnEmptyList() throws Exception {
        assertThat(site.get("/api/cases/hostile/similar").body()).isEqualTo("{\"cases\":[]}");
    }

    @Test
    void healthTellsWhatIsSearched() throws Exception {
        JsonNode health = site.json("/health");

        assertThat(health.propertyNames())
                .containsExactly("status", "cases", "sections", "faults", "schemaVersion", "fingerprint", "faultList");
        assertThat(health.path("status").asString()).isEqualTo("ok");
        assertThat(health.path("cases").asInt()).isEqualTo(4);
        assertThat(health.path("sections").asInt()).isEqualTo(34);
    }

    @Test
    void theApiIsJsonWithoutHtml() throws Exception {
        HttpResponse<String> answer = site.get("/api/search?q=" + Site.encoded("呪文"));

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).doesNotContain("<mark").contains("題 " + Site.SCRIPT);
    }
}
