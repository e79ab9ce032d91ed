package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of an original in a browser. */
class OriginalIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String PAGE = "/cases/island/pages/1?q=" + Site.encoded("荷物");

    private static IslandSite island;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Browser.assumeAvailable();
        island = new IslandSite(folder, Duration.ofSeconds(40));
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void stop() throws Exception {
        if (island != null) {
            island.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void aPageIsAccessibleAndFitsAlsoZoomed(int width) throws IOException {
        try (var browser = new Browser(true)) {
            browser.resize(width);
            for (String zoom : new String[] {"", "&zoom=2"}) {
                browser.open(island.site(), PAGE + "&section=s1" + zoom);
                browser.waitUntil("return document.querySelector('.sheet img').naturalWidth > 0");
                Files.write(
                        SCREENSHOTS.resolve("original" + zoom.replaceAll("\\W", "-") + "-" + width + ".png"),
                        browser.screenshot());
                Axe.load(browser);

                assertThat(Axe.run(browser)[2]).isEmpty();
                assertThat(browser.evaluate("return document.documentElement.scrollWidth > innerWidth"))
                        .isEqualTo("false");
                assertThat(browser.consoleMessages()).isEmpty();
            }
        }
    }

    @Test
    void theMarksCoverTheImageWithoutJavaScriptToo() {
        try (var browser = new Browser(false)) {
            browser.resize(390).open(island.site(), PAGE);

            assertThat(
                            browser.evaluate(
                                    """
                            const image = document.querySelector(".sheet img").getBoundingClientRect();
                            const marks = document.querySelector(".sheet-marks").getBoundingClientRect();
                            return Math.abs(image.width - marks.width) < 1 && Math.abs(image.height - marks.height) < 1
                                && image.width > 300;
                            """))
                    .isEqualTo("true");
        }
    }
}
