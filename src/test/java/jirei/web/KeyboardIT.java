package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Every flow by keyboard alone: the tab key reaches every control, and the focus is visible. */
class KeyboardIT extends BrowserFixture {
    private static final String QUERY = "/?q=" + Site.encoded("看取り");
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(true).open(site, QUERY);
    }

    @AfterEach
    void close() {
        try {
            assertThat(browser.consoleMessages()).isEmpty();
        } finally {
            browser.close();
        }
    }

    private void press(String selector) {
        browser.tabTo(selector).type(Keys.ENTER);
    }

    @Test
    void theFirstTabStopSkipsTheHeader() {
        press(".skip");

        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("_main");
    }

    @Test
    void theSecondSkipLinkLeadsToTheHits() {
        press(".skip[href='#_results']");
        browser.type(Keys.TAB);

        assertThat(browser.evaluate("return document.activeElement.matches('.hit-heading a')"))
                .isEqualTo("true");
    }

    /** Returns the number of tabs from the top to an element inside {@code selector}; 50 if none is reached. */
    private int tabsTo(String selector) {
        int tabs = 0;
        while (tabs < 50
                && browser.evaluate("return document.activeElement.closest('" + selector + "')")
                        .equals("null")) {
            browser.type(Keys.TAB);
            tabs++;
        }
        return tabs;
    }

    @Test
    void theFirstHitIsAtMostTwelveTabsAway() {
        assertThat(tabsTo(".hits")).isLessThanOrEqualTo(12);
    }

    @Test
    void onANarrowScreenTheFiltersComeBeforeTheHits() {
        browser.resize(390).open(site, QUERY);

        assertThat(tabsTo("#_filters")).isLessThan(50);
        assertThat(tabsTo(".hits")).isPositive().isLessThan(12);
    }

    @Test
    void theSlashLeadsToTheSearchBoxAndIsTypedThere() {
        browser.type("/");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("_q");

        browser.type("灯/台");
        assertThat(browser.find("#_q").getDomProperty("value")).isEqualTo("灯/台");
    }

    @Test
    void theSlashIsSwitchedOff() {
        browser.open(site, "/help").tabTo("#_slash").type(Keys.SPACE);
        browser.open(site, QUERY).type("/");
        assertThat(browser.focused().getTagName()).isEqualTo("body");
    }

    @Test
    void actionsOfAHitShowTheirNamesOnFocus() {
        String width = "return document.querySelector('.hit .icon-name').getBoundingClientRect().width > 40";
        assertThat(browser.evaluate(width)).isEqualTo("false");

        browser.tabTo(".hit .keep-item");

        assertThat(browser.evaluate(width)).isEqualTo("true");
        browser.type(Keys.ESCAPE);
        assertThat(browser.evaluate(width)).isEqualTo("false");
    }

    @Test
    void queriesAreTypedByKeyboard() {
        browser.open(site, "/").tabTo("#_q").type("灯台", Keys.ENTER);

        browser.waitForText(".count", "1件の記述（1事例）");
    }

    @Test
    void filtersAreSetAndRemovedByKeyboard() {
        browser.tabTo("#_actor-医師会").type(Keys.SPACE);
        browser.waitForText(".count", "2件の記述（1事例）");
        press(".chip");
        browser.waitForText(".count", "3件の記述（2事例）");
        press("#_excluding > summary");
        browser.tabTo("#_not_actor-病院").type(Keys.SPACE);

        browser.waitForText(".count", "2件の記述（1事例）");
    }

    @Test
    void rangeSortAndGroupingAreSetByKeyboard() {
        browser.tabTo("#_range-population-least").type("1万", Keys.TAB);
        browser.waitForText(".count", "2件の記述（1事例）");
        browser.tabTo("#_sort").type(Keys.DOWN);
        browser.waitForUrl("sort=");
        browser.tabTo("#_group").type(Keys.DOWN);

        browser.waitForText(".group-title", "山の町の夜を支える輪番");
    }

    @Test
    void theMapFiltersByKeyboard() {
        press("#_map > summary");
        press("#_map-okinawa");

        browser.waitForText(".count", "1件の記述（1事例）");
    }

    @Test
    void matchesAndBackLinkAreReachedByKeyboard() {
        press(".hit-heading a");
        browser.waitForUrl("/cases/");
        browser.type("n");
        assertThat(browser.find("mark.current").isDisplayed()).isTrue();
        press("[data-step='1']");
        press(".back a");

        browser.waitForText(".count", "3件の記述（2事例）");
    }

    @Test
    void theExplanationOpensByKeyboard() {
        press(".hit-why a");

        browser.waitForTextPart(".hit-reason", "看取り");
    }

    @Test
    void similarMunicipalitiesAreFoundByKeyboard() {
        press(".site-menu > summary");
        press(".site-nav a[href='/like']");
        browser.tabTo("#_like-name").type("長野県みやま町", Keys.ENTER);

        browser.waitForText("#_alike", "長野県みやま町に似た自治体の事例");
    }

    @Test
    void casesAreComparedByKeyboard() {
        press("[data-compare='invented-1']");
        press("[data-compare='invented-2']");
        press(".tray-go");

        browser.waitForText(".compare-table caption", "事例の比較（強調は「看取り」に該当する箇所）");
        browser.tabTo(".compare-table a");
    }

    @Test
    void itemsAreNotedAndRemovedByKeyboard() {
        press("[data-keep='invented-1/s1-1']");
        press(".site-menu > summary");
        press(".site-nav a[href='/shortlist']");
        browser.waitForText(".item-heading", "看取りの連絡網");
        browser.tabTo("[data-note]").type("夜の体制");
        press("[data-remove]");

        browser.waitForText(".undo button", "元に戻す");
    }

    @Test
    void downloadsAreReachedByKeyboard() throws Exception {
        press("#_keep > summary");
        browser.tabTo(".export a");

        String link = String.valueOf(browser.focused().getDomAttribute("href"));
        assertThat(site.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void theHelpPageIsReachedByKeyboard() {
        press(".site-menu > summary");
        press(".site-nav a[href='/help']");
        press(".help a[href='#_accessibility']");

        browser.waitForUrl("/help#_accessibility");
    }

    @Test
    void theMenuOpensOnAPhone() {
        browser.resize(360);
        assertThat(browser.find(".site-nav a").isDisplayed()).isFalse();

        press(".site-menu > summary");
        press(".site-nav a[href='/help']");

        browser.waitForUrl("/help");
    }

    @Test
    void composedTextIsNotSearched() {
        browser.open(site, "/").tabTo("#_q");
        browser.markDocument();

        browser.composeText("みと");
        browser.waitForSuggestionDelay();
        assertThat(browser.isMarkedDocument()).isTrue();
        assertThat(browser.find("#_suggestions").isDisplayed()).isFalse();
        browser.confirmText("看取り");
        browser.type(Keys.ENTER);

        browser.waitForText(".count", "3件の記述（2事例）");
    }
}
