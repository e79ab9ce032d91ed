package jirei.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    private static final String PDF = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";

    @TempDir
    private Path folder;

    private Format of(String content) throws IOException {
        return Format.of(Files.writeString(folder.resolve("file"), content));
    }

    /** An archive whose members are not compressed, so that its first kilobyte has what they start with. */
    private Path stored(String... namesAndContents) throws IOException {
        Path file = folder.resolve("stored");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int at = 0; at < namesAndContents.length; at += 2) {
                byte[] content = namesAndContents[at + 1].getBytes(StandardCharsets.UTF_8);
                var checksum = new CRC32();
                checksum.update(content);
                var entry = new ZipEntry(namesAndContents[at]);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return file;
    }

    @Test
    void anArchiveIsOneWhateverItsFirstDocumentIs() throws IOException {
        assertThat(Format.of(stored("灯台.pdf", PDF, "港.txt", "港の話"))).isEqualTo(Format.ZIP);
        assertThat(Format.of(stored("灯台.rtf", "{\\rtf1 港の話}"))).isEqualTo(Format.ZIP);
        assertThat(Format.of(stored("添付.pdf", PDF, "word/document.xml", "<document/>")))
                .isEqualTo(Format.WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"})
    void aPdfMayHaveSomethingBeforeIt(String before) throws IOException {
        assertThat(of(before + PDF)).isEqualTo(Format.PDF);
    }

    @Test
    void aPdfThatIsCutOffIsOne() throws IOException {
        assertThat(of("%PDF-1.")).isEqualTo(Format.PDF);
    }

    @Test
    void anotherFormatThatMentionsOrHoldsAPdfIsNone() throws IOException {
        assertThat(of("灯台の報告を保存する形式の話。先頭は %PDF-1.7 となる。\n")).isEqualTo(Format.TEXT);
        assertThat(of("# 保存の形式\n\n%PDF-1.7 で始まる。\n")).isEqualTo(Format.MARKDOWN);
        assertThat(of("{\\rtf1 %PDF-1.7 1 0 obj}")).isEqualTo(Format.RTF);
        byte[] old = ("\u00D0\u00CF\u0011\u00E0" + "\0".repeat(508) + PDF).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Format.of(Files.write(folder.resolve("old"), old))).isEqualTo(Format.OLD_OFFICE);
    }
}
