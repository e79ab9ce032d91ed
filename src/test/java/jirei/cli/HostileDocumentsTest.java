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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jirei.AllocatedBytes;
import jirei.intake.Documents;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Writes a broken document into a folder of its own. */
    @FunctionalInterface
    private interface Document {
        Path writtenTo(Path folder) throws IOException;
    }

    /** A broken document and a part of the line that reports it. */
    private record Broken(String name, Document document, String problem) {}

    private static final List<Broken> ALL = List.of(
            new Broken("a truncated pdf", HostileDocumentsTest::truncatedPdf, "「a.pdf」は壊れているか途中で切れたPDFです"),
            new Broken("an encrypted pdf", HostileDocumentsTest::encryptedPdf, "「a.pdf」はパスワードで保護されています。パスワードを外して"),
            new Broken("a pdf of images only", HostileDocumentsTest::pdfOfImagesOnly, "画像だけのPDF"),
            new Broken(
                    "a pdf whose page contents are damaged",
                    HostileDocumentsTest::pdfWhosePageContentsAreDamaged,
                    "「a.pdf」はページの中身が壊れていて文字を読み取れないPDFです"),
            new Broken("an encrypted office file", HostileDocumentsTest::encryptedOfficeFile, "パスワードの付いたOffice文書"),
            new Broken("a truncated word file", HostileDocumentsTest::truncatedWordFile, "「a.docx」は壊れているか途中で切れた"),
            new Broken("an xml bomb", HostileDocumentsTest::xmlBomb, "「a.odt」は"),
            new Broken("an xml bomb in a word file", HostileDocumentsTest::xmlBombInAWordFile, "「a.docx」は"),
            new Broken(
                    "a long entity repeated many times", HostileDocumentsTest::longEntityRepeatedManyTimes, "「a.odt」は"),
            new Broken("deeply nested elements", HostileDocumentsTest::deeplyNestedElements, "「a.odt」は"),
            new Broken("a zip bomb", HostileDocumentsTest::zipBomb, "「a.zip/big.txt」は展開すると不自然に大きくなります"),
            new Broken("a word file with a huge part", HostileDocumentsTest::wordFileWithAHugePart, "「a.docx」は"),
            new Broken("a zip in a zip", HostileDocumentsTest::zipInAZip, "「a.zip/inner.zip」はZIPの中のZIPです"),
            new Broken("a zip with too many files", HostileDocumentsTest::zipWithTooManyFiles, "中のファイルが20000を超える"),
            new Broken("a zip with forged sizes", HostileDocumentsTest::zipWithForgedSizes, "「a.zip/big.txt」は"),
            new Broken(
                    "a zip whose files overlap",
                    HostileDocumentsTest::zipWhoseFilesOverlap,
                    "「a.zip」は中のファイルどうしが重なる壊れた構造です。作り直すか"),
            new Broken(
                    "a word file whose parts overlap",
                    HostileDocumentsTest::wordFileWhosePartsOverlap,
                    "「a.docx」は中のファイルどうしが重なる壊れた構造です。作り直すか"),
            new Broken("a zip with a password", HostileDocumentsTest::zipWithAPassword, "「a.zip」はパスワードで保護されています"),
            new Broken(
                    "a zip whose file has another checksum",
                    HostileDocumentsTest::zipWhoseFileHasAnotherChecksum,
                    "「a.zip/a.txt」は壊れているか"),
            new Broken(
                    "a zip with two files of one name",
                    HostileDocumentsTest::zipWithTwoFilesOfOneName,
                    "「a.zip」には同じ名前のファイルが二つ以上入っています。作り直すか"),
            new Broken("a text of two gigabytes", HostileDocumentsTest::textOfTwoGigabytes, "「a.txt」は48MBを超えています。分けて"),
            new Broken("a binary file named text", HostileDocumentsTest::binaryFileNamedText, "「a.txt」は文章ではないデータです"),
            new Broken("an image named pdf", HostileDocumentsTest::imageNamedPdf, "「a.pdf」は画像です。文字を読み取って（OCR）"),
            new Broken("an empty file", HostileDocumentsTest::emptyFile, "「a.docx」は空のファイルです"),
            new Broken("a missing file", HostileDocumentsTest::missingFile, "missing.pdf」を読めません。ファイルの場所と権限を確かめてください。"),
            new Broken(
                    "a text in an unknown encoding",
                    HostileDocumentsTest::textInAnUnknownEncoding,
                    "「a.txt」の文字コードが分かりません。UTF-8で保存し直して"));

    @TempDir
    private static Path root;

    private static List<String> lines = List.of();

    @TempDir
    Path folder;

    static List<Arguments> broken() {
        return IntStream.range(0, ALL.size())
                .mapToObj(number -> Arguments.of(ALL.get(number).name(), number))
                .toList();
    }

    /** In one import, since each starts a process that reads the documents. */
    @BeforeAll
    static void importAllWithOneThatIsValid() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Broken broken : ALL) {
            Path own = Files.createDirectory(root.resolve("document-" + documents.size()));
            documents.add(broken.document().writtenTo(own));
        }
        documents.add(good(root));
        var err = new ByteArrayOutputStream();
        long before = AllocatedBytes.ofAllThreads();
        int exitCode = run(err, root, documents);
        long bytes = AllocatedBytes.ofAllThreads() - before;
        String messages = err.toString(StandardCharsets.UTF_8);
        lines = messages.lines().filter(line -> line.startsWith("jirei: ")).toList();

        assertThat(messages).doesNotContain("\tat ").contains("z-good");
        assertThat(exitCode).isEqualTo(Main.WRONG_INPUT);
        assertThat(bytes).as("bytes allocated").isLessThan(MAX_BYTES);
    }

    private static Path good(Path folder) throws IOException {
        return Files.writeString(folder.resolve("z-good.txt"), "町の話\n\n本文がある。\n");
    }

    private static Path file(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static int run(OutputStream err, Path folder, List<Path> documents) {
        List<String> arguments = new ArrayList<>(List.of("import"));
        documents.forEach(document -> arguments.add(document.toString()));
        arguments.addAll(List.of("--into", folder.resolve("cases").toString()));
        return Main.run(
                arguments.toArray(String[]::new),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenDocumentIsReportedInOneLine(String name, int number) {
        assertThat(lines).hasSameSizeAs(ALL);
        assertThat(lines.get(number)).as(name).contains(ALL.get(number).problem());
    }

    private static byte[] pdf(boolean encrypted) throws IOException {
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

    private static Path truncatedPdf(Path folder) throws IOException {
        byte[] whole = pdf(false);

        return file(folder, "a.pdf", Arrays.copyOf(whole, whole.length / 3));
    }

    private static Path encryptedPdf(Path folder) throws IOException {
        return file(folder, "a.pdf", pdf(true));
    }

    private static Path pdfOfImagesOnly(Path folder) throws IOException {
        return file(folder, "a.pdf", pdf(false));
    }

    private static Path pdfWhosePageContentsAreDamaged(Path folder) throws IOException {
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

            return file(folder, "a.pdf", out.toByteArray());
        }
    }

    private static Path encryptedOfficeFile(Path folder) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] bytes = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, bytes, 0, 4);
        System.arraycopy(name, 0, bytes, 1024, name.length);

        return file(folder, "a.docx", bytes);
    }

    private static Path truncatedWordFile(Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(Documents.word(folder.resolve("whole.docx")));
        Files.delete(folder.resolve("whole.docx"));

        return file(folder, "a.docx", Arrays.copyOf(whole, whole.length / 2));
    }

    private static Path xmlBomb(Path folder) throws IOException {
        return Documents.openDocument(folder.resolve("a.odt"), XML_BOMB, "<text:p>&i;</text:p>");
    }

    private static Path xmlBombInAWordFile(Path folder) throws IOException {
        String text = XML_BOMB + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                + "<w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>";
        return Documents.zip(
                folder.resolve("a.docx"),
                "[Content_Types].xml",
                new byte[0],
                "word/document.xml",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path longEntityRepeatedManyTimes(Path folder) throws IOException {
        String prologue = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a '" + "あ".repeat(100_000) + "'>]>";
        return Documents.openDocument(
                folder.resolve("a.odt"), prologue, "<text:p>" + "&a;".repeat(100_000) + "</text:p>");
    }

    private static Path deeplyNestedElements(Path folder) throws IOException {
        String deep = "<text:span>".repeat(100_000) + "</text:span>".repeat(100_000);
        return Documents.openDocument(folder.resolve("a.odt"), "", "<text:p>" + deep + "</text:p>");
    }

    private static Path zipBomb(Path folder) throws IOException {
        return Documents.zip(folder.resolve("a.zip"), "big.txt", new byte[40 << 20]);
    }

    private static Path wordFileWithAHugePart(Path folder) throws IOException {
        byte[] spaces = new byte[120 << 20];
        Arrays.fill(spaces, (byte) ' ');
        return Documents.zip(folder.resolve("a.docx"), "[Content_Types].xml", new byte[0], "word/document.xml", spaces);
    }

    private static Path zipInAZip(Path folder) throws IOException {
        Path inner = Documents.zip(folder.resolve("inner.zip"), "a.txt", new byte[] {'a'});
        return Documents.zip(folder.resolve("a.zip"), "inner.zip", Files.readAllBytes(inner));
    }

    private static Path zipWithTooManyFiles(Path folder) throws IOException {
        Object[] files = new Object[2 * 20_001];
        for (int at = 0; at < files.length; at += 2) {
            files[at] = at + ".txt";
            files[at + 1] = new byte[0];
        }

        return Documents.zip(folder.resolve("a.zip"), files);
    }

    private static Path zipWithForgedSizes(Path folder) throws IOException {
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
        return file(folder, "a.zip", bytes.array());
    }

    /** The directory names the same bytes many times, each time as another file. */
    private static Path zipWhoseFilesOverlap(Path folder) throws IOException {
        Path honest = Documents.zip(folder.resolve("honest.zip"), "a.txt", new byte[1000], "b.txt", new byte[1000]);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(honest)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 46 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == CENTRAL_HEADER) {
                bytes.putInt(at + LOCAL_OFFSET, 0);
            }
        }

        return file(folder, "a.zip", bytes.array());
    }

    private static Path wordFileWhosePartsOverlap(Path folder) throws IOException {
        Path honest = Documents.word(folder.resolve("honest.docx"));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(honest)).order(ByteOrder.LITTLE_ENDIAN);
        Files.delete(honest);
        int last = 0;
        for (int at = 0; at + 46 <= bytes.limit(); at++) {
            last = bytes.getInt(at) == CENTRAL_HEADER ? at : last;
        }
        bytes.putInt(last + LOCAL_OFFSET, bytes.getInt(last + LOCAL_OFFSET) - 50);

        return file(folder, "a.docx", bytes.array());
    }

    private static Path zipWithAPassword(Path folder) throws IOException {
        Path honest = Documents.zip(folder.resolve("honest.zip"), "a.txt", new byte[] {'a'});
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(honest)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 < bytes.limit(); at++) {
            if (bytes.getInt(at) == CENTRAL_HEADER) {
                bytes.putShort(at + 8, (short) (bytes.getShort(at + 8) | 1));
            }
        }

        return file(folder, "a.zip", bytes.array());
    }

    private static Path zipWhoseFileHasAnotherChecksum(Path folder) throws IOException {
        Path honest = Documents.zip(folder.resolve("honest.zip"), "a.txt", new byte[] {'a'});
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(honest)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 < bytes.limit(); at++) {
            if (bytes.getInt(at) == CENTRAL_HEADER) {
                bytes.putInt(at + 16, 1);
            }
        }

        return file(folder, "a.zip", bytes.array());
    }

    private static Path zipWithTwoFilesOfOneName(Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(
                Documents.zip(folder.resolve("honest.zip"), "one.txt", new byte[] {'a'}, "two.txt", new byte[] {'b'}));
        String renamed = new String(bytes, StandardCharsets.ISO_8859_1).replace("two.txt", "one.txt");

        return file(folder, "a.zip", renamed.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Path textOfTwoGigabytes(Path folder) throws IOException {
        Path file = file(folder, "a.txt", "あ".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(2L << 30); // a sparse file, which takes no disk space
        }

        return file;
    }

    private static Path binaryFileNamedText(Path folder) throws IOException {
        byte[] bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);

        return file(folder, "a.txt", bytes);
    }

    private static Path imageNamedPdf(Path folder) throws IOException {
        return file(folder, "a.pdf", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
    }

    private static Path emptyFile(Path folder) throws IOException {
        return file(folder, "a.docx", new byte[0]);
    }

    private static Path missingFile(Path folder) throws IOException {
        return folder.resolve("missing.pdf");
    }

    private static Path textInAnUnknownEncoding(Path folder) throws IOException {
        byte[] bytes = "夜の電話に出る当番を決めた。".getBytes(Charset.forName("windows-31j"));
        bytes[7] = (byte) 0xFF;

        return file(folder, "a.txt", bytes);
    }

    @Test
    void theImportFailsOnlyIfNoDocumentCanBeRead() throws IOException {
        var err = new ByteArrayOutputStream();

        assertThat(run(err, folder, List.of(file(folder, "a.txt", new byte[0]), folder.resolve("missing.txt"))))
                .isEqualTo(Main.FAILURE);
        assertThat(run(err, folder, List.of(good(folder)))).isEqualTo(Main.OK);
    }
}
