package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jirei.web.settings.EditingSettings;
import jirei.web.settings.LoggingSettings;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeSettingsTest {
    @TempDir
    private Path folder;

    private ServeSettings read(String... lines) throws Exception {
        return ServeSettings.read(Files.write(folder.resolve("jirei.properties"), java.util.List.of(lines)));
    }

    @Test
    void searchesOfAClusterAreNotLimitedByTheProcessors() throws Exception {
        WebLimits.LoadLimits embedded = ServeSettings.read(null)
                .webSettings("127.0.0.1", 7070, false, false)
                .limits()
                .load();
        WebLimits.LoadLimits distributed = ServeSettings.read(null)
                .webSettings("127.0.0.1", 7070, false, true)
                .limits()
                .load();

        assertThat(embedded.concurrentSearches())
                .isEqualTo(2 * Runtime.getRuntime().availableProcessors());
        assertThat(distributed.concurrentSearches()).isEqualTo(distributed.concurrentRequests());
    }

    @Test
    void withoutAFileAllSettingsHaveTheirDefaults() throws Exception {
        WebSettings settings = ServeSettings.read(null).webSettings("127.0.0.1", 7070, false, false);

        assertThat(settings.limits()).isEqualTo(WebLimits.DEFAULT);
        assertThat(settings.logging()).isEqualTo(LoggingSettings.DEFAULT);
        assertThat(settings.hosts()).isEmpty();
    }

    @Test
    void settingsOfTheFileAreApplied() throws Exception {
        ServeSettings fromFile = read(
                "search.millis = 300",
                "hosts = a.example, b.example",
                "log=json",
                "zero-hits=zero.tsv",
                "log.requests=on");
        WebSettings settings = fromFile.webSettings("0.0.0.0", 0, false, false);

        assertThat(settings.limits().times().search()).isEqualTo(Duration.ofMillis(300));
        assertThat(settings.limits().load()).isEqualTo(WebLimits.DEFAULT.load());
        assertThat(settings.hosts()).containsExactlyInAnyOrder("a.example", "b.example");
        assertThat(settings.logging().requests()).isTrue();
        assertThat(settings.logging().zeroHits()).isEqualTo(Path.of("zero.tsv"));
        assertThat(fromFile.logFormat()).isEqualTo("json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            search.milis=1          | 「search.milis」という設定はありません。使えるのは hosts、
            search.millis=soon      | search.millis の値「soon」は正しくありません。1 から 600,000 までの整数を指定してください。
            query.characters=2000   | query.characters の値「2000」は正しくありません。1 から 1,000 までの整数を指定してください。
            log=xml                 | log の値「xml」は正しくありません。text か jsonを指定してください。
            proxy.addresses=10.0.0.300      | proxy.addresses の値「10.0.0.300」は正しくありません。10.1.2.3 や 10.0.0.0/8 のようなアドレス
            proxy.addresses=proxy.example   | proxy.addresses の値「proxy.example」は正しくありません。
            proxy.addresses=10.1.0.0/8      | proxy.addresses の値「10.1.0.0/8」は正しくありません。
            editors.header=X User           | editors.header の値「X User」は正しくありません。
            editors.header=X-Remote-User    | に editors.header がありますが、proxy.addresses がありません。
            sources.download=maybe          | sources.download の値「maybe」は正しくありません。
            upload.bytes=0                  | upload.bytes の値「0」は正しくありません。
            history.versions=0              | history.versions の値「0」は正しくありません。
            hosts=\\u00             | を読み取れません。UTF-8 で「名前 = 値」の行を書いてください。
            """)
    void anInvalidSettingIsReported(String line, String sentence) {
        assertThatThrownBy(() -> {
                    ServeSettings fromFile = read(line);
                    fromFile.logFormat();
                    fromFile.webSettings("127.0.0.1", 0, false, false);
                })
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void sourcesAreForReadersOfThisMachineUnlessSet() throws Exception {
        EditingSettings local = ServeSettings.read(null)
                .webSettings("127.0.0.1", 0, false, false)
                .editing();
        assertThat(local.downloadsSources()).isTrue();
        assertThat(local.namesEditors()).isFalse();
        assertThat(local.localUser()).isEqualTo(System.getProperty("user.name"));
        assertThat(ServeSettings.read(null)
                        .webSettings("0.0.0.0", 0, false, false)
                        .editing()
                        .downloadsSources())
                .isFalse();
        ServeSettings opened = read("sources.download = on");
        assertThat(opened.webSettings("0.0.0.0", 0, false, false).editing().downloadsSources())
                .isTrue();
        ServeSettings closed = read("sources.download = off");
        assertThat(closed.webSettings("127.0.0.1", 0, false, false).editing().downloadsSources())
                .isFalse();
    }

    @Test
    void settingsForEditingAreApplied() throws Exception {
        EditingSettings editing = read(
                        "editors.file = people.txt",
                        "editors.header = X-Remote-User",
                        "proxy.addresses = 10.0.0.0/8, ::1",
                        "upload.bytes = 1000",
                        "history.versions = 7")
                .webSettings("0.0.0.0", 0, false, false)
                .editing();

        assertThat(editing.editorsFile()).isEqualTo(Path.of("people.txt"));
        assertThat(editing.editorHeader()).isEqualTo("X-Remote-User");
        assertThat(editing.uploadBytes()).isEqualTo(1000);
        assertThat(editing.historyVersions()).isEqualTo(7);
        assertThat(editing.proxies().contains("10.9.8.7")).isTrue();
        assertThat(editing.proxies().contains("0:0:0:0:0:0:0:1")).isTrue();
        assertThat(editing.proxies().contains("11.0.0.1")).isFalse();
        assertThat(editing.proxies().contains("example.org")).isFalse();
    }

    @Test
    void aMissingFileIsReported() {
        assertThatThrownBy(() -> ServeSettings.read(folder.resolve("none")))
                .hasMessageContaining("がありません。--settings の指定を確かめてください。");
    }
}
