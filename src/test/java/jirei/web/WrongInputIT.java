package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Input that cannot be used is named at its field, and what was found stays. */
class WrongInputIT extends BrowserFixture {
    @Test
    void aBoundThatIsNoNumberIsNamedAtItsFieldUntilItIsCorrected() {
        try (var browser = new Browser(true).open(site, "/?q=" + Site.encoded("看取り"))) {
            browser.markDocument();
            browser.find("#_range-ageing-least").sendKeys("三割", Keys.TAB);
            browser.waitForTextPart(".field-problem", "高齢化率の下限に「三割」は指定できません。");
            browser.waitForText(".count", "3件の記述（2事例）");
            assertThat(browser.find("#_range-ageing-least").getDomProperty("value"))
                    .isEqualTo("三割");
            assertThat(browser.focused().getDomAttribute("id")).isEqualTo("_range-ageing-most");
            browser.waitUntil("return document.getElementById('_announcement').textContent.includes('三割')");

            browser.find("#_range-ageing-least").sendKeys(Keys.chord(Keys.CONTROL, "a"), "30", Keys.TAB);
            browser.waitForText(".count", "2件の記述（1事例）");
            browser.waitUntil("return document.querySelector('.field-problem') === null");
            assertThat(browser.isMarkedDocument()).isTrue();
        }
    }

    @Test
    void theFifthCaseCannotBeTicked(@TempDir Path folder) throws Exception {
        try (Site shipped = Site.shipped(folder);
                var browser = new Browser(true).open(shipped, "/compare")) {
            for (int box = 1; box <= 4; box++) {
                browser.click(".compare-choice:nth-of-type(" + box + ") input");
            }
            browser.waitForText("[data-full]", "4事例を選んでいます。ほかの事例を選ぶには、どれかの印を外してください。");
            assertThat(browser.find(".compare-choice:nth-of-type(5) input").isEnabled())
                    .isFalse();

            browser.click(".compare-choice:nth-of-type(1) input");
            browser.waitUntil("return document.querySelectorAll('.compare-choice :disabled').length === 0");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }
}
