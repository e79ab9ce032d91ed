package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The main pages at the widths of phones, a tablet, notebooks and a wide screen, light and dark: nothing is cut off at the side. Writes
 * screenshots to {@code target/screenshots}.
 */
class WidthsIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int[] WIDTHS = {360, 390, 768, 1280, 1366, 1920};
    private static Site site;

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

    @ParameterizedTest
    @CsvSource({
        "start, light, /",
        "start, dark, /",
        "results, light, /?q=%E9%80%A3%E6%90%BA",
        "results, dark, /?q=%E9%80%A3%E6%90%BA",
        "case, light, /cases/mieruka-h29-04",
        "case, dark, /cases/mieruka-h29-04"
    })
    void nothingIsCutOffAtTheSide(String page, String scheme, String path) throws Exception {
        try (var browser = new Browser(true).colorScheme(scheme).open(site, path)) {
            for (int width : WIDTHS) {
                browser.resize(width);
                browser.evaluateAsync("await document.fonts.ready; await new Promise(requestAnimationFrame)");
                Files.write(
                        SCREENSHOTS.resolve("widths-" + page + "-" + width + "-" + scheme + ".png"),
                        browser.screenshot());

                assertThat(browser.evaluate("return document.documentElement.scrollWidth - innerWidth"))
                        .as("%s at %s", page, width)
                        .isEqualTo("0");
            }
        }
    }
}
