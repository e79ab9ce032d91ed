package jirei.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jirei.web.Site;
import jirei.web.settings.EditingSettings;
import jirei.web.settings.LoggingSettings;
import jirei.web.settings.SiteSettings;
import jirei.web.settings.TrustedProxies;
import jirei.web.settings.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address in links that others are to open, and what the pages say about it. */
class PublicAddressTest {
    private static final String EXPORT = "/export?q=" + Site.encoded("灯台") + "&format=md";
    private static final String LOCAL_ONLY = "このコンピューターでだけ開けます";

    @TempDir
    private Path folder;

    private static WebSettings behind(String proxy) {
        EditingSettings editing = EditingSettings.DEFAULT;
        return Site.SETTINGS.with(new EditingSettings(
                null,
                null,
                TrustedProxies.of(List.of(proxy)),
                true,
                editing.uploadBytes(),
                editing.historyVersions(),
                editing.localUser()));
    }

    @Test
    void aServerForOneMachineSaysThatItsLinksAreLocal() throws Exception {
        try (Site site = Site.over(folder)) {
            String origin = "http://127.0.0.1:" + site.server().port();

            assertThat(site.get(EXPORT).body()).contains(origin + "/cases/invented-2#a1", LOCAL_ONLY);
            assertThat(site.get("/shortlist").body()).contains("data-origin=\"" + origin + "\"", LOCAL_ONLY);
            assertThat(site.get("/help").body()).contains(LOCAL_ONLY, "外へ送られることはありません");
            assertThat(site.get("/like").body()).contains("外へは送られません");
        }
    }

    @Test
    void exportLinksSayThatTheLinksInFilesAreLocal() throws Exception {
        List<String> pages = List.of(
                "/?q=" + Site.encoded("灯台"), "/compare?case=invented-1&case=invented-2", "/shortlist?item=invented-1");
        String remark = "ファイルの中のリンクは、" + LOCAL_ONLY;
        try (Site site = Site.over(folder.resolve("local"));
                Site named = Site.over(
                        folder.resolve("public"),
                        Site.SETTINGS.with(new SiteSettings("https://jirei.example.jp", false)))) {
            for (String page : pages) {
                assertThat(site.get(page).body()).as(page).contains(remark);
                assertThat(named.get(page).body()).as(page).doesNotContain(remark);
            }
        }
    }

    @Test
    void thePublicUrlOfTheSettingsIsUsed() throws Exception {
        var settings = Site.SETTINGS.with(new SiteSettings("https://jirei.example.jp", false));
        try (Site site = Site.over(folder, settings)) {
            assertThat(site.get(EXPORT).body())
                    .contains("https://jirei.example.jp/cases/invented-2#a1")
                    .doesNotContain("127.0.0.1", LOCAL_ONLY);
            assertThat(site.get("/shortlist").body())
                    .contains("data-origin=\"https://jirei.example.jp\"", "リンクで共有できます")
                    .doesNotContain(LOCAL_ONLY);
            assertThat(site.get("/help").body()).contains("サーバーに送られます", "相手も同じ結果を開けます");
        }
    }

    @Test
    void theForwardedHostOfATrustedProxyIsUsed() throws Exception {
        String[] headers = {"X-Forwarded-Host", "jirei.example.jp:8443", "X-Forwarded-Proto", "https"};
        try (Site site = Site.over(folder.resolve("trusted"), behind("127.0.0.1"))) {
            assertThat(site.get(EXPORT, headers).body()).contains("https://jirei.example.jp:8443/cases/invented-2#a1");
            assertThat(site.get(EXPORT, "X-Forwarded-Host", "a b\">").body()).contains("http://127.0.0.1:");
        }
        try (Site site = Site.over(folder.resolve("other"), behind("10.1.2.3"))) {
            assertThat(site.get(EXPORT, headers).body())
                    .contains("http://127.0.0.1:")
                    .doesNotContain("example.jp");
        }
    }

    @Test
    void theForwardedHeaderOfATrustedProxyIsUsed() throws Exception {
        String[] header = {"Forwarded", "for=192.0.2.60;host=\"jirei.example.jp:8443\";proto=https"};
        try (Site site = Site.over(folder.resolve("trusted"), behind("127.0.0.1"))) {
            assertThat(site.get(EXPORT, header).body()).contains("https://jirei.example.jp:8443/cases/invented-2#a1");
            assertThat(site.get(EXPORT, "Forwarded", header[1] + ", for=127.0.0.1;host=inner;proto=http")
                            .body())
                    .as("the outermost trusted proxy")
                    .contains("https://jirei.example.jp:8443/");
            assertThat(site.get(EXPORT, "Forwarded", "for=203.0.113.9;host=forged.example, for=192.0.2.60")
                            .body())
                    .as("said by the client")
                    .contains("http://127.0.0.1:")
                    .doesNotContain("forged");
            assertThat(site.get(EXPORT, "Forwarded", header[1], "X-Forwarded-Host", "other.example.jp")
                            .body())
                    .contains("http://other.example.jp/");
            assertThat(site.get(EXPORT, "Forwarded", "host=\"a b\"").body()).contains("http://127.0.0.1:");
            assertThat(site.get(EXPORT, "Forwarded", "host=\"a").body()).contains("http://127.0.0.1:");
        }
        try (Site site = Site.over(folder.resolve("other"), behind("10.1.2.3"))) {
            assertThat(site.get(EXPORT, header).body()).doesNotContain("example.jp");
        }
    }

    @Test
    void recordsThatTheSettingsKeepAreNamed() throws Exception {
        var logging = new LoggingSettings(true, true, Duration.ofSeconds(1), folder.resolve("zero-hits.tsv"));
        try (Site site = Site.over(folder, Site.SETTINGS.with(logging))) {
            assertThat(site.get("/help").body())
                    .contains("どの記述にもない語を含む検索は", "時間のかかった検索は", "開いた画面のアドレスを")
                    .doesNotContain("読んだ事例も記録しません", "記録は残しません");
        }
    }
}
