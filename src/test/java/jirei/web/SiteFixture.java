package jirei.web;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests over the invented cases of {@link Site}: one server for each test class. */
public abstract class SiteFixture {
    protected static Site site;

    @BeforeAll
    static void startSite(@TempDir Path folder) throws Exception {
        site = Site.over(folder);
    }

    @AfterAll
    static void stopSite() throws Exception {
        site.close();
    }
}
