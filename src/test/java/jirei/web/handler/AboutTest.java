package jirei.web.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jirei.cases.SiteTexts;
import jirei.web.Site;
import jirei.web.settings.SiteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AboutTest {
    @TempDir
    Path folder;

    private String about(SiteSettings settings) throws Exception {
        try (Site site = Site.over(folder, Site.SETTINGS.with(settings))) {
            return site.get("/about").body();
        }
    }

    @Test
    void itNamesVersionContactAndWhatIsKept() throws Exception {
        assertThat(about(new SiteSettings(null, false, "mado@example.jp", "1.2.3")))
                .contains("<dd>Jirei 1.2.3</dd>", "<a href=\"mailto:mado@example.jp\">mado@example.jp</a>")
                .contains("Jirei は、検索のキーワードも、読んだ事例も記録しません。");
    }

    @Test
    void aContactThatIsNoAddressIsText() throws Exception {
        assertThat(about(new SiteSettings(null, false, "海の県 医療課（内線12）", "")))
                .contains("<dd>海の県 医療課（内線12）</dd>")
                .doesNotContain("バージョン");
    }

    @Test
    void aScriptIsNoContactLink() throws Exception {
        assertThat(about(new SiteSettings(null, false, "javascript:alert(1)", "")))
                .contains("<dd>javascript:alert(1)</dd>");
    }

    @Test
    void itListsTheCollectionsWithTheirRights() throws Exception {
        assertThat(about(SiteSettings.DEFAULT))
                .contains("4事例、34件の記述")
                .contains("<h3>架空の事例集</h3>", "<dd>3事例</dd>", "<dd>架空の会</dd>", "<dd>自由に使える</dd>")
                .contains("設定されていません。");
    }

    @Test
    void everyPageNamesThePublicationOfTheStatistics() throws Exception {
        SiteSettings settings = SiteSettings.DEFAULT.with(SiteTexts.DEFAULT, "海の統計所「海の統計」を加工して作成");
        try (Site site = Site.over(folder, Site.SETTINGS.with(settings))) {
            for (String path : new String[] {"/", "/?q=" + Site.encoded("船"), "/charts", "/compare", "/like"}) {
                assertThat(site.get(path).body()).as(path).contains("市区町村の統計: 海の統計所「海の統計」を加工して作成");
            }
        }
        assertThat(about(SiteSettings.DEFAULT)).doesNotContain("市区町村の統計:");
    }
}
