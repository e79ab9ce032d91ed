package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** From the start page to the cases of similar municipalities, over the shipped corpus, in a real browser. */
class OwnTownIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String TSUKUBA = "茨城県つくば市";
    private static final String LIKE = "/like?like.name=" + Site.encoded(TSUKUBA);

    private static Site site;
    private Browser browser;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Browser.assumeAvailable();
        site = Site.shipped(folder);
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void stop() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @BeforeEach
    void open() {
        browser = new Browser(true).open(site, "/");
    }

    @AfterEach
    void close() {
        browser.script("localStorage.clear()");
        browser.close();
    }

    private void remember() {
        browser.script("localStorage.setItem('jirei.town', '" + TSUKUBA + "')");
    }

    /** Looks at the page on a screen and on a phone, with axe. */
    private void look(String name) throws IOException {
        Axe.load(browser);
        for (int width : List.of(1366, 390)) {
            browser.resize(width);
            browser.evaluateAsync("await document.fonts.ready; await new Promise(requestAnimationFrame)");
            browser.script("scrollTo(0, 0)");
            Files.write(SCREENSHOTS.resolve(name + "-" + width + ".png"), browser.screenshot());
            assertThat(browser.evaluate("return document.documentElement.scrollWidth > innerWidth"))
                    .as("horizontal overflow: " + name + " " + width)
                    .isEqualTo("false");
            assertThat(Axe.run(browser)[2]).as("axe on " + name + " " + width).isEmpty();
        }
        browser.resize(1366);
    }

    @Test
    void oneChoiceOnTheStartPageShowsTheRankedCasesAndWhy() throws Exception {
        browser.focus("#_own-name");
        browser.press("つくば");
        browser.waitForTextPart("#_suggestions_own-name", TSUKUBA + "\nつくばし");
        browser.press(Keys.DOWN, Keys.ENTER);

        browser.waitForText("#_alike", TSUKUBA + "に似た自治体の事例");
        assertThat(browser.evaluate("return document.querySelectorAll('.likened').length"))
                .isEqualTo("10");
        browser.focus(".likened .alike-figures summary");
        browser.press(Keys.ENTER);
        browser.waitForTextPart(".likened .alike-figures table", "近い");
        look("town-like-chosen");
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void theTownIsRememberedOnRequestAndForgotten() throws Exception {
        browser.open(site, "/like");
        look("town-like");
        browser.open(site, LIKE);
        browser.click(".like-own button");
        browser.waitForTextPart(".like-own", "うちの自治体です。");
        browser.reload();
        browser.waitForTextPart(".like-own", "うちの自治体です。");
        browser.open(site, "/like");
        browser.waitForText(".like-own a", "うちの自治体（" + TSUKUBA + "）で比べる");

        browser.click(".like-own a");
        browser.waitForTextPart(".like-own", "うちの自治体です。");
        browser.click(".like-own button");
        browser.waitForText(".like-own button", "うちの自治体として覚える");
        assertThat(browser.evaluate("return localStorage.getItem('jirei.town')"))
                .isEqualTo("null");
    }

    @Test
    void theStartPageShowsTheMostSimilarCases() throws Exception {
        remember();
        browser.reload();
        browser.waitForTextPart(".own-list", "%");
        assertThat(browser.evaluate("return document.querySelectorAll('.own-list li').length"))
                .isEqualTo("3");
        look("town-start");

        browser.click(".own-cases p a");
        browser.waitForText("#_alike", TSUKUBA + "に似た自治体の事例");
    }

    @Test
    void resultsAreSortedAndFilteredByTheTown() throws Exception {
        remember();
        browser.open(site, "/?q=" + Site.encoded("看取り") + "&page=1");
        browser.script("document.getElementById('_filters').open = true");
        browser.waitForTextPart(".own-links", TSUKUBA + "に似た順に並べる");
        look("town-results");

        browser.click(".own-links li:nth-child(2) a");
        browser.waitForTextPart(".chips", TSUKUBA + "に似た上位10事例");
        assertThat(browser.url()).contains("sort=like", "like.top=10").doesNotContain("page=");
        look("town-results-sorted");
    }

    @Test
    void theEmptyPageOfATownWithoutCaseOffersSimilarOnes() throws Exception {
        remember();
        browser.open(site, "/?q=" + Site.encoded("札幌市"));

        assertThat(browser.find(".nothing").getText())
                .contains("札幌市の事例はまだありません", "似た自治体の事例：")
                .contains("うちの自治体（" + TSUKUBA + "）に似た自治体の事例を見る");
        look("town-empty");
    }

    @Test
    void theTownStandsBesideTheCases() throws Exception {
        browser.open(site, LIKE);
        browser.click(".likened .alike-compare a");

        browser.waitForTextPart(".compare-table thead", "うちの自治体");
        assertThat(browser.find(".compare-table").getText()).contains("241,656人", "統計から：2020年国勢調査");
        look("town-compare");
    }

    @Test
    void aDamagedEntryIsIgnored() {
        browser.script("localStorage.setItem('jirei.town', '<b>\"')");
        browser.reload();

        assertThat(browser.find(".own-cases").isDisplayed()).isFalse();
        browser.open(site, "/like");
        assertThat(browser.find(".like-own").isDisplayed()).isFalse();
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void withoutScriptsTheNameLeadsToTheCasesToo() {
        try (var plain = new Browser(false).open(site, "/")) {
            plain.focus("#_own-name");
            plain.press("tsukuba-shi", Keys.ENTER);
            plain.waitForTextPart(".like-candidates", TSUKUBA + "（つくばし）");
            plain.click(".like-candidates a");
            plain.waitForText("#_alike", TSUKUBA + "に似た自治体の事例");
        }
    }
}
