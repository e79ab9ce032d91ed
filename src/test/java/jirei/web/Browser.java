package jirei.web;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
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

/** A real Chromium on a page of a {@link Site}. */
final class Browser implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromeDriver driver;

    /**
     * @param profile a folder for what the browser keeps
     * @param scripts whether JavaScript is on
     */
    Browser(Path profile, boolean scripts) {
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
                "--window-size=1280,1000",
                "--user-data-dir=" + profile);
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
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

    @Override
    public void close() {
        driver.quit();
    }
}
