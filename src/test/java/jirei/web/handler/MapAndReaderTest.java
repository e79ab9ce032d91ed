package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map, the reader's pictures and the help page, as the server makes them. */
class MapAndReaderTest {
    private static final Pattern TILE = Pattern.compile("<li class=\"at-([a-z]+) shade-[0-3]\">");
    private static final Pattern EXAMPLE = Pattern.compile("<td><a href=\"(/\\?q=[^\"]+)\"");
    private static final String DEATH_AT_HOME = Site.encoded("看取り");
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static String page(String path) throws Exception {
        var answer = site.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @Test
    void theMapHasEveryPrefectureOnceAndAPlaceForEach() throws Exception {
        String styles = page("/static/site.css");

        List<String> tiles = groups(TILE, page("/"));

        assertThat(tiles).hasSize(47).doesNotHaveDuplicates();
        assertThat(tiles).allSatisfy(tile -> assertThat(styles).contains(".at-" + tile + " { grid-area: "));
    }

    @Test
    void aTileAddsItsPrefectureToTheSearch() throws Exception {
        String results = page("/?q=" + DEATH_AT_HOME + "&prefecture=" + Site.encoded("沖縄県"));

        assertThat(results)
                .contains("href=\"/?q=" + DEATH_AT_HOME + "&amp;prefecture=" + Site.encoded("沖縄県") + "&amp;prefecture="
                        + Site.encoded("長野県") + "\" aria-label=\"長野県 2件\"");
    }

    @Test
    void aChosenTileSaysSoAndTakesItsPrefectureBack() throws Exception {
        String results = page("/?q=" + DEATH_AT_HOME + "&prefecture=" + Site.encoded("沖縄県"));

        assertThat(results)
                .contains(
                        "href=\"/?q=" + DEATH_AT_HOME + "\" aria-label=\"沖縄県 1件（選択中。押すと解除します）\" aria-current=\"true\"");
    }

    @Test
    void aTileWithoutAnythingIsNoLinkButNamedInFull() throws Exception {
        assertThat(page("/"))
                .contains(
                        "<li class=\"at-aomori shade-0\"><span>青森<i class=\"visually-hidden\">県</i><b>0</b></span></li>");
    }

    @Test
    void aHitCanBeComeBackTo() throws Exception {
        String results = page("/?q=" + DEATH_AT_HOME);

        assertThat(results)
                .containsOnlyOnce("<li id=\"hit-invented-1\">")
                .contains("id=\"hit-invented-1/s1-1\"", "id=\"hit-invented-1/h1\"");
    }

    @Test
    void theMinimapLeadsToWhereSomethingMatches() throws Exception {
        String page = page("/cases/invented-1?q=" + DEATH_AT_HOME);

        assertThat(page)
                .contains("<a href=\"#s1-1\" aria-label=\"看取りの連絡網（2か所）\">")
                .doesNotContain("<a href=\"#r2\" aria-label");
        assertThat(page("/cases/invented-1")).doesNotContain("class=\"minimap\"");
    }

    @Test
    void rolesStandSideBySideWithWhoHasThem() throws Exception {
        assertThat(page("/cases/invented-1"))
                .contains("<tr class=\"section section-role\" id=\"r2\">", "<span class=\"roles-actor\">市区町村</span>");
    }

    @Test
    void aSectionLeadsToThoseOfOtherCasesThatAreLikeItAndBack() throws Exception {
        String similar = "/cases/invented-1/sections/s1-1/similar?q=" + DEATH_AT_HOME;

        assertThat(page("/cases/invented-1?q=" + DEATH_AT_HOME)).contains("<a href=\"" + similar + "\">似た記述");
        assertThat(page(similar))
                .contains("<h1>「看取りの連絡網」に似た記述</h1>", "なぎさ島")
                .contains("<a href=\"/cases/invented-1?q=" + DEATH_AT_HOME + "#s1-1\">もとの記述にもどる</a>");
        assertThat(site.get("/cases/invented-1/sections/none/similar").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyExampleOfTheHelpPageRunsAsItIsMeant() throws Exception {
        List<String> examples = groups(EXAMPLE, page("/help"));

        assertThat(examples).hasSizeGreaterThan(10);
        for (String example : examples) {
            assertThat(page(example)).as(example).doesNotContain("読み取れなかった");
        }
    }

    @Test
    void everyPageLeadsToTheHelpPage() throws Exception {
        for (String path : List.of("/", "/?q=zzz", "/cases/invented-1", "/nowhere")) {
            assertThat(site.get(path).body()).as(path).contains("<a href=\"/help\">使い方</a>");
        }
    }
}
