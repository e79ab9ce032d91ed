package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jirei.corpus.Lexicon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static String document() {
        Pages pages = new Pages()
                .front("港の人が声をかける")
                .lead("港では漁を終えた人たちが毎朝、ひとり暮らしの家に声をかけて回ります。")
                .notice();
        return String.join("\r\n", pages.asLines());
    }

    @Test
    void aByteOrderMarkAndLineEndsDontMatter() throws Exception {
        Path file = file("marked.txt", ("\uFEFF" + document()).getBytes(StandardCharsets.UTF_8));

        assertThat(Intake.read(file, Lexicon.shipped()).cases()).hasSize(1);
    }

    @Test
    void anotherEncodingIsNamedAsTheProblem() throws Exception {
        Path file = file("old.txt", "〈島根県〉".getBytes(Charset.forName("Shift_JIS")));

        assertThatThrownBy(() -> Intake.read(file, Lexicon.shipped()))
                .isInstanceOf(SourceFormatException.class)
                .hasMessage("「old.txt」はUTF-8の文章ではないため、UTF-8で保存し直してください。");
    }

    @Test
    void anotherLayoutIsToldWhichOnesAreRead() throws Exception {
        Path file = file("diary.txt", "きょうは晴れた。".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Intake.read(file, Lexicon.shipped()))
                .isInstanceOf(SourceFormatException.class)
                .hasMessageContaining("diary.txt")
                .hasMessageContaining("見える化プロジェクトの事例集のテキスト（UTF-8）");
    }

    @Test
    void anEmptyFileIsToldSo() throws Exception {
        Path file = file("empty.txt", new byte[0]);

        assertThatThrownBy(() -> Intake.read(file, Lexicon.shipped()))
                .isInstanceOf(SourceFormatException.class)
                .hasMessage("「empty.txt」には文章がないため、中身を確かめてください。");
    }
}
