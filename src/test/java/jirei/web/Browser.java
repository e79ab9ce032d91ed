package jirei.web;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.slf4j.LoggerFactory;

/**
 * A tab of a real Chromium on a page of a {@link Site}. All tests share two Chromiums, one with JavaScript and one without;
 * what a page has kept is forgotten at the end of each test.
 */
final class Browser implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_STEPS = 400;
    private static final Map<Boolean, ChromeDriver> RUNNING = new ConcurrentHashMap<>();

    private final ChromeDriver driver;

    /**
     * @param scripts whether JavaScript is on
     */
    Browser(boolean scripts) {
        driver = RUNNING.computeIfAbsent(scripts, Browser::started);
    }

    private static ChromeDriver started(boolean scripts) {
        var options = new ChromeOptions().setBinary(CHROMIUM);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1280,1000");
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var started = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
        Runtime.getRuntime().addShutdownHook(new Thread(started::quit, "end of Chromium"));
        return started;
    }

    /** Skips the calling test, aloud, where there is no Chromium; fails it where CI is set. */
    static void require() {
        if (CHROMIUM.canExecute() && DRIVER.canExecute()) {
            return;
        }
        String missing = CHROMIUM + " or " + DRIVER + " is missing: the pages are not tried in a browser";
        if (System.getenv("CI") != null) {
            throw new AssertionError(missing);
        }
        LoggerFactory.getLogger(Browser.class).warn(missing);
        abort(missing);
    }

    Browser open(Site site, String path) {
        driver.get(site.uri(path).toString());
        return this;
    }

    String url() {
        return String.valueOf(driver.getCurrentUrl());
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Points at the element and presses, whatever the driver thinks of it. */
    void click(String selector) {
        WebElement element = find(selector);
        new Actions(driver).scrollToElement(element).click(element).perform();
    }

    void pick(String selector, String label) {
        new Select(find(selector)).selectByVisibleText(label);
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Brings the element under the keys, as the tab key would. */
    void focus(String selector) {
        driver.executeScript("arguments[0].focus()", find(selector));
    }

    void script(String script) {
        driver.executeScript(script);
    }

    /** Waits for what a screen reader is told. */
    void waitForAnnouncement(String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.domPropertyToBe(find("#_announcement"), "textContent", text));
    }

    /** Waits for a text that the driver takes for hidden, since it stands in details that are open by style alone. */
    void waitForContent(String selector, String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.domPropertyToBe(find(selector), "textContent", text));
    }

    void waitForTextPart(String selector, String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void back() {
        driver.navigate().back();
    }

    void forward() {
        driver.navigate().forward();
    }

    void waitForText(String selector, String text) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.textToBe(By.cssSelector(selector), text));
    }

    void waitForUrl(String part) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.urlContains(part));
    }

    void waitUntilGone(String selector) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Lets the input method tell the element {@code event}, as in compositionstart. */
    void compose(String selector, String event) {
        driver.executeScript(
                "arguments[0].dispatchEvent(new CompositionEvent(arguments[1], { bubbles: true }))",
                find(selector),
                event);
    }

    /** Waits in the page. */
    void waitLongerThanASuggestionTakes() {
        driver.executeAsyncScript("setTimeout(arguments[0], 600)");
    }

    /** Leaves a mark that a newly loaded page hasn't. */
    void markDocument() {
        driver.executeScript("window.marked = true");
    }

    boolean isMarkedDocument() {
        return Boolean.TRUE.equals(driver.executeScript("return window.marked === true"));
    }

    /** Makes the page as wide as that of a small telephone. */
    Browser narrow(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** What {@code script} returns, as a text. */
    String evaluate(String script) {
        return String.valueOf(driver.executeScript(script));
    }

    /** What stands in the console. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** Steps with the tab key until the element has the focus, and sees to it that the focus shows. */
    Browser tabTo(String selector) {
        for (int step = 0; step < MAX_STEPS; step++) {
            new Actions(driver).sendKeys(Keys.TAB).perform();
            if (Boolean.TRUE.equals(
                    driver.executeScript("return document.activeElement.matches(arguments[0])", selector))) {
                requireVisibleFocus(selector);
                return this;
            }
        }
        throw new AssertionError("the tab key never reaches " + selector + " on " + url());
    }

    private void requireVisibleFocus(String selector) {
        String style = evaluate("const style = getComputedStyle(document.activeElement);"
                + "return style.outlineStyle + ' ' + parseFloat(style.outlineWidth)");
        if (style.startsWith("none") || style.endsWith(" 0")) {
            throw new AssertionError("the focus doesn't show on " + selector + ": outline " + style);
        }
    }

    /** Presses keys as a person does, wherever the focus is. */
    Browser type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** Lets the input method show {@code text} as not yet confirmed. */
    void composeText(String text) {
        driver.executeCdpCommand(
                "Input.imeSetComposition",
                Map.of("text", text, "selectionStart", text.length(), "selectionEnd", text.length()));
    }

    /** Lets the input method confirm {@code text}. */
    void confirmText(String text) {
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    /** Waits until {@code script} returns true. */
    void waitUntil(String script) {
        new WebDriverWait(driver, PATIENCE).until(at -> Boolean.TRUE.equals(driver.executeScript(script)));
    }

    /** What the promise that {@code script} returns comes to, as a text. */
    String evaluateLater(String script) {
        return String.valueOf(driver.executeAsyncScript("const done = arguments[arguments.length - 1]; (async () => {"
                + script + "})().then(done, (e) => done(String(e)))"));
    }

    /** Empties the store of files, as at a first visit. */
    void forgetFiles() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    /** The whole page as it looks, as PNG. */
    byte[] picture() {
        Map<String, Object> answer = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "optimizeForSpeed", true));
        return Base64.getDecoder().decode(String.valueOf(answer.get("data")));
    }

    /** Leaves the page and forgets what it has kept. */
    @Override
    public void close() {
        String page = url();
        if (page.startsWith("http")) {
            String origin = page.substring(0, page.indexOf('/', "https://".length()));
            driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        }
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.get("about:blank");
        complaints();
    }
}
