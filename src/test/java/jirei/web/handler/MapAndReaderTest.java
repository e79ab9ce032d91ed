package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jirei.web.Site;
import jirei.web.SiteFixture;
import org.junit.jupiter.api.Test;

/** Prefecture map, case page and help page over HTTP. */
class MapAndReaderTest extends SiteFixture {
    private static final Pattern TILE = Pattern.compile("<li class=\"at-([a-z]+) shade-[0-3]\">");
    private static final Pattern EXAMPLE = Pattern.compile("<td><a href=\"(/\\?q=[^\"]+)\"");
    private static final String DEATH_AT_HOME = Site.encoded("看取り");

    private static String page(String path) throws Exception {
        var response = site.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @Test
    void theMapHasEveryPrefectureOnceInItsOwnGridArea() throws Exception {
        String styles = page("/static/site.css");

        List<String> tiles = groups(TILE, page("/"));

        assertThat(tiles).hasSize(47).doesNotHaveDuplicates();
        assertThat(tiles).allSatisfy(tile -> assertThat(styles).contains(".at-" + tile + " { grid-area: "));
    }

    @Test
    void tilesAddTheirPrefecture() throws Exception {
        String results = page("/?q=" + DEATH_AT_HOME + "&prefecture=" + Site.encoded("沖縄県"));

        assertThat(results)
                .contains("href=\"/?q=" + DEATH_AT_HOME + "&amp;prefecture=" + Site.encoded("沖縄県") + "&amp;prefecture="
                        + Site.encoded("長野県")
                        + "\">長野<i class=\"visually-hidden\">県 </i><b>2</b><i class=\"visually-hidden\">件</i></a>");
    }

    @Test
    void aSelectedTileRemovesItsPrefecture() throws Exception {
        String results = page("/?q=" + DEATH_AT_HOME + "&prefecture=" + Site.encoded("沖縄県"));

        assertThat(results)
                .contains("href=\"/?q=" + DEATH_AT_HOME
                        + "\" aria-current=\"true\">沖縄<i class=\"visually-hidden\">県 </i><b>1</b>"
                        + "<i class=\"visually-hidden\">件（選択中。押すと解除します）</i></a>");
    }

    @Test
    void tilesWithoutHitsAreNotLinked() throws Exception {
        assertThat(page("/"))
                .contains(
                        "<li class=\"at-aomori shade-0\"><span>青森<i class=\"visually-hidden\">県</i><b>0</b></span></li>");
    }

    @Test
    void hitsHaveAnchorsForTheBackLink() throws Exception {
        String results = page("/?q=" + DEATH_AT_HOME);

        assertThat(results)
                .containsOnlyOnce("<li id=\"hit-invented-1\">")
                .contains("id=\"hit-invented-1/s1-1\"", "id=\"hit-invented-1/h1\"");
    }

    @Test
    void theMinimapLinksToMatchingSections() throws Exception {
        String page = page("/cases/invented-1?q=" + DEATH_AT_HOME);

        assertThat(page)
                .contains("<a href=\"#s1-1\" aria-label=\"看取りの連絡網（2か所）\">")
                .doesNotContain("<a href=\"#r2\" aria-label");
        assertThat(page("/cases/invented-1")).doesNotContain("class=\"minimap\"");
    }

    @Test
    void rolesAreShownWithTheirActors() throws Exception {
        assertThat(page("/cases/invented-1"))
                .contains(
                        "<tr class=\"section section-role\" id=\"r2\" role=\"row\">",
                        "<span class=\"roles-actor\">市区町村</span>");
    }

    @Test
    void sectionsLinkToSimilarOnesAndBack() throws Exception {
        String similar = "/cases/invented-1/sections/s1-1/similar?q=" + DEATH_AT_HOME;

        assertThat(page("/cases/invented-1?q=" + DEATH_AT_HOME)).contains("<a href=\"" + similar + "\">似た記述");
        assertThat(page(similar))
                .contains("<h1>「看取りの連絡網」に似た記述</h1>", "なぎさ島")
                .contains("<a href=\"/cases/invented-1?q=" + DEATH_AT_HOME + "&amp;section=s1-1#s1-1\">もとの記述に戻る</a>");
        assertThat(site.get("/cases/invented-1/sections/none/similar").statusCode())
                .isEqualTo(404);
    }

    @Test
    void helpExamplesAreValidQueries() throws Exception {
        List<String> examples = groups(EXAMPLE, page("/help"));

        assertThat(examples).hasSizeGreaterThan(10);
        for (String example : examples) {
            assertThat(page(example)).as(example).doesNotContain("読み取れなかった");
        }
    }

    @Test
    void everyPageLinksToTheHelpPage() throws Exception {
        for (String path : List.of("/", "/?q=zzz", "/cases/invented-1", "/nowhere")) {
            assertThat(site.get(path).body()).as(path).contains("<a href=\"/help\">使い方</a>");
        }
    }
}
