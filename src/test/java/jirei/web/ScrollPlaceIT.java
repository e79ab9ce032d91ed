package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A scrolled page answers filters without moving the control in use, at the widths of phone, notebook and wide screen. */
class ScrollPlaceIT {
    private static final String QUERY = "/?q=" + Site.encoded("連携");
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Browser.assumeAvailable();
        site = Site.shipped(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366, 1920})
    void aTickedFacetKeepsPlaceAndFocus(int width) {
        try (var browser = scrolled(width, "_actor-医師会")) {
            double before = top(browser, "_actor-医師会");
            browser.type(Keys.SPACE);
            browser.waitForUrl("actor=");

            assertAnswered(browser, "_actor-医師会", before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366, 1920})
    void aTypedBoundKeepsPlaceAndFocus(int width) {
        try (var browser = scrolled(width, "_range-population-least")) {
            double before = top(browser, "_range-population-least");
            browser.type("1万", Keys.ENTER);
            browser.waitForUrl("population.min=");

            assertAnswered(browser, "_range-population-least", before);
        }
    }

    /** Scrolls so far that the focused control is in the middle of the window and the top of the page is out of sight. */
    private static Browser scrolled(int width, String id) {
        var browser = new Browser(true).resize(width).open(site, QUERY);
        browser.script("document.getElementById('_filters').open = true;"
                + "const control = document.getElementById('" + id + "');"
                + "control.scrollIntoView({ block: 'center' });"
                + "if (scrollY < 100) scrollTo(0, 100);"
                + "control.focus({ preventScroll: true });");
        assertThat(Double.parseDouble(browser.evaluate("return scrollY"))).isGreaterThanOrEqualTo(100);
        return browser;
    }

    private static double top(Browser browser, String id) {
        return Double.parseDouble(
                browser.evaluate("return document.getElementById('" + id + "').getBoundingClientRect().top"));
    }

    private static void assertAnswered(Browser browser, String id, double before) {
        browser.waitUntil("return document.getElementById('_announcement').textContent !== '' && "
                + "document.querySelector('.chips') !== null && document.querySelector('.htmx-settling') === null");
        assertThat(top(browser, id)).as("top of the control").isCloseTo(before, within(1.0));
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo(id);
        assertThat(browser.evaluate("return document.getElementById('_announcement').textContent"))
                .contains(browser.find(".count").getText());
    }
}
