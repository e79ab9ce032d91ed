package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Suggestions while typing, in a real browser. */
class SuggestIT extends BrowserFixture {
    private static final String SUGGESTION = "看取り\n3件の記述\n用語";
    private static final String FIRST = "#_suggestion-1";
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(true).open(site, "/");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void type(CharSequence... keys) {
        browser.find("#_q").sendKeys(keys);
    }

    private String box(String attribute) {
        return String.valueOf(browser.find("#_q").getDomAttribute(attribute));
    }

    @Test
    void arrowKeysSelectASuggestionAndEnterSearches() {
        type("mito");
        browser.waitForText(FIRST, SUGGESTION);
        assertThat(box("role")).isEqualTo("combobox");
        assertThat(box("aria-expanded")).isEqualTo("true");
        assertThat(box("aria-controls")).isEqualTo("_suggestions");
        assertThat(browser.find("#_announcement").getDomProperty("textContent"))
                .startsWith("候補が")
                .endsWith("件あります。上下の矢印キーで選べます。");

        type(Keys.DOWN);
        assertThat(box("aria-activedescendant")).isEqualTo("_suggestion-1");
        assertThat(browser.find(FIRST).getDomAttribute("aria-selected")).isEqualTo("true");
        type(Keys.UP);
        assertThat(box("aria-activedescendant")).isEqualTo("null");
        type(Keys.DOWN, Keys.ENTER);

        browser.waitForText(".count", "3件の記述（2事例）");
        assertThat(browser.url()).endsWith("/?q=" + Site.encoded("看取り"));
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void clickingASuggestionOnTheResultPageSearchesInPlace() {
        browser.open(site, "/?q=" + Site.encoded("寄合"));
        browser.markDocument();
        type(Keys.chord(Keys.CONTROL, "a"), "mito");
        browser.waitForText(FIRST, SUGGESTION);

        browser.click(FIRST);

        browser.waitForText(".count", "3件の記述（2事例）");
        assertThat(browser.isMarkedDocument()).isTrue();
        assertThat(browser.find("#_suggestions").isDisplayed()).isFalse();
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void escapeClosesTheSuggestionsAndKeepsTheText() {
        type("mito");
        browser.waitForText(FIRST, SUGGESTION);

        type(Keys.ESCAPE);

        assertThat(browser.find("#_suggestions").isDisplayed()).isFalse();
        assertThat(browser.find("#_q").getDomProperty("value")).isEqualTo("mito");
        assertThat(box("aria-expanded")).isEqualTo("false");
    }

    @Test
    void tabClosesTheSuggestionsWithoutSelecting() {
        type("mito");
        browser.waitForText(FIRST, SUGGESTION);

        type(Keys.DOWN, Keys.TAB);

        assertThat(browser.find("#_suggestions").isDisplayed()).isFalse();
        assertThat(browser.find("#_q").getDomProperty("value")).isEqualTo("mito");
        assertThat(browser.focused().getDomAttribute("type")).isEqualTo("submit");
    }

    @Test
    void nothingIsSuggestedOrSearchedDuringComposition() {
        browser.markDocument();
        browser.compose("#_q", "compositionstart");
        type("mito", Keys.ENTER);
        browser.waitForSuggestionDelay();

        assertThat(browser.isMarkedDocument()).isTrue();
        assertThat(browser.find("#_suggestions").isDisplayed()).isFalse();

        browser.compose("#_q", "compositionend");
        browser.waitForText(FIRST, SUGGESTION);
        assertThat(browser.consoleMessages()).isEmpty();
    }
}
