package jirei.intake.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jirei.intake.source.Format;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFiles;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import jirei.intake.source.ZipNames;

/** The documents in a ZIP archive, extracted one at a time to a temporary file. Not thread-safe. */
public final class Archive implements AutoCloseable {
    private static final int BUFFER_SIZE = 1 << 16;

    /** Receives the documents of {@link #forEach}, in the calling thread. Not thread-safe. */
    public interface Visitor {
        /** Receives a document that is going to be extracted. */
        void begin(SourceFile file) throws IOException;

        /** Receives an extracted document, whose file is overwritten or deleted afterwards. */
        void visit(SourceFile file) throws IOException;

        /** Receives a document that cannot be extracted, with a sentence in Japanese. */
        void fail(SourceFile file, String problem) throws IOException;
    }

    private final SourceFile file;
    private final ZipFile zip;
    private final List<ZipEntry> entries;

    private Archive(SourceFile file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        this.entries = new ArrayList<>();
        zip.stream()
                .filter(entry -> !entry.isDirectory() && isDocument(entry.getName()))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .forEach(entries::add);
    }

    /**
     * Opens a ZIP archive.
     *
     * @throws SourceFormatException if it is damaged or larger than it may be, see {@link ZipStructure}
     */
    public static Archive open(SourceFile file) throws SourceFormatException {
        ZipStructure.check(file, Format.ZIP);
        try {
            return new Archive(file, ZipNames.open(file.path()));
        } catch (IOException | IllegalArgumentException e) {
            throw UnreadableMessages.corrupt(file, Format.ZIP);
        }
    }

    /** Returns the number of documents. */
    public int size() {
        return entries.size();
    }

    /**
     * Extracts the documents in name order. A document that cannot be extracted is reported and the others are visited.
     *
     * @param from number of documents to skip
     * @throws SourceFormatException if the temporary file cannot be created
     * @throws IOException if the visitor fails
     */
    public void forEach(int from, Visitor visitor) throws IOException, SourceFormatException {
        Path temporary = createTemporaryFile();
        try {
            for (ZipEntry entry : entries.subList(Math.min(from, entries.size()), entries.size())) {
                var inner = new SourceFile(
                        temporary, file.name() + "/" + entry.getName().replaceAll("\\p{Cntrl}", "?"));
                visitor.begin(inner);
                try {
                    if (leadsOutside(entry)) {
                        throw UnreadableMessages.outsideArchive(inner);
                    }
                    extract(entry, inner);
                } catch (SourceFormatException e) {
                    visitor.fail(inner, String.valueOf(e.getMessage()));
                    continue;
                }
                visitor.visit(inner);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Path createTemporaryFile() throws SourceFormatException {
        try {
            return Files.createTempFile("jirei", ".document");
        } catch (IOException e) {
            throw UnreadableMessages.noTemporaryFile(file);
        }
    }

    private void extract(ZipEntry entry, SourceFile inner) throws SourceFormatException {
        long size = 0;
        byte[] buffer = new byte[BUFFER_SIZE];
        var checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum);
                OutputStream out = Files.newOutputStream(inner.path())) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                size += length;
                if (size > Limits.MAX_BYTES || isZipBomb(entry, size)) {
                    throw UnreadableMessages.zipBomb(inner);
                }
                if (size > entry.getSize()) {
                    throw UnreadableMessages.corrupt(inner, Format.ZIP);
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            throw UnreadableMessages.corrupt(inner, Format.ZIP);
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw UnreadableMessages.corrupt(inner, Format.ZIP);
        }
    }

    private static boolean isZipBomb(ZipEntry entry, long size) {
        long compressed = Math.max(1, entry.getCompressedSize());
        return size > Limits.MIN_SUSPICIOUS_BYTES && size / compressed > Limits.MAX_COMPRESSION_RATIO;
    }

    /** A part {@code ..} makes no hidden file: the entry is refused when it is visited. */
    private static boolean isDocument(String path) {
        return parts(path).allMatch(part -> part.equals("..") || SourceFiles.isDocument(part));
    }

    private static boolean leadsOutside(ZipEntry entry) {
        return parts(entry.getName()).anyMatch(".."::equals);
    }

    /** Returns the names of the folders and of the file in a path, which may be one of Windows. */
    private static Stream<String> parts(String path) {
        return Stream.of(path.split("[/\\\\]")).filter(part -> !part.equals("."));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
