package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many hits of the shipped corpus a reader sees without scrolling. */
class ResultDensityIT {
    /** The height of the page on a small notebook, in CSS pixels. */
    private static final int NOTEBOOK_HEIGHT = 657;

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
    @ValueSource(strings = {"看取り", "連携", "研修 医師会", "研修 -病院", "大子町", "看取リ", "札幌市の看取り", "都道府県:大阪府 連携"})
    void fourHitsFitOnANotebookAndTheFirstBeginsHighOnAPhone(String query) {
        try (var browser = new Browser(true).resize(1366).open(site, "/?q=" + Site.encoded(query))) {
            assertThat(Integer.parseInt(browser.evaluateAsync(
                            """
                                    await document.fonts.ready;
                                    return [...document.querySelectorAll(".hits > li")]
                                        .filter((hit) => hit.getBoundingClientRect().bottom <= %d).length;
                                    """
                                    .replace("%d", Integer.toString(NOTEBOOK_HEIGHT)))))
                    .isGreaterThanOrEqualTo(4);

            browser.resize(390);
            assertThat(Double.parseDouble(
                            browser.evaluate("return document.querySelector('.hits').getBoundingClientRect().top")))
                    .isLessThanOrEqualTo(300);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"看取り", "研修 医師会"})
    void everyHitShowsAMatch(String query) {
        try (var browser = new Browser(true).resize(390).open(site, "/?q=" + Site.encoded(query))) {
            assertThat(
                            browser.evaluate(
                                    """
                                    return [...document.querySelectorAll(".hits .snippet:nth-child(-n + 2)")].filter((snippet) => {
                                        const mark = snippet.querySelector("mark");
                                        return mark && mark.getBoundingClientRect().top >= snippet.getBoundingClientRect().bottom - 2;
                                    }).length;
                                    """))
                    .isEqualTo("0");
        }
    }
}
