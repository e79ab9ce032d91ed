package jirei.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import jirei.Eventually;
import jirei.intake.PrintedPdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** From a PDF in hand to a case that is found, corrected and restored, in a browser. */
class LibraryIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static Path folder;
    private static LibrarySite library;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        Browser.assumeAvailable();
        folder = temporary;
        library = LibrarySite.ofSeveral(temporary);
        site = library.site();
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void stop() throws Exception {
        if (library != null) {
            library.close();
        }
    }

    /** Three cases of one page each, and a scanned page without text. The word makes it a document of its own. */
    private static Path pdf(String word) throws IOException {
        var printed = new PrintedPdf();
        int number = 0;
        for (String place : List.of("港", "灯台", "浜")) {
            printed.page()
                    .text(60, 80, 18, "【事例" + "１２３".charAt(number++) + "】" + place + "の" + word)
                    .text(60, 130, 13, "はじまり")
                    .lines(60, 160, place + "の人が集まり、" + word + "を始めた。", "毎朝の支度は三つの組が受け持つ。")
                    .text(60, 230, 13, "それから")
                    .lines(60, 260, "二年目には郵便局も加わった。", place + "の店が荷物を預かる。");
        }
        return printed.page().image().write(folder.resolve(word + ".pdf"));
    }

    private static Browser browser(boolean scripts, String editor) {
        return new Browser(scripts).header(LibrarySite.EDITOR, editor);
    }

    private static String read(String word) throws Exception {
        return library.read(word + ".pdf", Files.readAllBytes(pdf(word)), "umi");
    }

    private static String firstCase(String document) throws Exception {
        return caseOf(document, 0);
    }

    private static String caseOf(String document, int at) throws Exception {
        return library.json("/api/library/documents/" + document, "umi")
                .path("cases")
                .path(at)
                .path("id")
                .asString();
    }

    private static void drop(Browser browser, Path file) throws IOException {
        String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        browser.script("const bytes = Uint8Array.from(atob('" + bytes + "'), (c) => c.charCodeAt(0));"
                + "const transfer = new DataTransfer();"
                + "transfer.items.add(new File([bytes], '" + file.getFileName() + "', { type: 'application/pdf' }));"
                + "document.getElementById('_upload').dispatchEvent("
                + "new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))");
    }

    /** Waits until the row of {@code file} shows {@code text}; other tests have rows in the same list. */
    private static void awaitRow(Browser browser, String file, String text) {
        browser.waitUntil("return [...document.querySelectorAll('#_rows tr')].some((row) =>"
                + " row.textContent.includes('" + file + "') && row.textContent.includes('" + text + "'))");
    }

    /** Returns the selector of the link to the document {@code file}. */
    private static String linkTo(Browser browser, String file) {
        return "#"
                + browser.evaluate("return [...document.querySelectorAll('#_rows tr')].find((row) =>"
                        + " row.textContent.includes('" + file + "')).id")
                + " th a";
    }

    private static void noteStates(Browser browser) {
        browser.script("window.states = [];"
                + "new MutationObserver(() => document.querySelectorAll('#_rows .state').forEach((state) =>"
                + " window.states.push(state.textContent))).observe(document.getElementById('_rows'),"
                + " { childList: true, subtree: true });");
    }

    private static String sections(Browser browser) {
        return browser.evaluate("return document.querySelectorAll('.edit-section').length");
    }

    private static void awaitHits(String query, int cases) throws Exception {
        String path = "/api/search?q=" + Site.encoded('"' + query + '"');
        Eventually.await(
                () -> query, () -> site.json(path).path("total").path("cases").asInt(-1) == cases);
    }

    private static void shoot(Browser browser, String name) throws IOException {
        Files.write(SCREENSHOTS.resolve("library-" + name + ".png"), browser.screenshot());
    }

    @Test
    void aDroppedPdfBecomesCasesThatAreFoundAndCorrectedAndRestored() throws Exception {
        try (var browser = browser(true, "umi").open(site, "/library")) {
            noteStates(browser);
            drop(browser, pdf("朝市"));
            browser.waitForTextPart("#_uploads", "「朝市.pdf」を受け取りました。");
            awaitRow(browser, "朝市.pdf", "確認待ち");
            awaitRow(browser, "朝市.pdf", "3事例");
            assertThat(browser.evaluate("return window.states.join()")).contains("読み取り中");
            browser.click(linkTo(browser, "朝市.pdf"));
            browser.waitForUrl("/library/documents/");

            browser.waitUntil("return document.getElementById('_sheet').naturalWidth > 0");
            assertThat(browser.evaluate("return document.querySelectorAll('.check-case').length"))
                    .isEqualTo("3");
            assertThat(browser.find(".check-remarks").getText()).contains("4");
            browser.waitUntil("document.querySelector('.check-section').focus();"
                    + "return document.querySelectorAll('#_boxes rect').length > 0");
            shoot(browser, "check");
            browser.click(".check-case .check-links a");
            browser.waitForUrl("/edit");

            browser.waitUntil("document.querySelector(\"[name='s0.text']\").focus();"
                    + "return document.querySelectorAll('#_boxes rect').length > 0");
            browser.find("[name='s0.heading']").clear();
            browser.find("[name='s0.heading']").sendKeys("市のはじまり");
            browser.waitForTextPart("#_edit-draft", "下書きを残しました。");
            browser.reload();
            assertThat(browser.find("[name='s0.heading']").getDomProperty("value"))
                    .isEqualTo("市のはじまり");
            String before = sections(browser);
            int at = Integer.parseInt(browser.evaluate("return [...document.querySelectorAll('[data-text]')]"
                    + ".findIndex((text) => text.value.includes('毎朝'))"));
            browser.script("const text = document.querySelectorAll('[data-text]')[" + at + "];"
                    + "text.focus(); text.setSelectionRange(text.value.indexOf('毎朝'), text.value.indexOf('毎朝'))");
            browser.click("[value='split." + at + "']");
            browser.waitForUrl("#_s" + (at + 1));
            assertThat(browser.find("[name='s" + (at + 1) + ".text']").getDomProperty("value"))
                    .startsWith("毎朝");
            assertThat(sections(browser)).isNotEqualTo(before);
            browser.find("[value='join." + at + "']").sendKeys(Keys.ENTER);
            browser.waitUntil("return document.querySelectorAll('.edit-section').length === " + before);
            shoot(browser, "edit");
            browser.click("[value=save]");
            browser.waitForUrl("saved=1");
            assertThat(browser.find("#_edit-status").getText()).contains("保存しました");

            browser.click(".back a[href*='/documents/']");
            browser.waitForUrl("/library/documents/");
            browser.click(".check-actions button");
            browser.waitForTextPart(".notice", "3事例を公開しました");
            awaitHits("市のはじまり", 1);
            browser.open(site, "/?q=" + Site.encoded("市のはじまり"));
            browser.click(".hit-heading a");
            browser.waitForUrl("/cases/");
            browser.click("a[href*='/pages/']");
            browser.waitForUrl("/pages/");
            browser.waitUntil("return document.querySelectorAll('.sheet-hit, .sheet-section').length > 0");
            shoot(browser, "original");
            browser.back();
            browser.waitUntil("return !location.pathname.includes('/pages/')");
            browser.click("a[href$='/edit']");
            browser.waitForUrl("/edit");
            browser.find("[name=title]").clear();
            browser.find("[name=title]").sendKeys("べつの題");
            browser.click("[value=save]");
            browser.waitForUrl("saved=1");
            browser.click(".edit-links a[href$='/history']");
            browser.waitForUrl("/history");
            browser.click(".history-list a");
            browser.waitForTextPart(".compared", "べつの題");
            shoot(browser, "history");
            browser.click(".history-list button");
            browser.waitForUrl("saved=1");
            assertThat(browser.find("[name=title]").getDomProperty("value")).doesNotContain("べつの題");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void theWholeWayIsGoneByKeyboardAlone() throws Exception {
        try (var browser = browser(true, "umi").open(site, "/library")) {
            browser.tabTo("#_files");
            browser.find("#_files").sendKeys(pdf("夜店").toAbsolutePath().toString());
            browser.waitForTextPart("#_uploads", "「夜店.pdf」を受け取りました。");
            awaitRow(browser, "夜店.pdf", "確認待ち");
            browser.tabTo(linkTo(browser, "夜店.pdf")).type(Keys.ENTER);
            browser.waitForUrl("/library/documents/");
            browser.tabTo(".check-section");
            browser.waitUntil("return document.querySelectorAll('#_boxes rect').length > 0");
            browser.tabTo(".check-case .check-links a").type(Keys.ENTER);
            browser.waitForUrl("/edit");
            browser.tabTo("[name='s0.heading']").type(Keys.chord(Keys.CONTROL, "a"), "夜の支度");
            browser.tabTo("[name='s0.text']").type(Keys.chord(Keys.CONTROL, Keys.HOME), Keys.DOWN);
            browser.tabTo("[value='split.0']").type(Keys.ENTER);
            browser.waitForUrl("#_s1");
            browser.tabTo("[value=save]").type(Keys.ENTER);
            browser.waitForUrl("saved=1");
            browser.tabTo(".back a[href*='/documents/']").type(Keys.ENTER);
            browser.waitForUrl("/library/documents/");
            browser.tabTo(".check-actions button").type(Keys.ENTER);
            browser.waitForTextPart(".notice", "公開しました");
            awaitHits("夜の支度", 1);
            browser.tabTo(".check-case .check-links a").type(Keys.ENTER);
            browser.waitForUrl("/edit");
            browser.tabTo("[name=title]").type(Keys.chord(Keys.CONTROL, "a"), "夜の題");
            browser.tabTo("[value=save]").type(Keys.ENTER);
            browser.waitForUrl("saved=1");
            browser.tabTo(".edit-links a[href$='/history']").type(Keys.ENTER);
            browser.waitForUrl("/history");
            browser.tabTo(".history-list button").type(Keys.ENTER);
            browser.waitForUrl("saved=1");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    @Test
    void aRefusedFileIsNamedWithTheReason() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "PK\u0003\u0004 and no more");
        try (var browser = browser(true, "umi").open(site, "/library")) {
            browser.find("#_files").sendKeys(broken.toAbsolutePath().toString());
            browser.waitForTextPart("#_uploads", "broken.zip");
            browser.waitUntil("return !document.querySelector('#_uploads progress')");
            assertThat(browser.find("#_uploads").getText())
                    .doesNotContain("受け取れませんでした。")
                    .isNotBlank();
        }
    }

    @Test
    void theSecondOfTwoPeopleIsToldAndShownBoth() throws Exception {
        try (var first = browser(true, "umi").open(site, "/cases/ferry/edit");
                var second = browser(false, "yama").open(site, "/cases/ferry/edit")) {
            first.find("[name=title]").clear();
            first.find("[name=title]").sendKeys("海から見た当番");
            second.find("[name=title]").clear();
            second.find("[name=title]").sendKeys("山から見た当番");
            first.click("[value=save]");
            first.waitForUrl("saved=1");

            second.click("[value=save]");

            second.waitForTextPart(".edit-conflict", "編集を始めたあとに、この");
            assertThat(second.find(".edit-conflict").getText()).contains("海から見た", "山から見た");
            assertThat(library.caseFile("ferry")).contains("海から見た当番");
            second.click("[value=save]");
            second.waitForUrl("saved=1");
            assertThat(library.caseFile("ferry")).contains("山から見た当番");
        }
    }

    @Test
    void readingAgainAsksBeforeItReplacesWhatWasCorrected() throws Exception {
        String document = read("昼市");
        String caseId = caseOf(document, 1);
        try (var browser = browser(true, "umi").open(site, "/cases/" + caseId + "/edit")) {
            browser.find("[name='s0.text']").clear();
            browser.find("[name='s0.text']").sendKeys("手で直した本文。");
            browser.click("[value=save]");
            browser.waitForUrl("saved=1");
            browser.open(site, "/library/documents/" + document);
            browser.click(".check-more summary");
            browser.click(".check-more details summary");
            browser.find("#_pattern").sendKeys("【事例[１２]】.*"); // the third case becomes part of the second
            browser.click(".check-more form button");
            browser.waitUntil("return location.pathname === '/library'"); // the document waits to be read from now on
            library.awaitReadings();
            browser.open(site, "/library/documents/" + document);
            browser.click(".notice a");
            browser.waitForUrl("/differences");
            browser.waitForTextPart(".rereading", "手で直した本文");
            shoot(browser, "rereading");
            browser.click(".edit-bar button");
            browser.waitForTextPart(".notice", "反映しました");
            assertThat(library.caseFile(caseId)).contains("手で直した本文");
        }
    }

    @Test
    void aWordIsCorrectedOnAPhoneAndWithoutScripts() throws Exception {
        String caseId = firstCase(read("夕市"));
        try (var browser = browser(false, "umi").resize(390).open(site, "/cases/" + caseId + "/edit")) {
            browser.find("[name='s0.heading']").clear();
            browser.find("[name='s0.heading']").sendKeys("夕方のはじまり");
            String text = requireNonNull(browser.find("[name='s0.text']").getDomProperty("value"));
            browser.find("[name='s0.text']").clear();
            browser.find("[name='s0.text']").sendKeys(text.replace("毎朝", "\n===\n毎朝"));
            browser.click("[value='split.0']");
            browser.waitForUrl("#_s1");
            browser.click("[value=save]");
            browser.waitForUrl("saved=1");
            assertThat(library.caseFile(caseId)).contains("夕方のはじまり").doesNotContain("===");
        }
    }

    @Test
    void theFormIsThatOfAPlainHttpClient() throws Exception {
        HttpResponse<String> page = site.get("/cases/ferry/edit", LibrarySite.EDITOR, "kawa");

        assertThat(page.body()).contains("name=\"do\" value=\"save\"", "name=\"_token\"");
        HttpResponse<String> saved = site.post(
                "/cases/ferry/edit",
                "do=save&_token=" + library.token(LibrarySite.EDITOR, "kawa") + "&version="
                        + library.version("ferry") + "&title=" + Site.encoded("川から見た当番")
                        + "&sections=1&s0.id=s1&s0.kind=lead&s0.main=true&s0.heading=a&s0.text=b",
                LibrarySite.EDITOR,
                "kawa");
        assertThat(saved.statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1366})
    void thePreviewIsLaidOutAsThePageOfTheCase(int width) throws Exception {
        String id = firstCase(read("橋" + width));
        try (var browser = browser(true, "umi").resize(width).open(site, "/library/cases/" + id)) {
            String layout = "return [...document.querySelectorAll('.outline, .case-body, .section .text')]"
                    + ".map((box) => [box.className, Math.round(box.getBoundingClientRect().width)]).join()";
            String before = browser.evaluate(layout);
            shoot(browser, width + "-preview");
            String token = library.token(LibrarySite.EDITOR, "umi");
            site.post("/library/cases/" + id + "/publish", "", LibrarySite.EDITOR, "umi", "X-Jirei-Token", token);
            Eventually.await(() -> site.get("/cases/" + id).statusCode() == 200);
            browser.open(site, "/cases/" + id);
            assertThat(before).contains("outline", "case-body", "text").isEqualTo(browser.evaluate(layout));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void everyPageIsAccessibleAndFits(int width) throws Exception {
        String document = read("市" + width);
        String caseId = firstCase(document);
        site.post(
                "/cases/" + caseId + "/draft",
                "version=old&title=&sections=1&s0.id=s1&s0.kind=lead&s0.text=" + Site.encoded("下書き"),
                LibrarySite.EDITOR,
                "yama",
                "X-Jirei-Token",
                library.token(LibrarySite.EDITOR, "yama"));
        try (var browser = browser(true, "yama").resize(width)) {
            for (String path : List.of(
                    "/library",
                    "/library/documents/" + document,
                    "/library/documents/" + document + "/differences",
                    "/library/cases/" + caseId,
                    "/cases/" + caseId + "/edit",
                    "/cases/ferry/edit",
                    "/cases/ferry/history",
                    "/cases/ferry/file",
                    "/library/log")) {
                browser.open(site, path);
                browser.script(
                        "document.querySelectorAll('main details').forEach((details) => { details.open = true })");
                Axe.load(browser);
                String name = path.replace(document, "document")
                        .replace(caseId, "case")
                        .replaceAll("\\W+", "-");
                shoot(browser, width + name);
                assertThat(browser.evaluate("return document.documentElement.scrollWidth > innerWidth"))
                        .as("horizontal overflow: " + name)
                        .isEqualTo("false");
                assertThat(Axe.run(browser)[2]).as("axe on " + name).isEmpty();
                browser.colorScheme("dark");
                assertThat(Axe.run(browser)[2]).as("axe on dark " + name).isEmpty();
                browser.colorScheme("light");
            }
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }
}
