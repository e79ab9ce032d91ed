package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import jirei.library.editors.Editor;
import jirei.library.editors.EditorFile;
import jirei.web.settings.EditingSettings;
import jirei.web.settings.TrustedProxies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The advice on editors says what is missing, and nothing if nothing is. */
class PublicServingAdviceTest {
    @TempDir
    Path folder;

    private String lines(@Nullable Path file, @Nullable String header) throws Exception {
        TrustedProxies proxies = header == null ? TrustedProxies.NONE : TrustedProxies.of(Set.of("127.0.0.1"));
        var editing = new EditingSettings(file, header, proxies, true, 1, 1, "local");
        return String.join("\n", PublicServingAdvice.lines(editing, folder.resolve("editors.txt")));
    }

    private Path named(String name) throws Exception {
        Path file = folder.resolve(name);
        EditorFile.read(file).with(new Editor("山田"), "あけぼのの鍵です").write();
        return file;
    }

    @Test
    void theSettingsForAProxyInFrontAreNamed() throws Exception {
        assertThat(lines(null, null)).contains("proxy.addresses", "public.url");
    }

    @Test
    void withoutEditorsItSaysHowToNameThem() throws Exception {
        assertThat(lines(null, null)).contains("だれが使うかも確かめません", "編集する人を決めるまで", "jirei editor add");
    }

    @Test
    void withEditorsOnlyThoseWhoReadAreNotIdentified() throws Exception {
        assertThat(lines(named("people.txt"), null))
                .doesNotContain("  6.", "資料室")
                .contains("編集する人のほかは、だれが使うかを確かめません", "リバースプロキシ");
        assertThat(lines(null, "X-Remote-User")).doesNotContain("  6.", "資料室").contains("編集する人のほかは");
    }

    @Test
    void aFileThatNoSettingNamesIsNotUsedYet() throws Exception {
        Path file = named("editors.txt");

        assertThat(lines(null, null)).contains("「editors.file = " + file + "」").doesNotContain("編集する人を決めるまで");
    }

    @Test
    void aFileWithoutEditorsNeedsOne() throws Exception {
        Path empty = Files.createFile(folder.resolve("people.txt"));

        assertThat(lines(empty, null)).contains("people.txt」に編集者がいない", "--file " + empty);
    }
}
