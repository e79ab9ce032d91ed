package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Map, case page and fonts in a real browser. */
class MapAndReaderIT extends BrowserFixture {
    private static final String QUERY = "?q=" + Site.encoded("看取り");

    @Test
    void theMapKeepsFocusAfterFilteringByKeyboard() {
        try (var browser = new Browser(true).open(site, "/" + QUERY)) {
            browser.markDocument();
            browser.find("#_map > summary").sendKeys(Keys.ENTER);

            browser.find("#_map-okinawa").sendKeys(Keys.ENTER);
            browser.waitForText(".count", "1件の記述（1事例）");

            assertThat(browser.isMarkedDocument())
                    .as("the page is not reloaded")
                    .isTrue();
            assertThat(browser.find("#_map").getDomProperty("open")).isEqualTo("true");
            assertThat(browser.focused().getDomAttribute("id")).isEqualTo("_map-okinawa");
            assertThat(browser.focused().getDomAttribute("aria-current")).isEqualTo("true");
            assertThat(browser.find("input[type=checkbox][value='沖縄県']").isSelected())
                    .isTrue();

            browser.press(Keys.ENTER);
            browser.waitForText(".count", "3件の記述（2事例）");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void theMapWorksWithoutJavaScript() {
        try (var browser = new Browser(false).open(site, "/")) {
            browser.click("#_map-nagano");
            browser.waitForText(".count", "31件の記述（2事例）");

            browser.click("#_map > summary");
            browser.click("#_map-okinawa");

            browser.waitForUrl(Site.encoded("長野県") + "&prefecture=" + Site.encoded("沖縄県"));
        }
    }

    @Test
    void theBackLinkReturnsToTheHit() {
        try (var browser = new Browser(true).open(site, "/" + QUERY)) {
            browser.click("[id='hit-invented-1/s1-1'] .hit-heading a");
            browser.click(".back a");

            browser.waitForUrl("#hit-invented-1/s1-1");
            assertThat(browser.evaluate("return document.querySelector(':target').id"))
                    .isEqualTo("hit-invented-1/s1-1");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void theMinimapLinksToMatches() {
        try (var browser = new Browser(true).open(site, "/cases/invented-1" + QUERY)) {
            browser.find(".minimap a:last-of-type").sendKeys(Keys.ENTER);

            browser.waitForUrl("#s1-1");
            assertThat(browser.find("mark.current").getDomAttribute("id")).isEqualTo("_hit-3");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void pagesUseTheShippedFont() {
        try (var browser = new Browser(true).open(site, "/")) {
            String loaded = browser.evaluate("return document.fonts.ready.then(() => [...document.fonts]"
                    + ".filter((font) => font.status === 'loaded').map((font) => font.family + font.weight).join())");

            assertThat(loaded.replace("\"", "")).contains("Noto Sans JP400", "Noto Sans JP700");
            assertThat(browser.evaluate("return performance.getEntriesByType('resource')"
                            + ".filter((entry) => new URL(entry.name).origin !== location.origin).length"))
                    .as("requests to other origins")
                    .isEqualTo("0");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void pagesFitOnASmallPhone() {
        try (var browser = new Browser(true).resize(320)) {
            for (String path : List.of("/", "/" + QUERY, "/cases/invented-1" + QUERY, "/help", "/nowhere")) {
                browser.open(site, path);
                browser.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })");

                assertThat(browser.evaluate("return document.documentElement.scrollWidth > innerWidth"))
                        .as(path)
                        .isEqualTo("false");
            }
        }
    }
}
