package jirei.web;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import jirei.Programs;
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
 * A tab of a real Chromium that shows pages of a {@link Site}. All tests share two Chromium processes, one with
 * JavaScript and one without. Closing the browser clears the storage of the page. Not thread-safe.
 */
final class Browser implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final int MAX_STEPS = 400;
    /** Presses of the tab key that are sent together, since each request to the browser takes a while. */
    private static final int STEPS_AT_ONCE = 20;

    /** Ignores the tab key once the element has the focus, until the result is read. */
    private static final String STOP_AT =
            """
            const selector = arguments[0];
            window.stopTab = (event) => {
                if (event.key === "Tab" && document.activeElement.matches(selector)) {
                    event.preventDefault();
                    event.stopImmediatePropagation();
                }
            };
            addEventListener("keydown", window.stopTab, true);
            """;

    private static final String HAS_STOPPED =
            """
            removeEventListener("keydown", window.stopTab, true);
            return document.activeElement.matches(arguments[0]);
            """;
    private static final Map<Boolean, ChromeDriver> RUNNING = new ConcurrentHashMap<>();

    private final ChromeDriver driver;

    /**
     * @param scripts whether JavaScript is enabled
     */
    Browser(boolean scripts) {
        driver = RUNNING.computeIfAbsent(scripts, Browser::start);
    }

    private static ChromeDriver start(boolean scripts) {
        var options =
                new ChromeOptions().setBinary(Programs.chromium().orElseThrow().toFile());
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
        File chromedriver = Programs.chromedriver().orElseThrow().toFile();
        var started = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver)
                        .build(),
                options);
        Runtime.getRuntime().addShutdownHook(new Thread(started::quit, "quit-chromium"));
        return started;
    }

    /**
     * Skips the calling test with a warning if there is no Chromium; fails it if the environment variable CI is set.
     */
    static void assumeAvailable() {
        if (Programs.chromium().isPresent() && Programs.chromedriver().isPresent()) {
            return;
        }
        String missing = "chromium or chromedriver is not on the path: the browser tests are skipped";
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

    /** Clicks the element by pointer, whether or not the driver considers it clickable. */
    void click(String selector) {
        WebElement element = find(selector);
        new Actions(driver).scrollToElement(element).click(element).perform();
    }

    void select(String selector, String label) {
        new Select(find(selector)).selectByVisibleText(label);
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Focuses the element. */
    void focus(String selector) {
        driver.executeScript("arguments[0].focus()", find(selector));
    }

    void script(String script) {
        driver.executeScript(script);
    }

    /** Waits for the text of the live region, which screen readers announce. */
    void waitForAnnouncement(String text) {
        waiting().until(ExpectedConditions.domPropertyToBe(find("#_announcement"), "textContent", text));
    }

    /** Waits for a text that the driver considers hidden, because only a style sheet opens its details element. */
    void waitForContent(String selector, String text) {
        waiting().until(ExpectedConditions.domPropertyToBe(find(selector), "textContent", text));
    }

    void waitForTextPart(String selector, String text) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Reloads the page, as the key F5 does. */
    void reload() {
        driver.navigate().refresh();
    }

    void back() {
        driver.navigate().back();
    }

    void forward() {
        driver.navigate().forward();
    }

    void waitForText(String selector, String text) {
        waiting().until(ExpectedConditions.textToBe(By.cssSelector(selector), text));
    }

    void waitForUrl(String part) {
        waiting().until(ExpectedConditions.urlContains(part));
    }

    void waitUntilGone(String selector) {
        waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Dispatches the composition event {@code event}, such as compositionstart. */
    void compose(String selector, String event) {
        driver.executeScript(
                "arguments[0].dispatchEvent(new CompositionEvent(arguments[1], { bubbles: true }))",
                find(selector),
                event);
    }

    /** Waits in the page, longer than a suggestion takes. */
    void waitForSuggestionDelay() {
        driver.executeAsyncScript("setTimeout(arguments[0], 600)");
    }

    /** Sets a flag that a newly loaded page does not have. */
    void markDocument() {
        driver.executeScript("window.marked = true");
    }

    boolean isMarkedDocument() {
        return Boolean.TRUE.equals(driver.executeScript("return window.marked === true"));
    }

    /** Sends a header with every request until it is closed. */
    Browser header(String name, String value) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of(name, value)));
        return this;
    }

    /** Sets the width of the page in CSS pixels. */
    Browser resize(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Lets the page believe that the reader prefers {@code scheme}, light or dark, and no motion, until it is closed. */
    Browser colorScheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** Returns the result of {@code script} as text. */
    String evaluate(String script) {
        return String.valueOf(driver.executeScript(script));
    }

    /** Returns the messages of the console since the last call. */
    List<String> consoleMessages() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** Presses the tab key until the element has the focus, and requires that the focus is visible. */
    Browser tabTo(String selector) {
        type(Keys.TAB); // at least once
        for (int step = 1; step < MAX_STEPS; step += STEPS_AT_ONCE) {
            driver.executeScript(STOP_AT, selector);
            type(Keys.TAB.toString().repeat(STEPS_AT_ONCE));
            if (Boolean.TRUE.equals(driver.executeScript(HAS_STOPPED, selector))) {
                requireVisibleFocus(selector);
                return this;
            }
        }
        throw new AssertionError("the tab key does not reach " + selector + " on " + url());
    }

    private void requireVisibleFocus(String selector) {
        String style = evaluate("const style = getComputedStyle(document.activeElement);"
                + "return style.outlineStyle + ' ' + parseFloat(style.outlineWidth)");
        if (style.startsWith("none") || style.endsWith(" 0")) {
            throw new AssertionError("the focus is not visible on " + selector + ": outline " + style);
        }
    }

    /** Types keys into the focused element. */
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

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, TIMEOUT, POLL_INTERVAL);
    }

    /** Waits until {@code script} returns true. */
    void waitUntil(String script) {
        waiting().until(at -> Boolean.TRUE.equals(driver.executeScript(script)));
    }

    /** Returns the result of the promise that {@code script} returns, as text. */
    String evaluateAsync(String script) {
        return String.valueOf(driver.executeAsyncScript("const done = arguments[arguments.length - 1]; (async () => {"
                + script + "})().then(done, (e) => done(String(e)))"));
    }

    /** Clears the HTTP cache, as at a first visit. */
    void clearCache() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    /** Returns the whole page as PNG. */
    byte[] screenshot() {
        Map<String, Object> answer = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "optimizeForSpeed", true));
        return Base64.getDecoder().decode(String.valueOf(answer.get("data")));
    }

    /** Leaves the page and clears its storage. */
    @Override
    public void close() {
        String page = url();
        if (page.startsWith("http")) {
            String origin = page.substring(0, page.indexOf('/', "https://".length()));
            driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        }
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of()));
        driver.get("about:blank");
        consoleMessages();
    }
}
