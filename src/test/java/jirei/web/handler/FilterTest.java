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

/** Exclusions, ranges and grouping, by page and by API. */
class FilterTest {
    private static final String HOSPITAL = Site.encoded("病院");
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static String page(String query) throws Exception {
        HttpResponse<String> answer = site.get("/" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return answer.body();
    }

    @Test
    void anExcludedValueIsTickedAndHasAChipOfItsOwn() throws Exception {
        assertThat(page("?q=" + Site.encoded("看取り") + "&not.actor=" + HOSPITAL))
                .contains("2件の記述（1事例）", "name=\"not.actor\" value=\"病院\" checked")
                .contains("<a class=\"chip chip-not\" href=\"/?q=" + Site.encoded("看取り") + "\">")
                .contains("<span class=\"visually-hidden\">病院を</span>除く");
    }

    @Test
    void theApiSaysWhatIsExcluded() throws Exception {
        JsonNode actors = site.json("/api/search?q=" + Site.encoded("看取り") + "&not.actor=" + HOSPITAL)
                .path("facets")
                .path("actor");

        assertThat(actors.valueStream().map(JsonNode::toString))
                .contains("{\"value\":\"病院\",\"label\":\"病院\",\"sections\":1,\"cases\":1,\"selected\":false,"
                        + "\"excluded\":true}");
    }

    @Test
    void aRangeNarrowsAndSaysWhatItLeavesOut() throws Exception {
        assertThat(page("?population.min=" + Site.encoded("１万") + "&population.max=&ageing.max="))
                .contains("6件の記述（1事例）", "人口がわからない事例3件は含まれていません。")
                .contains("<span class=\"chip-label\">10,000人以上</span>", "value=\"10,000\" inputmode=\"decimal\"");
        assertThat(site.json("/api/search?population.min=10000").path("unknown").toString())
                .isEqualTo("{\"population\":3}");
    }

    @Test
    void anEmptyFormIsTheStartPage() throws Exception {
        assertThat(page("?q=&population.min=&population.max=&ageing.min=&like.top="))
                .contains("class=\"hero\"");
    }

    @Test
    void resultsStandUnderTheirCase() throws Exception {
        String results = page("?q=" + Site.encoded("寄合") + "&group=case");

        assertThat(results)
                .contains("<h2 class=\"group-title\"><a href=\"/cases/invented-4?q=" + Site.encoded("寄合")
                        + "&amp;group=case\">")
                .contains("この事例のほか22件の記述")
                .doesNotContain("class=\"hits\"", "class=\"pages\"");
    }

    @Test
    void casesArePagedAsTheyAreGrouped() throws Exception {
        String query = "?q=" + Site.encoded("看取り") + "&group=case&size=1";

        assertThat(page(query)).contains("1〜1事例目", "rel=\"next\"");
        assertThat(page(query + "&page=2")).contains("2〜2事例目").doesNotContain("rel=\"next\"");
        assertThat(page(query + "&page=3")).contains("最後のページ（2ページ目）を見る");
    }

    @Test
    void theApiTellsHowHitsStandUnderTheirCase() throws Exception {
        JsonNode answer = site.json("/api/search?q=" + Site.encoded("看取り") + "&group=case");

        assertThat(answer.path("group").asString()).isEqualTo("case");
        assertThat(answer.path("groups").toString())
                .isEqualTo("[{\"rank\":1,\"caseId\":\"invented-1\",\"sections\":2,\"shown\":2},"
                        + "{\"rank\":2,\"caseId\":\"invented-2\",\"sections\":1,\"shown\":1}]");
        assertThat(answer.path("hits").valueStream().map(hit -> hit.path("rank").asInt()))
                .containsExactly(1, 1, 2);
    }
}
