package jirei.web;

import org.junit.jupiter.api.BeforeAll;

/** Base of browser tests over the invented cases of {@link Site}. */
abstract class BrowserFixture extends SiteFixture {
    @BeforeAll
    static void requireBrowser() {
        Browser.assumeAvailable();
    }
}
