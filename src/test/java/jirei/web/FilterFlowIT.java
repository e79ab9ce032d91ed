package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Filtering, grouping and comparing in a real browser. */
class FilterFlowIT extends BrowserFixture {
    private static final String QUERY = "/?q=" + Site.encoded("看取り");

    @Test
    void excludingDeselectsTheValueAndUpdatesInPlace() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.markDocument();
            browser.click("#_actor-病院");
            browser.waitForText(".count", "1件の記述（1事例）");

            browser.click("#_excluding summary");
            browser.click("label:has(#_not_actor-病院)");
            browser.waitForText(".count", "2件の記述（1事例）");

            assertThat(browser.find("#_actor-病院").isSelected()).isFalse();
            assertThat(browser.find(".chip-not").getText()).contains("主体", "病院", "含まない");
            assertThat(browser.url()).endsWith("not.actor=" + Site.encoded("病院"));
            browser.click(".chip-not");
            browser.waitForText(".count", "3件の記述（2事例）");
            assertThat(browser.isMarkedDocument()).isTrue();
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void valuesAreExcludedByKeyboard() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.find("#_excluding summary").sendKeys(Keys.ENTER);
            browser.find("#_not_actor-病院").sendKeys(Keys.SPACE);

            browser.waitForText(".count", "2件の記述（1事例）");
            assertThat(browser.focused().getDomAttribute("id")).isEqualTo("_not_actor-病院");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void rangesAndGroupingUpdateInPlace() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.markDocument();
            browser.find("#_range-population-least").sendKeys("１万", Keys.TAB);
            browser.waitForText(".count", "2件の記述（1事例）");
            browser.waitForText(".unknown", "人口が不明な事例1件は含まれていません。");
            assertThat(browser.url()).endsWith("population.min=10000");
            assertThat(browser.focused().getDomAttribute("id")).isEqualTo("_range-population-most");

            browser.select("#_group", "事例ごと");
            browser.waitForText(".group-title", "山の町の夜を支える輪番");

            assertThat(browser.isMarkedDocument()).isTrue();
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void resultsAreComparedToTheOwnMunicipality() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.click(".like-box a");
            browser.find("#_like-name").sendKeys("だいごまち", Keys.ENTER);
            browser.waitForText(".like .notice", "茨城県大子町の数値を統計から入力しました。修正できます。");
            for (String figure : List.of("area", "population", "ageing", "clinics", "hospitals")) {
                browser.find("#_like-" + figure).clear();
            }
            browser.find("#_like-population").sendKeys("1万");
            browser.find("#_like-ageing").sendKeys("38.5", Keys.ENTER);
            browser.waitForText("#_alike", "茨城県大子町に似た自治体の事例");
            browser.click(".like-cases .ways a");
            browser.waitForText(".count", "2件の記述（1事例）");
            browser.select("#_like-top", "すべての事例");
            browser.waitForText(".count", "3件の記述（2事例）");

            assertThat(browser.find(".hit-likeness").getText()).isEqualTo("似ている度合い 91%");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void longFacetsAreSearchedWithoutARequest(@TempDir Path folder) throws Exception {
        try (Site shipped = Site.shipped(folder);
                var browser = new Browser(true).open(shipped, "/?year=2017")) {
            browser.find("#_find-actor").sendKeys("保健");
            browser.waitUntilGone("[data-choice='医師会']");
            assertThat(browser.find("[data-choice='保健所']").isDisplayed()).isTrue();

            browser.find("#_find-actor").sendKeys(Keys.ENTER);
            assertThat(browser.url()).endsWith("/?year=2017");
            browser.click("[data-choice='保健所'] .choice");
            browser.waitForUrl("actor=" + Site.encoded("保健所"));
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        try (var browser = new Browser(false).open(site, QUERY)) {
            browser.click("#_excluding summary");
            browser.click("#_not_actor-病院");
            browser.find("#_range-ageing-most").sendKeys("40");
            browser.select("#_group", "事例ごと");
            browser.click(".filters .without-script button");
            browser.waitForText(".group-title", "山の町の夜を支える輪番");

            assertThat(browser.find(".chip-not").getText()).contains("病院");
            browser.click(".like-box a");
            browser.find("#_like-name").sendKeys("長野県みやま町", Keys.ENTER);
            browser.waitForText("#_alike", "長野県みやま町に似た自治体の事例");
        }
    }
}
