package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Municipalities below prefectures, searching within results and the words around matches, in a real browser. */
class FindingAgainIT extends BrowserFixture {
    private static final String QUERY = "/?q=" + Site.encoded("看取り OR 寄合");

    @Test
    void aMunicipalityIsChosenBelowItsPrefectureAndLeavesWithIt() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.markDocument();
            browser.click("#_prefecture-長野県");
            browser.waitForText(".count", "27件の記述（2事例）");
            browser.click("#_municipality-長野県みやま町");
            browser.waitForText(".count", "2件の記述（1事例）");
            browser.click("#_prefecture-長野県");
            browser.waitForText(".count", "28件の記述（3事例）");

            assertThat(browser.url()).doesNotContain("municipality");
            assertThat(browser.isMarkedDocument()).isTrue();
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void wordsAreAddedToTheSearchWithinItsResults() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.find("#_within").sendKeys("連絡網", Keys.ENTER);
            browser.waitForText(".count", "1件の記述（1事例）");

            assertThat(browser.find("#_q").getDomProperty("value")).isEqualTo("(看取り OR 寄合) 連絡網");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void theTableOfMatchesHasNoProblemOfAccessibility(int width) throws Exception {
        try (var browser = new Browser(true).resize(width).open(site, QUERY + "&group=match")) {
            Axe.load(browser);

            assertThat(Axe.run(browser)[2]).isEmpty();
            assertThat(browser.find(".matches").isDisplayed()).isTrue();
        }
    }
}
