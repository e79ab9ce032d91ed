package jirei.web;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page over the shipped corpus, from phone to wide screen: no violation of WCAG 2.2 A and AA found by axe, no
 * horizontal overflow, no console message. Writes screenshots and the results of axe to {@code target/screenshots}.
 */
class PagesIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** Columns: view, number of rules passed, rules that need manual review, violations. */
    private static final Path REPORT = SCREENSHOTS.resolve("axe.tsv");

    private static final List<Integer> WIDTHS = List.of(360, 768, 1280, 1920);
    /** The layout changes between these widths. */
    private static final List<Integer> AXE_WIDTHS = List.of(360, 1280);

    private static final String QUERY = "q=" + Site.encoded("看取り");
    private static final String CASE = "/cases/mieruka-h29-04";

    private static final String FIVE = IntStream.rangeClosed(1, 5)
            .mapToObj(number -> "case=mieruka-h29-0" + number)
            .collect(Collectors.joining("&"));

    private static Site site;

    /**
     * @param name the name of the screenshot
     * @param path the path of the page
     * @param prepare what to do on the page first
     */
    record View(String name, String path, Consumer<Browser> prepare) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static View view(String name, String path) {
        return new View(name, path, browser -> {});
    }

    static List<View> views() {
        return List.of(
                view("start", "/"),
                new View("start-suggestions", "/", PagesIT::openSuggestions),
                view("results", "/?" + QUERY),
                new View("results-suggestions", "/?" + QUERY, PagesIT::openSuggestions),
                new View("results-open", "/?" + QUERY + "&prefecture=" + Site.encoded("大阪府"), PagesIT::openAll),
                new View("results-kept", "/?" + QUERY, PagesIT::keepTwo),
                view(
                        "results-grouped",
                        "/?" + QUERY + "&group=case&population.min=10000&not.actor=" + Site.encoded("病院")),
                view("results-corrected", "/?q=" + Site.encoded("ケアマネジャ 訪門看護")),
                view("results-empty", "/?q=" + Site.encoded("量子力学")),
                view("case", CASE + "?" + QUERY + "#a2"),
                new View("case-open", CASE + "?" + QUERY, PagesIT::openAll),
                view("similar-sections", CASE + "/sections/a2/similar"),
                view("why", CASE + "/sections/a2/why?" + QUERY),
                view("like", "/like"),
                new View("like-answer", "/like?like.name=" + Site.encoded("大阪府和泉市"), PagesIT::openAll),
                view("compare", "/compare"),
                view("compare-two", "/compare?case=mieruka-h29-04&case=mieruka-h29-10&" + QUERY),
                view("shortlist", "/shortlist"),
                new View("shortlist-kept", "/?" + QUERY, PagesIT::showShortlist),
                view(
                        "shortlist-shared",
                        "/shortlist?item=mieruka-h29-04/a2&note=" + Site.encoded("夜の体制") + "&item=mieruka-h29-10"),
                view("charts", "/charts?" + QUERY),
                view("results-matches", "/?" + QUERY + "&group=match"),
                view("help", "/help"),
                view("about", "/about"),
                view("error", "/cases/nowhere"),
                new View(
                        "results-wrong-range",
                        "/?" + QUERY + "&ageing.min=" + Site.encoded("三割") + "&area.min=9&area.max=3",
                        PagesIT::openAll),
                view("like-wrong-figure", "/like?like.ageing=" + Site.encoded("三割")),
                view("compare-five", "/compare?" + FIVE),
                view("error-request", "/?prefecture=" + Site.encoded("どこか県")));
    }

    private static void openSuggestions(Browser browser) {
        browser.focus("#_q");
        browser.script("document.getElementById('_q').select()");
        browser.press("かん");
        browser.waitUntil("return !document.getElementById('_suggestions').hidden");
    }

    private static void openAll(Browser browser) {
        browser.script("document.querySelectorAll('main details').forEach((details) => { details.open = true })");
    }

    private static void keepTwo(Browser browser) {
        browser.waitUntil("return document.querySelectorAll('[data-keep]').length > 1");
        browser.script("[...document.querySelectorAll('[data-keep]')].slice(0, 2).forEach((button) => button.click());"
                + "document.querySelector('[data-compare]').click();"
                + "[...document.querySelectorAll('[data-compare][aria-pressed=false], [data-compare]:not(.is-kept)')][3].click();"
                + "document.getElementById('_keep').open = true;"
                + "document.querySelector('[data-save-search]').click();");
        browser.waitForText("[data-save-search]", "この検索の保存を取り消す");
    }

    private static void showShortlist(Browser browser) {
        keepTwo(browser);
        browser.open(site, "/shortlist");
        browser.waitUntil("return document.querySelectorAll('.item').length === 2");
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Browser.assumeAvailable();
        site = Site.shipped(folder);
        Files.createDirectories(SCREENSHOTS);
        Files.deleteIfExists(REPORT);
    }

    @AfterAll
    static void stop() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void pagesAreAccessibleAndFitAtEveryWidth(View view) throws IOException {
        try (var browser = new Browser(true)) {
            browser.resize(WIDTHS.getFirst()).open(site, view.path());
            view.prepare().accept(browser);
            Axe.load(browser);
            for (int width : WIDTHS) {
                browser.resize(width);
                checkAt(browser, view, width);
            }
            assertThat(browser.consoleMessages())
                    .filteredOn(complaint ->
                            !view.name().startsWith("error") || !complaint.contains("Failed to load resource"))
                    .as("console of " + view)
                    .isEmpty();
        }
    }

    private static void checkAt(Browser browser, View view, int width) throws IOException {
        String name = String.format(Locale.ROOT, "%s-%d", view, width);
        browser.evaluateAsync("await document.fonts.ready; await new Promise(requestAnimationFrame)");
        Files.write(SCREENSHOTS.resolve(name + ".png"), browser.screenshot());
        assertThat(browser.evaluate("return document.documentElement.scrollWidth > innerWidth"))
                .as("horizontal overflow: " + name)
                .isEqualTo("false");
        if (AXE_WIDTHS.contains(width)) {
            browser.script("scrollTo(0, 0)"); // a bar that stays in view covers what is scrolled below it
            String[] found = Axe.run(browser);
            Files.writeString(REPORT, name + "\t" + String.join("\t", found) + "\n", CREATE, APPEND);
            assertThat(found[2]).as("axe on " + name).isEmpty();
        }
    }
}
