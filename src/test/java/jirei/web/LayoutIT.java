package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Layout, colours and fonts of the pages over the shipped corpus, in a real browser. */
class LayoutIT {
    private static final int PHONE = 390;
    private static final int MAX_CASE_HEIGHT = 8000;
    private static final String QUERY = "?q=" + Site.encoded("看取り");

    /** Draws each character with both weights and returns those that are not clearly bolder. */
    private static final String THIN =
            """
            await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 32px "Noto Sans JP"`, text)));
            const canvas = new OffscreenCanvas(48, 48);
            const context = canvas.getContext("2d", { willReadFrequently: true });
            function ink(weight, character) {
                context.clearRect(0, 0, 48, 48);
                context.font = `${weight} 32px "Noto Sans JP"`;
                context.fillText(character, 8, 40);
                return context.getImageData(0, 0, 48, 48).data.reduce((sum, value) => sum + value, 0);
            }
            return [...text].filter((each) => ink(700, each) < 1.1 * ink(400, each)).join("");
            """;

    /** Loads the first file of a weight with half-width glyphs; a character of another font keeps its width. */
    private static final String MISSING =
            """
            const face = new FontFace("First", `url(${file})`, { sizeAdjust: "50%" });
            document.fonts.add(await face.load());
            const context = new OffscreenCanvas(48, 48).getContext("2d");
            context.font = '32px "First"';
            return [...text].filter((each) => Math.abs(context.measureText(each).width - 16) > 1).join("");
            """;

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

