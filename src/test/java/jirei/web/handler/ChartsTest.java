package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class ChartsTest extends SiteFixture {
    private static final Pattern BAR = Pattern.compile(
            "<tr>\\s*<th scope=\"row\"><a href=\"/([^\"]*)\">.*?<span class=\"bar-number\">(\\d+)</span>"
                    + ".*?<span class=\"bar-number\">(\\d+)</span>",
            Pattern.DOTALL);
    private static final Pattern CELL =
            Pattern.compile("<a href=\"/([^\"]*)\" aria-label=\"[^\"]*：(\\d+)件の記述（(\\d+)事例）\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=看取り",
                "?q=看取り&actor=医師会&actor=病院&prefecture=長野県",
                "?q=看取り&not.actor=訪問看護&not.theme=ウ",
                "?year=2018&population.min=1",
                "?year=昨年",
                "?q=灯台 潜水艦&sort=year&size=10&page=3"
            })
    void everyCountEqualsTheHitsOfItsLink(String search) throws Exception {
        String page = site.get("/charts" + encoded(search)).body();

        assertThat(page).contains("class=\"charts\"");
        for (MatchResult bar : all(BAR, page)) {
            JsonNode total = total(bar.group(1));
            assertThat(bar.group(2))
                    .as(bar.group(1))
                    .isEqualTo(total.path("cases").asString());
            assertThat(bar.group(3))
                    .as(bar.group(1))
                    .isEqualTo(total.path("sections").asString());
        }
        for (MatchResult cell : all(CELL, page)) {
            JsonNode total = total(cell.group(1));
            assertThat(cell.group(2))
                    .as(cell.group(1))
                    .isEqualTo(total.path("sections").asString());
            assertThat(cell.group(3))
                    .as(cell.group(1))
                    .isEqualTo(total.path("cases").asString());
        }
    }

    @Test
    void barsAndCellsAreLinked() throws Exception {
        String page = site.get("/charts" + encoded("?q=看取り")).body();

        assertThat(all(BAR, page)).hasSize(8);
        assertThat(all(CELL, page)).hasSize(3);
    }

    @Test
    void pointsReportWhetherTheirCaseHasHits() throws Exception {
        String point = "長野県 みやま町：人口12,345人、高齢化率38.50%";

        assertThat(site.get("/charts" + encoded("?q=看取り")).body()).contains(point + "（見つかった事例）</title>");
        assertThat(site.get("/charts" + encoded("?q=灯台")).body()).contains(point + "</title>");
        assertThat(site.get("/charts").body()).contains("人口か高齢化率が不明な事例3件は図にありません。");
    }

    @Test
    void theBackLinkKeepsTheSearch() throws Exception {
        String search = encoded("?q=看取り&actor=医師会&not.kind=role&spellings=off&sort=number&group=case&size=10");

        assertThat(site.get("/charts" + search).body().replace("&amp;", "&"))
                .contains("<a href=\"/" + search + "\">検索結果の一覧に戻る</a>");
        assertThat(site.get("/" + search).body().replace("&amp;", "&")).contains("<a href=\"/charts" + search + "\">");
    }

    @Test
    void withoutHitsThereAreNoCharts() throws Exception {
        String page = site.get("/charts" + encoded("?q=\"潜水艦\"")).body();

        assertThat(page).contains("0件の記述（0事例）").doesNotContain("class=\"bars\"").doesNotContain("class=\"matrix\"");
    }

    @Test
    void invalidParametersAreRejectedAsOnTheResultPage() throws Exception {
        assertThat(site.get("/charts?colour=red").statusCode()).isEqualTo(400);
        assertThat(site.get("/charts?size=1000").statusCode()).isEqualTo(400);
    }

    private static List<MatchResult> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().toList();
    }

    private static JsonNode total(String link) throws Exception {
        return site.json("/api/search" + link.replace("&amp;", "&")).path("total");
    }

    /** Encodes {@code search} as links do. */
    private static String encoded(String search) {
        StringBuilder encoded = new StringBuilder();
        for (String part : search.split("(?<=[?&=])|(?=[&=])", -1)) {
            encoded.append(part.matches("[?&=]*") ? part : Site.encoded(part.replace("?", "")));
        }
        return encoded.toString();
    }
}
