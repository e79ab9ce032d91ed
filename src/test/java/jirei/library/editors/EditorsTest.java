package jirei.library.editors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Editors are those whom the file names now. */
class EditorsTest {
    private static final String HASH = BCrypt.hashpw("あけぼのの鍵", BCrypt.gensalt(8));

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();

    private Editors editors(String... lines) throws Exception {
        return new Editors(Files.write(file(), List.of(lines)), faults::add);
    }

    private Path file() {
        return folder.resolve("editors.txt");
    }

    @Test
    void aNamedEditorHasThePasswordOfTheHash() throws Exception {
        Editors editors = editors("# 編集者", "", "山田:" + HASH, "sato@example.jp\t" + HASH);

        assertThat(editors.names()).containsExactly("山田", "sato@example.jp");
        assertThat(editors.matches("山田", "あけぼのの鍵")).isTrue();
        assertThat(editors.matches("sato@example.jp", "あけぼのの鍵")).isTrue();
        assertThat(editors.matches("山田", "あけぼのの錠")).isFalse();
        assertThat(editors.matches("鈴木", "あけぼのの鍵")).isFalse();
        assertThat(editors.matches("", "あけぼのの鍵")).isFalse();
        assertThat(faults).isEmpty();
    }

    @Test
    void bytesThatBcryptDoesNotReadAreNotIgnored() throws Exception {
        String longest = "a".repeat(72);
        Editors editors = editors("山田:" + BCrypt.hashpw(longest, BCrypt.gensalt(8)));

        assertThat(editors.matches("山田", longest)).isTrue();
        assertThat(editors.matches("山田", longest + "b")).isFalse();
    }

    @Test
    void anUnknownNameTakesAsLongAsAWrongPassword() throws Exception {
        Editors editors = editors("山田:" + BCrypt.hashpw("あけぼのの鍵", BCrypt.gensalt(10)));
        editors.matches("山田", "あたため");

        long known = nanos(() -> editors.matches("山田", "ちがう鍵"));
        long unknown = nanos(() -> editors.matches("鈴木", "ちがう鍵"));

        assertThat(unknown).isBetween(known / 3, known * 3);
    }

    private static long nanos(Runnable task) {
        long start = System.nanoTime();
        task.run();
        return System.nanoTime() - start;
    }

    @Test
    void aChangeOfTheFileAppliesAtOnce() throws Exception {
        Editors editors = editors("山田:" + HASH);
        String before = editors.credential("山田").orElseThrow();

        EditorFile.read(file()).with(new Editor("山田"), "ゆうなぎの鍵です").write();
        assertThat(editors.credential("山田")).isPresent().get().isNotEqualTo(before);
        assertThat(editors.matches("山田", "あけぼのの鍵")).isFalse();
        assertThat(editors.matches("山田", "ゆうなぎの鍵です")).isTrue();

        EditorFile.read(file()).without("山田").write();
        assertThat(editors.names()).isEmpty();

        Files.delete(file());
        assertThat(editors.names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            山田                | 「山田」のパスワードのハッシュを読めません。「jirei editor add 山田」で付け直してください
            山田:ひみつのことば | 「山田」のパスワードのハッシュを読めません。
            山田:$2a$04$.       | 「山田」のパスワードのハッシュを読めません。
            :ハッシュ           | 編集者の名前がありません。「名前:ハッシュ」の形で書いてください
            """)
    void aFaultIsToldByItsLineAndNamesNobody(String line, String problem) throws Exception {
        Editors editors = editors("# 編集者", "佐藤:" + HASH, line);

        assertThat(editors.names()).containsExactly("佐藤");
        assertThat(faults).singleElement().asString().startsWith(file() + ":3: " + problem);
        assertThat(editors.names()).isNotEmpty();
        assertThat(faults).as("told once").hasSize(1);
    }

    @Test
    void theSecondLineOfANameIsAFault() throws Exception {
        Editors editors = editors("佐藤:" + HASH, "佐藤:" + BCrypt.hashpw("ほかの鍵", BCrypt.gensalt(8)));

        assertThat(editors.matches("佐藤", "あけぼのの鍵")).isTrue();
        assertThat(faults).containsExactly(file() + ":2: 「佐藤」が二度あります。一つにしてください");
    }

    @Test
    void nobodyMaySignInIfTheFileIsUnreadable() throws Exception {
        Files.write(file(), new byte[] {(byte) 0x93, (byte) 0xFA, ':'});
        var editors = new Editors(file(), faults::add);

        assertThat(editors.names()).isEmpty();
        assertThat(editors.matches("山田", "あけぼのの鍵")).isFalse();
        assertThat(faults).isNotEmpty();
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws Exception {
        EditorFile.read(file()).with(new Editor("山田"), "あけぼのの鍵です").write();

        if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(file())).startsWith("山田:$2a$12$").doesNotContain("あけぼの");
    }

    @Test
    void commentsAreKept() throws Exception {
        Files.write(file(), List.of("# 編集者", "山田:" + HASH, "", "佐藤:" + HASH));

        EditorFile.read(file()).without("山田").write();

        assertThat(Files.readAllLines(file())).containsExactly("# 編集者", "", "佐藤:" + HASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 山田", "山:田", "山\n田", "山\u202E田", "#山田", "山\t田"})
    void suchTextIsNoName(String name) {
        assertThat(Editor.isName(name)).isFalse();
        assertThatThrownBy(() -> new Editor(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("editor name must be 1 to 64 characters");
    }

    @ParameterizedTest
    @CsvSource({"みじかい, パスワードは8文字以上にしてください。", "あいうえおかきくけこあいうえおかきくけこあいうえお, 'パスワードが長すぎます。半角で72文字、かなや漢字で24文字までにしてください。'"})
    void anUnfitPasswordIsToldWhy(String password, String problem) {
        assertThat(EditorFile.passwordProblem(password)).contains(problem);
    }
}
