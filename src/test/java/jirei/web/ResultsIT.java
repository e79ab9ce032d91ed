package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The result page over the shipped corpus: size, layout stability, and history. */
class ResultsIT {
    private static final String QUERY = "/?q=" + Site.encoded("看取り");
    private static final Path FIGURES = Path.of("target", "screenshots");
    private static final int MAX_BYTES_SENT = 100_000;
    private static final double MAX_SHIFT = 0.05;

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

    @Test
    void theFirstPageLoadIsSmall() throws Exception {
        try (var browser = new Browser(true)) {
            browser.clearCache();
            browser.open(site, QUERY);
            String bytes = browser.evaluate(
                    """
                    const files = performance.getEntriesByType("resource").filter(({ name }) => /\\.(css|js)\\?/.test(name));
                    const all = [...performance.getEntriesByType("navigation"), ...files];
                    const sum = (size) => all.reduce((before, entry) => before + entry[size], 0);
                    return `${sum("transferSize")} ${sum("decodedBodySize")} ${files.length}`;
                    """);
            String[] sums = bytes.split(" ", -1);
            Files.createDirectories(FIGURES);
            Files.writeString(
                    FIGURES.resolve("first-view.txt"),
                    "bytes sent, bytes unpacked, style sheets and scripts: " + bytes + "\n");

            assertThat(Integer.parseInt(sums[2])).as("style sheets and scripts").isGreaterThan(5);
            assertThat(Integer.parseInt(sums[0])).as("bytes sent").isBetween(1, MAX_BYTES_SENT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void layoutDoesNotShiftOnLoadOrFilter(int width) {
        try (var browser = new Browser(true).resize(width)) {
            browser.open(site, QUERY);
            browser.script(
                    """
                    let shift = 0;
                    const add = (entries) => entries.forEach((entry) => {
                        if (!entry.hadRecentInput) shift += entry.value;
                    });
                    const observer = new PerformanceObserver((list) => add(list.getEntries()));
                    observer.observe({ type: "layout-shift", buffered: true });
                    window.takeShift = () => {
                        add(observer.takeRecords());
                        const taken = shift;
                        shift = 0;
                        return taken;
                    };
                    """);
            double loaded = shift(browser);
            browser.script("document.getElementById('_filters').open = true");
            shift(browser);
            String place = browser.evaluate(positionOf("_prefecture-大阪府"));

            // clicked by a script, so that the shift is not attributed to user input
            browser.script("document.getElementById('_prefecture-大阪府').click()");
            browser.waitForTextPart(".chips", "大阪府");
            double answered = shift(browser);

            assertThat(loaded).as("shift while loading").isLessThanOrEqualTo(MAX_SHIFT);
            assertThat(answered).as("shift while filters answer").isLessThanOrEqualTo(MAX_SHIFT);
            assertThat(browser.evaluate(positionOf("_prefecture-大阪府")))
                    .as("position of the check box")
                    .isEqualTo(place);
        }
    }

    /** Returns the shift since the last call, once all changes so far are drawn, however long that takes. */
    private static double shift(Browser browser) {
        browser.waitForSuggestionDelay();
        return Double.parseDouble(
                browser.evaluateAsync(
                        """
                await document.fonts.ready;
                for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
                return window.takeShift();
                """));
    }

    private static String positionOf(String id) {
        return "return Math.round(document.getElementById('" + id + "').getBoundingClientRect().top)";
    }

    @Test
    void backRestoresQueryFiltersAndScrollPosition() {
        try (var browser = new Browser(true).open(site, "/")) {
            browser.tabTo("#_q").type("看取り", Keys.ENTER);
            browser.waitForTextPart(".count", "件の記述");
            browser.click("#_prefecture-大阪府");
            browser.waitForTextPart(".chips", "大阪府");
            browser.script("document.querySelectorAll('.hit-heading a')[3].scrollIntoView()");
            String place = browser.evaluate("return Math.round(scrollY)");

            browser.focus(".hits > li:nth-child(4) .hit-heading a");
            browser.type(Keys.ENTER);
            browser.waitForUrl("/cases/");
            browser.back();
            browser.waitForTextPart(".chips", "大阪府");

            assertThat(browser.find("#_q").getDomProperty("value")).isEqualTo("看取り");
            assertThat(browser.find("#_prefecture-大阪府").isSelected()).isTrue();
            browser.waitUntil("return Math.abs(scrollY - " + place + ") < 100");
            browser.forward();
            browser.waitForUrl("/cases/");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void aCorrectionCanBeRevertedByKeyboard() {
        try (var browser = new Browser(true).open(site, "/?q=" + Site.encoded("訪門看護"))) {
            browser.waitForTextPart(".spelling", "「訪問看護」で検索しました");

            browser.tabTo(".spelling a").type(Keys.ENTER);

            browser.waitForUrl("correction=off");
            browser.waitForTextPart("h1", "訪門看護");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }
}
