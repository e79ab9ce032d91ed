package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a terminal the password is the first line of standard input. */
class EditorCommandTest {
    @TempDir
    private Path folder;

    private final CommandRunner command = new CommandRunner();

    private int run(String input, Object... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return command.run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private Path file() {
        return folder.resolve("editors.txt");
    }

    @Test
    void editorsAreAddedListedAndRemoved() throws Exception {
        assertThat(run("あけぼのの鍵です\n", "editor", "add", "山田", "--file", file())).isZero();
        assertThat(Files.readString(file())).startsWith("山田:$2a$");
        assertThat(command.run("editor", "list", "--file", file())).isZero();
        assertThat(command.out()).isEqualToNormalizingNewlines("山田\n");

        assertThat(run("ゆうなぎの鍵です\n", "editor", "add", "山田", "--file", file())).isZero();
        assertThat(command.err()).contains("「山田」のパスワードを変えました");

        assertThat(command.run("editor", "remove", "山田", "--file", file())).isZero();
        assertThat(Files.readString(file())).isEmpty();
        assertThat(command.run("editor", "list", "--file", file())).isEqualTo(Main.NOTHING_FOUND);
    }

    @Test
    void theFileIsThatOfTheSettingsOrNextToTheCorpus() throws Exception {
        Path configured = folder.resolve("people.txt");
        Path settings = Files.write(
                folder.resolve("jirei.properties"),
                List.of("editors.file = " + configured.toString().replace('\\', '/')));

        run("あけぼのの鍵です\n", "editor", "add", "山田", "--settings", settings);
        run("あけぼのの鍵です\n", "editor", "add", "佐藤", "--corpus", folder.resolve("corpus"));

        assertThat(configured).exists();
        assertThat(folder.resolve("editors.txt")).exists();
        assertThat(command.err()).contains("serve の設定ファイルに「editors.file = " + folder.resolve("editors.txt") + "」と書くと");
    }

    @Test
    void wrongInputIsOneSentence() throws Exception {
        assertRejected("", List.of("add", "山田"), "jirei: パスワードがありません。端末で入れるか、標準入力に1行で渡してください。");
        assertRejected("みじかい\n", List.of("add", "山田"), "jirei: パスワードは8文字以上にしてください。");
        assertRejected("あけぼのの鍵です\n", List.of("add", "山:田"), "jirei: 「山:田」は名前に使えません。");
        assertRejected("", List.of("remove", "佐藤"), "jirei: 「佐藤」という編集者は " + file() + " にいません。");
        assertThat(file()).doesNotExist();
        assertThat(command.run("editor")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("add、list、remove のどれかを指定してください。");
    }

    private void assertRejected(String input, List<String> arguments, String sentence) {
        command.reset();
        Object[] all = java.util.stream.Stream.of(List.of("editor"), arguments, List.of("--file", file()))
                .flatMap(List::stream)
                .toArray();
        assertThat(run(input, all)).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).startsWith(sentence);
        assertThat(command.err().lines()).hasSize(1);
    }

    @Test
    void faultsAreListedByLine() throws Exception {
        Files.write(file(), List.of("山田"));

        assertThat(command.run("editor", "list", "--file", file())).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).startsWith(file() + ":1: 「山田」のパスワードのハッシュを読めません。");
    }
}