    /** The kanji of the shipped cases and of the lexicon, each once. */
    private static String kanji() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            StringBuilder text = new StringBuilder();
            for (Path file : all) {
                text.append(Files.readString(file));
            }
            return text.codePoints()
                    .filter(Character::isIdeographic)
                    .distinct()
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
    }

    private static String top(Browser browser, String selector) {
        return browser.evaluate(
                "return Math.round(document.querySelector('" + selector + "').getBoundingClientRect().top + scrollY)");
    }

    @Test
    void everyShippedCaseFitsOnTenScreensOfAPhone() throws Exception {
        try (var browser = new Browser(true).resize(PHONE)) {
            for (int number = 1; number <= 16; number++) {
                String path = "/cases/mieruka-h29-" + (number < 10 ? "0" : "") + number;
                browser.open(site, path);

                assertThat(Integer.parseInt(browser.evaluate("return document.documentElement.scrollHeight")))
                        .as(path)
                        .isLessThanOrEqualTo(MAX_CASE_HEIGHT);
            }
        }
    }

    @Test
    void whatIsFoldedOnAPhoneOpensForALinkIntoIt() {
        try (var browser = new Browser(true).resize(PHONE).open(site, "/cases/mieruka-h29-04")) {
            String id = browser.evaluate("return document.querySelector('.block-fold .section').id");
            assertThat(browser.find(".block-fold").getDomProperty("open")).isEqualTo("false");

            browser.script("location.hash = '" + id + "'");

            browser.waitUntil("return document.querySelector('.block-fold').open");
            browser.open(site, "/cases/mieruka-h29-04?x").open(site, "/cases/mieruka-h29-04#" + id);
            assertThat(browser.find(".block-fold").getDomProperty("open")).isEqualTo("true");
        }
    }

    @Test
    void everySectionHasAStarRolesToo() {
        try (var browser = new Browser(true).open(site, "/cases/mieruka-h29-04")) {
            assertThat(browser.evaluate("return [...document.querySelectorAll('.section')]"
                            + ".filter((section) => !section.querySelector('.keep-item')).length"))
                    .isEqualTo("0");
            assertThat(browser.evaluate("return document.querySelectorAll('.section-role .keep-item').length"))
                    .isEqualTo(browser.evaluate("return document.querySelectorAll('.section-role').length"));
        }
    }

    @Test
    void theOutlineStaysInSightAndClosesAfterAChoice() {
        try (var browser = new Browser(true).resize(PHONE).open(site, "/cases/mieruka-h29-04" + QUERY)) {
            browser.script("scrollTo(0, 2500)");
            browser.waitUntil("return document.querySelector('.outline').getBoundingClientRect().top < 100");
            browser.script("document.querySelector('.outline summary').click()");

            browser.script("document.querySelector('.outline li:nth-child(5) a').click()");

            browser.waitUntil("return !document.querySelector('.outline details').open");
        }
    }

    @Test
    void theOutlineClosesWhenTheScreenBecomesNarrow() {
        try (var browser = new Browser(true).resize(1180).open(site, "/cases/mieruka-h29-04" + QUERY)) {
            assertThat(browser.evaluate("return document.querySelector('.outline details').open"))
                    .isEqualTo("true");

            browser.resize(820);

            browser.waitUntil("return !document.querySelector('.outline details').open");
        }
    }

    @Test
    void withoutScriptsAnOpenOutlineScrollsAway() {
        try (var browser = new Browser(false).resize(PHONE).open(site, "/cases/mieruka-h29-04" + QUERY)) {
            assertThat(browser.find(".outline").getCssValue("position")).isEqualTo("static");
        }
    }

    @ParameterizedTest
    @CsvSource({"1366, 657", "390, 844"})
    void theStartPageHasCasesWithinTwoScreens(int width, int height) {
        try (var browser = new Browser(true).resize(width).open(site, "/")) {
            assertThat(Integer.parseInt(top(browser, ".case-card"))).isLessThan(2 * height);
            if (width > PHONE) {
                assertThat(Integer.parseInt(top(browser, ".map")))
                        .as("the map is beside the box")
                        .isLessThan(Integer.parseInt(top(browser, ".hero .search-box")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/" + "?q=a"})
    void theMenuOnAPhoneClosesAndCoversNothing(String path) {
        try (var browser = new Browser(true).resize(PHONE).open(site, path)) {
            browser.click(".site-menu > summary");

            assertThat(browser.evaluate("const box = document.querySelector('.search-button').getBoundingClientRect();"
                            + "return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)"
                            + ".closest('.search-button') !== null"))
                    .isEqualTo("true");
            browser.press(Keys.ESCAPE);
            assertThat(browser.find(".site-menu").getDomProperty("open")).isEqualTo("false");
            assertThat(browser.evaluate("return document.activeElement.textContent"))
                    .isEqualTo("メニュー");

            browser.click(".site-menu > summary");
            browser.click("main");
            browser.waitUntil("return !document.querySelector('.site-menu').open");
        }
    }

    @Test
    void everyKanjiOfCasesAndLexiconHasBothWeights() throws Exception {
        String kanji = "const text = '" + kanji() + "';";
        try (var browser = new Browser(true).open(site, "/help")) {
            for (String weight : List.of("regular", "bold")) {
                String file = "const file = '/static/fonts/noto-sans-jp-2.004.1-1-" + weight + ".woff2';";
                assertThat(browser.evaluateAsync(kanji + file + MISSING))
                        .as("missing in the first file, " + weight)
                        .isEmpty();
            }
            assertThat(browser.evaluateAsync(kanji + THIN)).as("not bold").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=%E7%9C%8B%E5%8F%96%E3%82%8A",
                "/cases/mieruka-h29-04?q=%E7%9C%8B%E5%8F%96%E3%82%8A",
                "/like?like.name=%E5%A4%A7%E5%AD%90",
                "/like?like.name=%E5%92%8C%E6%B3%89%E5%B8%82",
                "/compare?case=mieruka-h29-04&case=mieruka-h29-10",
                "/charts?q=%E7%9C%8B%E5%8F%96%E3%82%8A",
                "/help",
                "/shortlist",
                "/cases/nowhere"
            })
    void darkPagesHaveEnoughContrast(String path) throws Exception {
        try (var browser = new Browser(true).colorScheme("dark").resize(PHONE).open(site, path)) {
            assertThat(browser.evaluate("return getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(22, 24, 29)");
            Axe.load(browser);
            for (int width : List.of(PHONE, 1366)) {
                browser.resize(width);
                assertThat(Axe.run(browser)[2]).as(path + " at " + width).isEmpty();
            }
        }
    }
}
