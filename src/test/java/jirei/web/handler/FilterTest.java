package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Exclusions, ranges and grouping, in pages and API. */
class FilterTest extends SiteFixture {
    private static final String HOSPITAL = Site.encoded("病院");

    private static String page(String query) throws Exception {
        HttpResponse<String> response = site.get("/" + query);
        assertThat(response.statusCode()).as(query).isEqualTo(200);
        return response.body();
    }

    @Test
    void excludedValuesAreCheckedAndHaveAChip() throws Exception {
        assertThat(page("?q=" + Site.encoded("看取り") + "&not.actor=" + HOSPITAL))
                .contains("2件の記述（1事例）", "name=\"not.actor\" value=\"病院\" checked")
                .contains("<a class=\"chip chip-not\" href=\"/?q=" + Site.encoded("看取り") + "\">")
                .contains("<span class=\"visually-hidden\">病院を</span>除く");
    }

    @Test
    void theApiMarksExcludedValues() throws Exception {
        JsonNode actors = site.json("/api/search?q=" + Site.encoded("看取り") + "&not.actor=" + HOSPITAL)
                .path("facets")
                .path("actor");

        assertThat(actors.valueStream().map(JsonNode::toString))
                .contains("{\"value\":\"病院\",\"label\":\"病院\",\"sections\":1,\"cases\":1,\"selected\":false,"
                        + "\"excluded\":true}");
    }

    @Test
    void rangesFilterAndReportMissingValues() throws Exception {
        assertThat(page("?population.min=" + Site.encoded("１万") + "&population.max=&ageing.max="))
                .contains("6件の記述（1事例）", "人口が不明な事例3件は含まれていません。")
                .contains("<span class=\"chip-label\">10,000人以上</span>", "value=\"10,000\" inputmode=\"decimal\"");
        assertThat(site.json("/api/search?population.min=10000").path("unknown").toString())
                .isEqualTo("{\"population\":3}");
    }

    @Test
    void aBoundThatIsNoNumberIsNamedAtItsFieldAndLeftOut() throws Exception {
        String typed = page("?q=" + Site.encoded("看取り") + "&ageing.min=" + Site.encoded("三割") + "&ageing.max=90");

        assertThat(typed)
                .contains("value=\"看取り\"", "2件の記述（1事例）", "<span class=\"chip-label\">90%以下</span>")
                .contains("<p class=\"notice\" data-announce>高齢化率の下限に「三割」は指定できません。")
                .contains("value=\"三割\" inputmode=\"decimal\" autocomplete=\"off\" size=\"7\" form=\"_search\""
                        + " aria-invalid=\"true\" aria-describedby=\"_range-ageing-problem\"")
                .contains("<p id=\"_range-ageing-problem\" class=\"field-problem\">高齢化率の下限に「三割」は指定できません。");
    }

    @Test
    void boundsThatExcludeEverythingAreBothLeftOut() throws Exception {
        assertThat(page("?q=" + Site.encoded("看取り") + "&area.min=9&area.max=3"))
                .contains("3件の記述（2事例）", "面積の下限「9」が上限「3」より大きいため、絞り込めません。")
                .contains("value=\"9\" inputmode", "value=\"3\" inputmode");
    }

    @Test
    void aWrongBoundAloneFindsEverything() throws Exception {
        assertThat(page("?population.min=" + Site.encoded("多い"))).contains("class=\"field-problem\"", "件の記述");
    }

    @Test
    void anEmptyFormShowsTheStartPage() throws Exception {
        assertThat(page("?q=&population.min=&population.max=&ageing.min=&like.top="))
                .contains("class=\"hero\"");
    }

    @Test
    void hitsAreGroupedByCase() throws Exception {
        String results = page("?q=" + Site.encoded("寄合") + "&group=case");

        assertThat(results)
                .contains("<h2 class=\"group-title\"><a href=\"/cases/invented-4?q=" + Site.encoded("寄合")
                        + "&amp;group=case\">")
                .contains("この事例のほか22件の記述")
                .doesNotContain("class=\"hits\"", "class=\"pages\"");
    }

    @Test
    void groupedHitsArePagedByCase() throws Exception {
        String query = "?q=" + Site.encoded("看取り") + "&group=case&size=1";

        assertThat(page(query)).contains("1〜1事例目", "rel=\"next\"");
        assertThat(page(query + "&page=2")).contains("2〜2事例目").doesNotContain("rel=\"next\"");
        assertThat(page(query + "&page=3")).contains("最後のページ（2ページ目）を見る");
    }

    @Test
    void theApiReturnsGroups() throws Exception {
        JsonNode response = site.json("/api/search?q=" + Site.encoded("看取り") + "&group=case");

        assertThat(response.path("group").asString()).isEqualTo("case");
        assertThat(response.path("groups").toString())
                .isEqualTo("[{\"rank\":1,\"caseId\":\"invented-1\",\"sections\":2,\"shown\":2},"
                        + "{\"rank\":2,\"caseId\":\"invented-2\",\"sections\":1,\"shown\":1}]");
        assertThat(response.path("hits").valueStream().map(hit -> hit.path("rank")
                        .asInt()))
                .containsExactly(1, 1, 2);
    }
}
