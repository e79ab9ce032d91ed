package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corpus of another field in a real browser: its facets filter as those of every corpus do. */
@SuppressWarnings("NullAway.Init") // set before all tests
class VacantHousesIT {
    private static final String QUERY = "/?q=" + Site.encoded("屋根 OR 町役場 OR 店");

    @TempDir
    private static Path folder;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        Browser.assumeAvailable();
        site = VacantHousesTest.over(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void aFacetFiltersByClickAndItsChipRemovesIt() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.markDocument();
            browser.waitForText(".count", "5件の記述（4事例）");
            browser.click("[id='_予算-100万円未満']");
            browser.waitForText(".count", "2件の記述（2事例）");
            assertThat(browser.url()).endsWith(Site.encoded("予算") + "=" + Site.encoded("100万円未満"));
            assertThat(browser.find(".chip").getText()).contains("事業の予算", "100万円未満");

            browser.click(".chip");
            browser.waitForText(".count", "5件の記述（4事例）");
            assertThat(browser.isMarkedDocument()).isTrue();
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void aValueIsExcluded() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.click("#_excluding summary");
            browser.click("label:has([id='_not_予算-500万円以上'])");
            browser.waitForText(".count", "3件の記述（3事例）");

            assertThat(browser.find(".chip-not").getText()).contains("事業の予算", "500万円以上", "含まない");
            browser.click(".chip-not");
            browser.waitForText(".count", "5件の記述（4事例）");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void aValueInsideAnotherIsChosenBelowIt() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.click("[id='_分野-防災']");
            browser.waitForText(".count", "2件の記述（2事例）");
            browser.click("[id='_分野-防災/避難所']");
            browser.waitForText(".count", "1件の記述（1事例）");

            assertThat(browser.find(".hit").getText()).contains("庭づくり", "防災/避難所");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void filtersWorkWithoutScripts() {
        try (var browser = new Browser(false).open(site, QUERY)) {
            browser.click("[id='_戸数-3戸']");
            browser.click(".without-script button[form=_search]");

            browser.waitForText(".count", "1件の記述（1事例）");
        }
    }

    @Test
    void comparisonMatrixAndHelpShowThemesAndFacets() {
        try (var browser = new Browser(true).open(site, "/charts")) {
            assertThat(browser.find(".matrix thead").getText())
                    .contains("調べる", "空き家を直す")
                    .doesNotContain("資源の把握");
            browser.click(".matrix tbody a");
            assertThat(browser.find(".count").getText()).contains("件の記述");
            assertThat(browser.find(".chips").getText()).contains("主体", "テーマ", "空き家を");

            browser.open(site, "/compare?case=wells&case=" + other());
            assertThat(browser.find("main").getText()).contains("事業の予算", "500万円以上", "空き家を使う");
            browser.open(site, "/help");
            assertThat(browser.find("main").getText()).contains("「空き家の戸数」でも絞り込めます。", "調べる 空き家を調べる");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    private static String other() {
        try {
            return site.json("/api/cases")
                    .at("/cases")
                    .valueStream()
                    .map(one -> one.path("id").asString())
                    .filter(id -> !id.equals("wells"))
                    .findFirst()
                    .orElseThrow();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void allPagesAreAccessible() throws Exception {
        try (var browser = new Browser(true)) {
            for (String path : List.of(
                    "/",
                    QUERY + "&" + Site.encoded("分野") + "=" + Site.encoded("防災"),
                    "/charts",
                    "/cases/wells",
                    "/help")) {
                browser.open(site, path);
                Axe.load(browser);
                assertThat(Axe.run(browser)[2]).as(path).isEmpty();
            }
        }
    }
}
