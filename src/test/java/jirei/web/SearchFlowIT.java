package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The flow of a user through the pages, in a real browser. */
class SearchFlowIT extends BrowserFixture {
    private static void choose(Browser browser, String value, String count) {
        browser.click("input[type=checkbox][value='" + value + "']");
        browser.waitForText(".count", count);
    }

    @Test
    void searchFilterAndOpenAHitShowsTheMatch() {
        try (var browser = new Browser(true).open(site, "/")) {
            browser.find("#_q").sendKeys("看取り", Keys.ENTER);
            browser.waitForText(".count", "3件の記述（2事例）");
            browser.markDocument();

            choose(browser, "長野県", "2件の記述（1事例）");
            choose(browser, "訪問看護", "1件の記述（1事例）");
            browser.waitForUrl("/?q=" + Site.encoded("看取り") + "&prefecture=" + Site.encoded("長野県") + "&actor="
                    + Site.encoded("訪問看護"));
            assertThat(browser.isMarkedDocument())
                    .as("the page is not reloaded")
                    .isTrue();
            assertThat(browser.focused().getDomAttribute("value")).isEqualTo("訪問看護");
            assertThat(browser.find("#_announcement").getDomProperty("textContent"))
                    .isEqualTo("1件の記述（1事例）");

            browser.click(".hit-heading a");
            assertThat(browser.url()).contains("/cases/invented-1?").endsWith("#s1-1");
            assertThat(browser.find("#s1-1 .text mark").getText()).isEqualTo("看取り");
            assertThat(browser.find("#s1-1 mark.current").isDisplayed()).isTrue();

            browser.click(".back a");
            browser.waitForText(".count", "1件の記述（1事例）");
            assertThat(browser.find("input[type=checkbox][value='長野県']").isSelected())
                    .isTrue();
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void backAndForwardRestoreTheFilters() {
        try (var browser = new Browser(true).open(site, "/?q=" + Site.encoded("看取り"))) {
            choose(browser, "沖縄県", "1件の記述（1事例）");

            browser.back();
            browser.waitForText(".count", "3件の記述（2事例）");
            assertThat(browser.find("input[type=checkbox][value='沖縄県']").isSelected())
                    .isFalse();
            browser.forward();
            browser.waitForText(".count", "1件の記述（1事例）");
            assertThat(browser.find("input[type=checkbox][value='沖縄県']").isSelected())
                    .isTrue();
            choose(browser, "沖縄県", "3件の記述（2事例）");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void chipsPaginationAndSortOrderUpdateInPlace() {
        String query = "/?q=" + Site.encoded("寄合");
        try (var browser = new Browser(true).open(site, query + "&kind=subsection&size=10")) {
            browser.markDocument();

            browser.click(".page-step[rel=next]");
            browser.waitForText(".range", "11〜20件目");
            browser.select("#_sort", "事例番号順");
            browser.waitForUrl("sort=number");
            browser.waitForText(".range", "1〜10件目");
            browser.click(".chip");
            browser.waitUntilGone(".chips");

            assertThat(browser.url()).endsWith(query + "&sort=number&size=10");
            assertThat(browser.isMarkedDocument()).isTrue();
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void matchKeysMoveBetweenMatchesUnlessDisabled() {
        try (var browser = new Browser(true).open(site, "/cases/invented-1?q=" + Site.encoded("看取り"))) {
            browser.press("nnp");
            assertThat(browser.find("[data-place]").getText()).isEqualTo("1 / 4");
            browser.press("p");
            assertThat(browser.find("mark.current").getDomAttribute("id")).isEqualTo("_hit-4");

            browser.click("[data-keys]");
            browser.press("n");

            assertThat(browser.find("[data-place]").getText()).isEqualTo("4 / 4");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        try (var browser = new Browser(false).open(site, "/")) {
            browser.find("#_q").sendKeys("看取り", Keys.ENTER);
            browser.waitForText(".count", "3件の記述（2事例）");

            browser.click("input[type=checkbox][value='長野県']");
            browser.click("input[type=checkbox][value='訪問看護']");
            browser.click(".filters .without-script button");
            browser.waitForText(".count", "1件の記述（1事例）");
            browser.click(".hit-heading a");
            assertThat(browser.find("#s1-1 .text mark").getText()).isEqualTo("看取り");
            browser.click(".hitbar-first a");
            assertThat(browser.url()).endsWith("#_hit-1");
            browser.click(".back a");

            browser.waitForText(".count", "1件の記述（1事例）");
        }
    }
}
