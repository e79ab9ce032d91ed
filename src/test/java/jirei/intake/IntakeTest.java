package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jirei.cases.CaseStudy;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.mieruka.Pages;
import jirei.intake.source.SourceFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void byteOrderMarkAndLineTerminatorsAreIgnored() throws Exception {
        Path file = file("marked.txt", ("\uFEFF" + document()).getBytes(StandardCharsets.UTF_8));

        assertThat(Intake.read(file, Lexicon.shipped()).cases()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "EUC-JP", "ISO-2022-JP", "UTF-16"})
    void theLayoutIsRecognizedInEveryJapaneseEncoding(String charset) throws Exception {
        Path file = file("old.txt", document().getBytes(Charset.forName(charset)));

        assertThat(Intake.read(file, Lexicon.shipped()).cases())
                .singleElement()
                .extracting(CaseStudy::title)
                .isEqualTo("港と山をつなぐ見守りの輪");
    }

    @Test
    void anUnknownLayoutIsReadByItsHeadings() throws Exception {
        Path file = file("diary.txt", "港の日記\n\nきょうは晴れた。\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Intake.read(file, Lexicon.shipped()).cases())
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo("diary"))
                .satisfies(found -> assertThat(found.title()).isEqualTo("港の日記"));
    }

    @Test
    void anEmptyFileIsReported() throws Exception {
        Path file = file("empty.txt", new byte[0]);

        assertThatThrownBy(() -> Intake.read(file, Lexicon.shipped()))
                .isInstanceOf(SourceFormatException.class)
                .hasMessage("「empty.txt」は空のファイルです。中身を確かめてください。");
    }
}
