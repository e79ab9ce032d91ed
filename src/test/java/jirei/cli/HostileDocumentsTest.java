package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jirei.AllocatedBytes;
import jirei.intake.Documents;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken file is reported in one line, within bounded memory, and the other files are imported. */
@Tag("slow")
class HostileDocumentsTest {
    /** Allocated at most by an import, which bounds its work; a multiple of the largest document that is read. */
    private static final long MAX_BYTES = 256L << 20;

    /** Start of an entry in the directory of a ZIP file. */
    private static final int CENTRAL_HEADER = 0x02014b50;
    /** Offset in the entry of the offset of the file's data. */
    private static final int LOCAL_OFFSET = 42;

    private static final String XML_BOMB = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>"
            + "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
            + "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
            + "<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'>"
            + "<!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'><!ENTITY i '&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;'>]>";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path good;

    @BeforeEach
    void writeGoodDocument() throws IOException {
        good = Files.writeString(folder.resolve("z-good.txt"), "町の話\n\n本文がある。\n");
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private int run(Object... documents) {
        List<String> arguments = Stream.concat(
                        Stream.of("import"), Arrays.stream(documents).map(Object::toString))
                .toList();
        String[] all = Stream.concat(
                        arguments.stream(),
                        Stream.of("--into", folder.resolve("cases").toString()))
                .toArray(String[]::new);
        return Main.run(
                all,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }

    /** Imports the file together with a valid one: one line reports it, and the valid one is imported. */
    private void assertReported(Path file, String problem) {
        long before = AllocatedBytes.ofAllThreads();
        int exitCode = run(file, good);
        long bytes = AllocatedBytes.ofAllThreads() - before;
        String messages = err.toString(StandardCharsets.UTF_8);

        assertThat(messages.lines().filter(line -> line.startsWith("jirei: ")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(problem));
        assertThat(messages).doesNotContain("\tat ").contains("z-good");
        assertThat(exitCode).isEqualTo(Main.WRONG_INPUT);
        assertThat(bytes).as("bytes allocated").isLessThan(MAX_BYTES);
    }

    private byte[] pdf(boolean encrypted) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            if (encrypted) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void aTruncatedPdf() throws IOException {
        byte[] whole = pdf(false);

        assertReported(file("a.pdf", Arrays.copyOf(whole, whole.length / 3)), "「a.pdf」は壊れているか途中で切れたPDFのため");
    }

    @Test
    void anEncryptedPdf() throws IOException {
        assertReported(file("a.pdf", pdf(true)), "「a.pdf」はパスワードで保護されているため、パスワードを外して");
    }

    @Test
    void aPdfOfImagesOnly() throws IOException {
        assertReported(file("a.pdf", pdf(false)), "画像だけのPDF");
    }

    @Test
    void aPdfWhosePageContentsAreDamaged() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            var contents = new PDStream(document);
            try (OutputStream raw = contents.getCOSObject().createRawOutputStream()) {
                raw.write("not deflated".getBytes(StandardCharsets.US_ASCII));
            }
            contents.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(contents);
            document.save(out, CompressParameters.NO_COMPRESSION);

            assertReported(file("a.pdf", out.toByteArray()), "「a.pdf」はページの中身が壊れていて文字を読み取れないPDFのため");
        }
    }

    @Test
    void anEncryptedOfficeFile() throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] bytes = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, bytes, 0, 4);
        System.arraycopy(name, 0, bytes, 1024, name.length);

        assertReported(file("a.docx", bytes), "パスワードの付いたOffice文書");
    }

    @Test
    void aTruncatedWordFile() throws IOException {
        byte[] whole = Files.readAllBytes(Documents.word(folder.resolve("whole.docx")));
        Files.delete(folder.resolve("whole.docx"));

        assertReported(file("a.docx", Arrays.copyOf(whole, whole.length / 2)), "「a.docx」は壊れているか途中で切れた");
    }

    @Test
    void anXmlBomb() throws IOException {
        Path file = Documents.openDocument(folder.resolve("a.odt"), XML_BOMB, "<text:p>&i;</text:p>");

        assertReported(file, "「a.odt」は");
    }

    @Test
    void anXmlBombInAWordFile() throws IOException {
        String text = XML_BOMB + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                + "<w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>";
        Path file = Documents.zip(
                folder.resolve("a.docx"),
                "[Content_Types].xml",
                new byte[0],
                "word/document.xml",
                text.getBytes(StandardCharsets.UTF_8));

        assertReported(file, "「a.docx」は");
    }

    @Test
    void aLongEntityRepeatedManyTimes() throws IOException {
        String prologue = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a '" + "あ".repeat(100_000) + "'>]>";
        Path file = Documents.openDocument(
                folder.resolve("a.odt"), prologue, "<text:p>" + "&a;".repeat(100_000) + "</text:p>");

        assertReported(file, "「a.odt」は");
    }

    @Test
    void deeplyNestedElements() throws IOException {
        String deep = "<text:span>".repeat(100_000) + "</text:span>".repeat(100_000);
        Path file = Documents.openDocument(folder.resolve("a.odt"), "", "<text:p>" + deep + "</text:p>");

        assertReported(file, "「a.odt」は");
    }

    @Test
    void aZipBomb() throws IOException {
        Path file = Documents.zip(folder.resolve("a.zip"), "big.txt", new byte[40 << 20]);

        assertReported(file, "「a.zip/big.txt」は展開すると不自然に大きくなるため");
    }

    @Test
    void aWordFileWithAHugePart() throws IOException {
        byte[] spaces = new byte[120 << 20];
        Arrays.fill(spaces, (byte) ' ');
        Path file = Documents.zip(
                folder.resolve("a.docx"), "[Content_Types].xml", new byte[0], "word/document.xml", spaces);

        assertReported(file, "「a.docx」は");
    }

    @Test
    void aZipInAZip() throws IOException {
        Path inner = Documents.zip(folder.resolve("inner.zip"), "a.txt", new byte[] {'a'});
        Path file = Documents.zip(folder.resolve("a.zip"), "inner.zip", Files.readAllBytes(inner));

        assertReported(file, "「a.zip/inner.zip」はZIPの中のZIPのため");
    }

    @Test
    void aZipWithTooManyFiles() throws IOException {
        Object[] files = new Object[2 * 20_001];
        for (int at = 0; at < files.length; at += 2) {
            files[at] = at + ".txt";
            files[at + 1] = new byte[0];
        }

        assertReported(Documents.zip(folder.resolve("a.zip"), files), "中のファイルが20000を超える");
    }

    @Test
    void aZipWithForgedSizes() throws IOException {
        Path honest = Documents.zip(folder.resolve("honest.zip"), "big.txt", new byte[40 << 20]);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(honest)).order(ByteOrder.LITTLE_ENDIAN);
        int replaced = 0;
        for (int at = 0; at + 4 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == 40 << 20) {
                bytes.putInt(at, 10);
                replaced++;
            }
        }

        assertThat(replaced).isEqualTo(2);
        assertReported(file("a.zip", bytes.array()), "「a.zip/big.txt」は");
    }

    /** The directory names the same bytes many times, each time as another file. */
    @Test
    void aZipWhoseFilesOverlap() throws IOException {
        Path honest = Documents.zip(folder.resolve("honest.zip"), "a.txt", new byte[1000], "b.txt", new byte[1000]);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(honest)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 46 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == CENTRAL_HEADER) {
                bytes.putInt(at + LOCAL_OFFSET, 0);
            }
        }

        assertReported(file("a.zip", bytes.array()), "「a.zip」は中のファイルどうしが重なる壊れた構造のため、作り直すか");
    }

    @Test
    void aWordFileWhosePartsOverlap() throws IOException {
        Path honest = Documents.word(folder.resolve("honest.docx"));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(honest)).order(ByteOrder.LITTLE_ENDIAN);
        Files.delete(honest);
        int last = 0;
        for (int at = 0; at + 46 <= bytes.limit(); at++) {
            last = bytes.getInt(at) == CENTRAL_HEADER ? at : last;
        }
        bytes.putInt(last + LOCAL_OFFSET, bytes.getInt(last + LOCAL_OFFSET) - 50);

        assertReported(file("a.docx", bytes.array()), "「a.docx」は中のファイルどうしが重なる壊れた構造のため、作り直すか");
    }

    @Test
    void aZipWithAPassword() throws IOException {
        Path honest = Documents.zip(folder.resolve("honest.zip"), "a.txt", new byte[] {'a'});
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(honest)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 < bytes.limit(); at++) {
            if (bytes.getInt(at) == CENTRAL_HEADER) {
                bytes.putShort(at + 8, (short) (bytes.getShort(at + 8) | 1));
            }
        }

        assertReported(file("a.zip", bytes.array()), "「a.zip」はパスワードで保護されているため");
    }

    @Test
    void aZipWhoseFileHasAnotherChecksum() throws IOException {
        Path honest = Documents.zip(folder.resolve("honest.zip"), "a.txt", new byte[] {'a'});
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(honest)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 < bytes.limit(); at++) {
            if (bytes.getInt(at) == CENTRAL_HEADER) {
                bytes.putInt(at + 16, 1);
            }
        }

        assertReported(file("a.zip", bytes.array()), "「a.zip/a.txt」は壊れているか");
    }

    @Test
    void aZipWithTwoFilesOfOneName() throws IOException {
        byte[] bytes = Files.readAllBytes(
                Documents.zip(folder.resolve("honest.zip"), "one.txt", new byte[] {'a'}, "two.txt", new byte[] {'b'}));
        String renamed = new String(bytes, StandardCharsets.ISO_8859_1).replace("two.txt", "one.txt");

        assertReported(
                file("a.zip", renamed.getBytes(StandardCharsets.ISO_8859_1)), "「a.zip」には同じ名前のファイルが二つ以上入っているため、作り直すか");
    }

    @Test
    void aTextOfTwoGigabytes() throws IOException {
        Path file = file("a.txt", "あ".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(2L << 30); // a sparse file, which takes no disk space
        }

        assertReported(file, "「a.txt」は48MBを超えるため、分けて");
    }

    @Test
    void aBinaryFileNamedText() throws IOException {
        byte[] bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);

        assertReported(file("a.txt", bytes), "「a.txt」は文章ではないデータのため");
    }

    @Test
    void anImageNamedPdf() throws IOException {
        assertReported(file("a.pdf", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}), "「a.pdf」は画像のため、文字を読み取って（OCR）");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertReported(file("a.docx", new byte[0]), "「a.docx」は空のファイルであるため");
    }

    @Test
    void aMissingFile() {
        assertReported(folder.resolve("missing.pdf"), "missing.pdf」を読めません。ファイルの場所と権限を確かめてください。");
    }

    @Test
    void aTextInAnUnknownEncoding() throws IOException {
        byte[] bytes = "夜の電話に出る当番を決めた。".getBytes(Charset.forName("windows-31j"));
        bytes[7] = (byte) 0xFF;

        assertReported(file("a.txt", bytes), "「a.txt」の文字コードが分からないため、UTF-8で保存し直して");
    }

    @Test
    void theImportFailsOnlyIfNoDocumentCanBeRead() throws IOException {
        assertThat(run(file("a.txt", new byte[0]), folder.resolve("missing.txt")))
                .isEqualTo(Main.FAILURE);
        assertThat(run(good)).isEqualTo(Main.OK);
    }
}
