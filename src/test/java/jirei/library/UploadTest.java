package jirei.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file becomes a document as a whole or not at all. Nothing is read here: no process that reads is started. */
class UploadTest extends LibraryFixture {
    private Library unreading() throws IOException {
        return library(temporary -> {
            try {
                new CountDownLatch(1).await();
                return List.of();
            } catch (InterruptedException closing) {
                throw new IllegalStateException(closing);
            }
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theSameBytesAreTheSameDocument() throws Exception {
        Library library = unreading();
        Library.Added first = add(library, "lamp.txt", bytes(LAMP));
        Library.Added second = add(library, "copy of lamp.txt", bytes(LAMP));

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        LibraryDocument document = Objects.requireNonNull(first.document());
        assertThat(second.document()).extracting("id").isEqualTo(document.id());
        assertThat(library.documents()).extracting(LibraryDocument::name).containsExactly("lamp.txt");
        assertThat(library.original(document)).hasBinaryContent(bytes(LAMP));
        assertThat(sources()).containsExactly(document.id());
    }

    @Test
    void aFileThatIsTooLargeLeavesNothing() throws Exception {
        Library library = unreading();

        Library.Added refused = add(library, "large.txt", new byte[(int) MAX_BYTES + 1]);
        LibraryDocument whole = put(library, "largest.txt", new byte[(int) MAX_BYTES]);

        assertThat(refused.document()).isNull();
        assertThat(refused.problem()).contains("1MBを超える");
        assertThat(whole.bytes()).isEqualTo(MAX_BYTES);
        assertThat(sources()).containsExactly(whole.id());
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() throws Exception {
        Library library = unreading();
        var cut = new SequenceInputStream(new java.io.ByteArrayInputStream(bytes(LAMP)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] block, int offset, int length) throws IOException {
                return read();
            }
        });

        assertThatThrownBy(() -> library.add("lamp.txt", cut, "友")).hasMessage("connection reset");

        assertThat(sources()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../x.pdf|x.pdf",
                "C:\\docs\\灯台.pdf|灯台.pdf",
                "/etc/passwd|passwd",
                "..|document",
                ".....|document",
                "''|document",
                "folder/|document",
                ".pdf|pdf",
                "..pdf|document.pdf",
                "CON.pdf|CON_.pdf",
                "con|con_",
                "lpt1.a.pdf|lpt1_.a.pdf",
                "console.pdf|console.pdf",
                "a .pdf|a.pdf",
                "　 .x .txt. |x .txt",
                "a?b*c.pdf|a_b_c.pdf",
                "README.md|README.md",
                "報告書　第2版.pdf|報告書　第2版.pdf"
            })
    void aNameIsOneThatEverySystemCanHave(String name, String safe) {
        assertThat(DocumentFolders.safeName(name)).isEqualTo(safe);
    }

    @Test
    void aNameOfAnyLengthKeepsItsStartAndItsExtension() throws Exception {
        Library library = unreading();
        for (String part : List.of("a", "灯", "𠮷", "👨‍👩‍👧")) {
            String name = "x" + part.repeat(300) + ".pdf";
            String safe = DocumentFolders.safeName(name);

            assertThat(bytes(safe).length).isBetween(190, 200);
            assertThat(safe).startsWith("x").endsWith(".pdf");
            LibraryDocument document = put(library, name, bytes(part));
            assertThat(library.original(document)).hasBinaryContent(bytes(part));
            assertThat(document.name()).isEqualTo(safe);
        }
    }

    @Test
    void aNameWithHalfACharacterOrControlsCanBeStored() throws Exception {
        Library library = unreading();
        for (String name : List.of("\ud842.pdf", "a\0b.pdf", "a\nb.pdf", "\u202efdp.exe", "a\u2028b")) {
            LibraryDocument document = put(library, name, bytes(name));

            assertThat(library.original(document)).exists();
            assertThat(document.name()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}]");
        }
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int at = 0; at < namesAndContents.length; at += 2) {
                byte[] content = namesAndContents[at + 1] instanceof byte[] raw
                        ? raw
                        : bytes(String.valueOf(namesAndContents[at + 1]));
                var entry = new ZipEntry(String.valueOf(namesAndContents[at]));
                var checksum = new CRC32();
                checksum.update(content);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void theDocumentsOfAnArchiveArePutInAndABrokenOneIsReported() throws Exception {
        Library library = unreading();
        byte[] zip = zip(
                "春/lamp.txt",
                LAMP,
                "秋/lamp.txt",
                "秋の" + LAMP,
                "写し/lamp.txt",
                LAMP,
                "油.txt",
                "壊れる前の油の話",
                "../../evil.txt",
                "外の話",
                "inner.zip",
                zip("deep.txt", "深い話"));
        byte[] marked = bytes("壊れる前");
        for (int at = 0; at + marked.length < zip.length; at++) {
            if (java.util.Arrays.equals(zip, at, at + marked.length, marked, 0, marked.length)) {
                zip[at]++;
            }
        }

        List<Library.Added> added = library.add("docs.zip", new java.io.ByteArrayInputStream(zip), "友");

        assertThat(added).hasSize(6);
        assertThat(added)
                .filteredOn(one -> one.document() == null)
                .extracting(Library.Added::name)
                .containsExactlyInAnyOrder("docs.zip/油.txt", "docs.zip/inner.zip", "docs.zip/../../evil.txt");
        assertThat(added).anyMatch(one -> one.problem().startsWith("「docs.zip/../../evil.txt」はZIPの外を指す名前"));
        assertThat(added).filteredOn(one -> one.document() == null).allMatch(one -> !one.problem()
                .isEmpty());
        assertThat(library.documents())
                .extracting(LibraryDocument::name)
                .containsExactlyInAnyOrder("lamp.txt", "lamp.txt");
        assertThat(corpus.resolve("../evil.txt")).doesNotExist();
        assertThat(sources()).hasSize(2).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void hiddenEntriesAreLeftOutAndTheFolderOfTheArchiveIsNone() throws Exception {
        Library library = unreading();
        byte[] zip = zip("./lamp.txt", LAMP, ".DS_Store", "a", "__MACOSX/lamp.txt", "b", "..\\slip.txt", "c");

        List<Library.Added> added = library.add("docs.zip", new java.io.ByteArrayInputStream(zip), "友");

        assertThat(added).hasSize(2);
        assertThat(library.documents()).extracting(LibraryDocument::name).containsExactly("lamp.txt");
        assertThat(added).anyMatch(one -> one.problem().contains("slip.txt」はZIPの外を指す名前"));
    }

    @Test
    void anArchiveThatStartsWithAPdfIsPutInDocumentByDocument() throws Exception {
        Library library = unreading();
        byte[] zip = zip("港.pdf", "%PDF-1.7\n1 0 obj\n", "lamp.txt", LAMP);

        library.add("docs.zip", new java.io.ByteArrayInputStream(zip), "友");

        assertThat(library.documents())
                .extracting(LibraryDocument::name)
                .containsExactlyInAnyOrder("港.pdf", "lamp.txt");
    }

    @Test
    void aBrokenOrEmptyArchiveIsRefusedWithAReason() throws Exception {
        Library library = unreading();
        byte[] whole = zip("lamp.txt", LAMP);

        Library.Added cut = add(library, "cut.zip", java.util.Arrays.copyOf(whole, whole.length - 30));
        Library.Added empty = add(library, "empty.zip", zip("folder/", ""));

        assertThat(empty.document()).isNull();
        assertThat(empty.problem()).contains("empty.zip");
        assertThat(cut.document() == null ? cut.problem() : "a document to be read")
                .isNotEmpty();
    }

    @Test
    void whatAnUploadLeftIsDeletedAtTheStart() throws Exception {
        Path left = Files.createDirectories(corpus.resolve("sources/.upload-123/original"));
        Files.writeString(left.resolve("lamp.txt"), LAMP);

        unreading();

        assertThat(sources()).isEmpty();
    }

    @Test
    void aDocumentWithTheStateOfAnOlderVersionIsRead() throws Exception {
        Library library = unreading();
        String id = add(library, "lamp.txt", LAMP);
        library.stop(id, "友");
        String sha256 = document(library, id).sha256();
        Files.writeString(
                corpus.resolve("sources/" + id + "/document.json"),
                "{\"id\":\"" + id + "\",\"name\":\"lamp.txt\",\"sha256\":\"" + sha256
                        + "\",\"reading\":\"READ\",\"remarks\":[{\"message\":\"注\"}],\"color\":\"red\"}");

        LibraryDocument document = document(library, id);

        assertThat(document.reading()).isEqualTo(LibraryDocument.Reading.READ);
        assertThat(document.by()).isEmpty();
        assertThat(document.cases()).isEmpty();
        assertThat(document.remarks()).containsExactly(new LibraryDocument.Remark(0, 0, "", "", "", "注"));
        assertThat(library.documents()).containsExactly(document);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "{", "null", "[]", "{}", "{\"id\":\"0000000000000000\"}", "missing"})
    void aDocumentWithADamagedStateIsShownAndCanBeReadAgain(String state) throws Exception {
        Library library = unreading();
        String id = add(library, "lamp.txt", LAMP);
        LibraryDocument before = document(library, id);
        library.stop(id, "友");
        Path file = corpus.resolve("sources/" + id + "/document.json");
        Files.delete(file);
        if (!state.equals("missing")) {
            Files.writeString(file, state);
        }

        LibraryDocument document = document(library, id);

        assertThat(library.documents()).containsExactly(document);
        assertThat(document.name()).isEqualTo("lamp.txt");
        assertThat(document.sha256()).isEqualTo(before.sha256());
        assertThat(document.reading()).isEqualTo(LibraryDocument.Reading.UNREADABLE);
        assertThat(document.problem()).contains("壊れています");
        assertThat(add(library, "lamp.txt", bytes(LAMP)).isNew()).isFalse();
        assertThat(library.readAgain(id, "auto", "友")).isTrue();
        assertThat(document(library, id).reading().isOpen()).isTrue();
        assertThat(document(library, id).problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"..", "../cases", "0123", "0123456789ABCDEF", "0123456789abcdef", ".upload-1"})
    void anIdThatIsNoneHasNoDocument(String id) throws Exception {
        Library library = unreading();

        assertThat(library.document(id)).isEmpty();
        assertThat(library.document("a\0b")).isEmpty();
        assertThat(library.readAgain(id, "auto", "友")).isFalse();
        assertThat(library.removed().delete(id, "友")).isFalse();
        library.stop(id, "友");
    }

    @Test
    void anInvalidSeparationIsRefused() throws Exception {
        Library library = unreading();
        String id = add(library, "lamp.txt", LAMP);

        assertThatThrownBy(() -> library.readAgain(id, "話(", "友")).isInstanceOf(IllegalArgumentException.class);
    }
}
