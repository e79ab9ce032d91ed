package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of words and judgments in a browser. */
class WordPagesIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static WordSite words;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Browser.assumeAvailable();
        words = new WordSite(folder);
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void stop() throws Exception {
        if (words != null) {
            words.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/library/lexicon",
                "/library/lexicon/synonyms?edit=2",
                "/library/lexicon/user-dictionary",
                "/library/lexicon/actors?find=会",
                "/library/lexicon/synonyms/text",
                "/library/lexicon/synonyms/history",
                "/library/missing-words",
                "/library/judge?q=港"
            })
    void pagesAreAccessibleAndFit(String path) throws IOException {
        try (var browser = new Browser(true)) {
            for (int width : new int[] {390, 1366}) {
                browser.resize(width)
                        .open(words.site, path.replace("会", Site.encoded("会")).replace("港", Site.encoded("港")));
                Files.write(
                        SCREENSHOTS.resolve("words" + path.replaceAll("[^a-z]+", "-") + "-" + width + ".png"),
                        browser.screenshot());
                Axe.load(browser);

                assertThat(Axe.run(browser)[2]).isEmpty();
                browser.colorScheme("dark");
                assertThat(Axe.run(browser)[2]).as("dark").isEmpty();
                browser.colorScheme("light");
                assertThat(browser.evaluate("return document.documentElement.scrollWidth > innerWidth"))
                        .isEqualTo("false");
                assertThat(browser.consoleMessages()).isEmpty();
            }
        }
    }

    @Test
    void aChoiceIsSavedAtOnce() {
        try (var browser = new Browser(true)) {
            browser.resize(390).open(words.site, "/library/judge?q=" + Site.encoded("灯台"));
            browser.script("document.querySelector('input[value=\"2\"]').click()");
            browser.waitForText("#_judge-status", "1番の判定を保存しました。");

            browser.open(words.site, "/library/judge?q=" + Site.encoded("灯台"));

            assertThat(browser.evaluate("return document.querySelector('input[value=\"2\"]').checked"))
                    .isEqualTo("true");
        }
    }
}
