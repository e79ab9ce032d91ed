package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Every flow with the keyboard alone: the tab key leads to all that is used, and the focus shows there. */
class KeyboardIT {
    private static final String QUERY = "/?q=" + Site.encoded("看取り");
    private static Site site;

    private Browser browser;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Browser.require();
        site = Site.over(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @BeforeEach
    void open() {
        browser = new Browser(true).open(site, QUERY);
    }

    @AfterEach
    void close() {
        try {
            assertThat(browser.complaints()).isEmpty();
        } finally {
            browser.close();
        }
    }

    private void enter(String selector) {
        browser.tabTo(selector).type(Keys.ENTER);
    }

    @Test
    void theFirstStepSkipsTheHead() {
        enter(".skip");

        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("_main");
    }

    @Test
    void oneSearches() {
        browser.open(site, "/").tabTo("#_q").type("灯台", Keys.ENTER);

        browser.waitForText(".count", "1件の記述（1事例）");
    }

    @Test
    void oneNarrowsExcludesAndTakesBack() {
        browser.tabTo("#_actor-医師会").type(Keys.SPACE);
        browser.waitForText(".count", "2件の記述（1事例）");
        enter(".chip-clear");
        browser.waitForText(".count", "3件の記述（2事例）");
        enter("#_excluding > summary");
        browser.tabTo("#_not_actor-病院").type(Keys.SPACE);

        browser.waitForText(".count", "2件の記述（1事例）");
    }

    @Test
    void oneSetsARangeAnOrderAndAGrouping() {
        browser.tabTo("#_range-population-least").type("1万", Keys.TAB);
        browser.waitForText(".count", "2件の記述（1事例）");
        browser.tabTo("#_sort").type(Keys.DOWN);
        browser.waitForUrl("sort=");
        browser.tabTo("#_group").type(Keys.DOWN);

        browser.waitForText(".group-title", "山の町の夜を支える輪番");
    }

    @Test
    void oneChoosesOnTheMap() {
        enter("#_map > summary");
        enter("#_map-okinawa");

        browser.waitForText(".count", "1件の記述（1事例）");
    }

    @Test
    void oneReadsAndComesBack() {
        enter(".hit-heading a");
        browser.waitForUrl("/cases/");
        browser.type("n");
        assertThat(browser.find("mark.current").isDisplayed()).isTrue();
        enter("[data-step='1']");
        enter(".back a");

        browser.waitForText(".count", "3件の記述（2事例）");
    }

    @Test
    void oneAsksWhy() {
        enter(".hit-why a");

        browser.waitForTextPart(".hit-reason", "看取り");
    }

    @Test
    void oneFindsTownsLikeOnesOwn() {
        enter(".site-nav a[href='/like']");
        browser.tabTo("#_like-name").type("長野県みやま町", Keys.ENTER);

        browser.waitForText("#_alike", "長野県みやま町に似た自治体の事例");
    }

    @Test
    void oneCompares() {
        enter("[data-compare='invented-1']");
        enter("[data-compare='invented-2']");
        enter(".tray-go");

        browser.waitForText(".compare-table caption", "事例の比較（印は「看取り」にあてはまる所）");
        browser.tabTo(".compare-table a");
    }

    @Test
    void oneKeepsWithANoteAndTakesOut() {
        enter("[data-keep='invented-1/s1-1']");
        enter(".site-nav a[href='/shortlist']");
        browser.waitForText(".item-heading", "看取りの連絡網");
        browser.tabTo("[data-note]").type("夜の体制");
        enter("[data-remove]");

        browser.waitForText(".undo button", "元に戻す");
    }

    @Test
    void oneExports() throws Exception {
        browser.tabTo(".export a");

        String link = String.valueOf(browser.focused().getDomAttribute("href"));
        assertThat(site.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void oneAsksForHelp() {
        enter(".site-nav a[href='/help']");
        enter(".help a[href='#_accessibility']");

        browser.waitForUrl("/help#_accessibility");
    }

    @Test
    void theMenuOpensOnATelephone() {
        browser.narrow(360);
        assertThat(browser.find(".site-nav a").isDisplayed()).isFalse();

        enter(".site-menu > summary");
        enter(".site-nav a[href='/help']");

        browser.waitForUrl("/help");
    }

    @Test
    void whatIsBeingComposedIsNotSearchedFor() {
        browser.open(site, "/").tabTo("#_q");
        browser.markDocument();

        browser.composeText("みと");
        browser.waitLongerThanASuggestionTakes();
        assertThat(browser.isMarkedDocument()).isTrue();
        assertThat(browser.find("#_suggestions").isDisplayed()).isFalse();
        browser.confirmText("看取り");
        browser.type(Keys.ENTER);

        browser.waitForText(".count", "3件の記述（2事例）");
    }
}
