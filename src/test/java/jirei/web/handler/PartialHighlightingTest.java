package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import jirei.web.Site;
import jirei.web.settings.DefaultLimits;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no time to mark a query wherever it stands, the page says so. */
class PartialHighlightingTest {
    /** Takes longer to read than there is. */
    private static final String QUERY = Site.encoded("寄合 " + "在宅医療と介護の連携 ".repeat(60));

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        WebLimits hasty = DefaultLimits.withSearch(Duration.ofMillis(1));
        site = Site.over(folder, WebSettings.of("127.0.0.1", 0).with(hasty));
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void aCaseSaysHowFarItIsMarked() throws Exception {
        var page = site.get("/cases/invented-4?q=" + QUERY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("時間がかかりすぎたため、途中までしか調べていません。ことばを減らしてください");
        assertThat(page.body()).contains("第25回の寄合").doesNotContain("あてはまることばがありません");
    }

    @Test
    void aComparisonSaysHowFarItIsMarked() throws Exception {
        var page = site.get("/compare?case=invented-4&case=invented-1&q=" + QUERY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("時間がかかりすぎたため、検索のことばの印を途中までしか付けていません。ことばを減らしてください。");
    }

    @Test
    void withoutAQueryNothingIsMissing() throws Exception {
        assertThat(site.get("/cases/invented-4").body()).doesNotContain("時間がかかりすぎた");
        assertThat(site.get("/compare?case=invented-4&case=invented-1").body()).doesNotContain("時間がかかりすぎた");
    }
}
