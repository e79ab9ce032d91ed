package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Shortlist, saved searches and comparison in a real browser. */
class ShortlistIT extends BrowserFixture {
    private static final String QUERY = "/?q=" + Site.encoded("看取り");
    private static final String FIRST = "#_own-list .item:nth-child(1) ";
    private static final String LAST = "#_own-list .item:last-child ";

    private static void focusAndPress(Browser browser, String selector, CharSequence key) {
        browser.focus(selector);
        browser.press(key);
    }

    private static String heading(Browser browser, String item) {
        return browser.find(item + ".item-heading").getText();
    }

    @Test
    void theShortlistIsEditedByKeyboardAlone() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            focusAndPress(browser, "[data-keep='invented-1/s1-1']", Keys.ENTER);
            focusAndPress(browser, "[data-keep='invented-2/s1']", Keys.SPACE);
            browser.waitForContent("[data-kept-count]", "（2）");
            browser.waitForContent("[data-keep='invented-2/s1'] span", "候補から外す");
            browser.waitForAnnouncement("候補に加えました");

            browser.open(site, "/shortlist");
            browser.waitForText(FIRST + ".item-heading", "看取りの連絡網");
            browser.focus(FIRST + "[data-note]");
            browser.press("夜の体制");
            focusAndPress(browser, FIRST + "[data-move='1']", Keys.ENTER);
            browser.waitForAnnouncement("2番目に移しました");
            assertThat(heading(browser, FIRST)).isEqualTo("船で集まる研修");
            assertThat(browser.focused().getDomAttribute("data-move"))
                    .as("the reverse move has the focus")
                    .isEqualTo("-1");

            browser.open(site, "/shortlist");
            browser.waitForText(LAST + ".item-heading", "看取りの連絡網");
            assertThat(browser.find(LAST + "[data-note]").getDomProperty("value"))
                    .isEqualTo("夜の体制");
            focusAndPress(browser, LAST + "[data-remove]", Keys.ENTER);
            browser.waitForContent("[data-kept-count]", "（1）");
            browser.waitForText(".undo button", "元に戻す");
            assertThat(browser.focused().getText()).isEqualTo("元に戻す");
            browser.press(Keys.ENTER);
            browser.waitForContent("[data-kept-count]", "（2）");
            browser.waitForText(LAST + ".item-heading", "看取りの連絡網");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void aListOfCasesHasTheButtonsOfHits() {
        try (var browser = new Browser(true).open(site, QUERY + "&group=case")) {
            focusAndPress(browser, ".group [data-keep]", Keys.ENTER);
            browser.waitForAnnouncement("候補に加えました");
            browser.waitUntil("return document.querySelectorAll('.group [data-compare]').length"
                    + " === document.querySelectorAll('.group').length");

            browser.open(site, "/shortlist");
            browser.waitForContent("[data-kept-count]", "（1）");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void sharedListsCanBeAdopted() {
        try (var browser = new Browser(true)
                .open(site, "/shortlist?item=invented-1/r1&note=" + Site.encoded("当番") + "&item=invented-2")) {
            focusAndPress(browser, "#_adopt", Keys.ENTER);
            browser.waitForContent("[data-kept-count]", "（2）");

            browser.open(site, "/shortlist");
            browser.waitForText(FIRST + ".item-heading", "医師会の役割");
            assertThat(browser.find(FIRST + "[data-note]").getDomProperty("value"))
                    .isEqualTo("当番");
            assertThat(browser.find("#_share-url").getDomProperty("value"))
                    .endsWith("/shortlist?item=invented-1%2Fr1&note=" + Site.encoded("当番") + "&item=invented-2");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void savedSearchesReportChangesSinceTheLastVisit() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            browser.click("#_keep > summary");
            focusAndPress(browser, "[data-save-search]", Keys.ENTER);
            browser.waitForText("[data-save-search]", "この検索の保存を取り消す");
            browser.script("const kept = JSON.parse(localStorage.getItem('jirei.kept'));"
                    + "kept.searches[0].seen = ['invented-1/s1-1', 'gone/s1'];"
                    + "kept.searches[0].total = 2; kept.searches[0].day = '2026-01-02';"
                    + "localStorage.setItem('jirei.kept', JSON.stringify(kept));");

            browser.open(site, "/shortlist");
            browser.waitForText("[data-count]", "新着2件、なくなった記述 1件（前回確認 2026-01-02、全3件）");
            assertThat(browser.find("[data-new]").getText()).contains("船で集まる研修（沖縄県 なぎさ島）", "夜の看取りを皆で");
            focusAndPress(browser, "[data-seen]", Keys.ENTER);
            browser.waitForAnnouncement("確認済みにしました");
            browser.open(site, "/shortlist");
            browser.waitForTextPart("[data-count]", "新着0件（前回確認 ");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void brokenBrowserStorageIsIgnored() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            for (String broken : new String[] {
                "'{'",
                "'null'",
                "'[1]'",
                "'{\"version\":9,\"items\":[{\"id\":\"../x\"},7,{\"id\":\"invented-2\",\"note\":5}]}'"
            }) {
                browser.script("localStorage.setItem('jirei.kept', " + broken + ")");
                browser.open(site, QUERY);

                focusAndPress(browser, "[data-keep='invented-1/s1-1']", Keys.ENTER);
                browser.waitForContent("[data-keep='invented-1/s1-1'] span", "候補から外す");
            }
            browser.waitForContent("[data-kept-count]", "（2）");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void casesSelectedInTheResultsAreCompared() {
        try (var browser = new Browser(true).open(site, QUERY)) {
            focusAndPress(browser, "[data-compare='invented-1']", Keys.ENTER);
            focusAndPress(browser, "[data-compare='invented-2']", Keys.ENTER);
            browser.waitForText(".tray-go", "並べて見る");
            focusAndPress(browser, ".tray-go", Keys.ENTER);

            browser.waitForUrl("/compare?case=invented-1&case=invented-2&q=");
            assertThat(browser.find(".compare-table mark").getText()).isEqualTo("看取り");
            assertThat(browser.find(".compare-scroll").getDomAttribute("tabindex"))
                    .isEqualTo("0");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void citationsAreCopied() {
        try (var browser = new Browser(true).open(site, "/cases/invented-1")) {
            focusAndPress(browser, ".source [data-copy]", Keys.ENTER);

            browser.waitForAnnouncement("コピーしました");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void readingAndComparingWorkWithoutJavaScript() {
        try (var browser = new Browser(false).open(site, "/compare")) {
            browser.click("input[type=checkbox][value='invented-1']");
            browser.click("input[type=checkbox][value='invented-2']");
            browser.click(".compare-form button");
            browser.waitForUrl("/compare?case=invented-1&case=invented-2");
            assertThat(browser.find(".compare-table caption").getText()).isEqualTo("事例の比較");

            browser.open(site, "/shortlist");
            assertThat(browser.find(".shortlist .notice").isDisplayed()).isTrue();
            assertThat(browser.find("#_saved").isDisplayed()).isFalse();
            browser.open(site, "/shortlist?item=invented-2/a1");
            assertThat(browser.find(".item-heading").getText()).isEqualTo("その他の活動");
            browser.open(site, QUERY).click("#_keep > summary");
            assertThat(browser.find(".export a").isDisplayed()).isTrue();
        }
    }
}
