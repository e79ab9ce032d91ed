package jirei.intake.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** Receives the documents of {@link #forEach}. */
    public interface Visitor {
        /** Receives an extracted document, whose file is overwritten or deleted afterwards. */
        void visit(SourceFile file) throws IOException;

        /** Receives a document that cannot be extracted. */
        void fail(SourceFile file, SourceFormatException problem);
    }

    private final SourceFile file;
    private final ZipFile zip;
    private final List<ZipEntry> entries;
    private long extractedBytes;

    private Archive(SourceFile file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        this.entries = new ArrayList<>();
        zip.stream()
                .filter(entry -> !entry.isDirectory() && isDocument(entry.getName()))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .limit(Limits.MAX_ENTRIES)
                .forEach(entries::add);
    }

    /**
     * Opens a ZIP archive.
     *
     * @throws SourceFormatException if it is damaged, empty or has too many files
     */
    public static Archive open(SourceFile file) throws SourceFormatException {
        try {
            ZipFile zip = ZipNames.open(file.path());
            if (zip.size() > Limits.MAX_ENTRIES) {
                zip.close();
                throw UnreadableMessages.overLimit(file, "中のファイルが" + Limits.MAX_ENTRIES + "を超える");
            }
            return new Archive(file, zip);
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
     * @throws IOException if the temporary file cannot be written or the visitor fails
     */
    public void forEach(Visitor visitor) throws IOException {
        Path temporary = Files.createTempFile("jirei", ".document");
        try {
            for (ZipEntry entry : entries) {
                var inner = new SourceFile(
                        temporary, file.name() + "/" + entry.getName().replaceAll("\\p{Cntrl}", "?"));
                try {
                    extract(entry, inner);
                    visitor.visit(inner);
                } catch (SourceFormatException e) {
                    visitor.fail(inner, e);
                }
            }
        } finally {
            Files.delete(temporary);
        }
    }

    private void extract(ZipEntry entry, SourceFile inner) throws SourceFormatException {
        long size = 0;
        byte[] buffer = new byte[BUFFER_SIZE];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(inner.path())) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                size += length;
                extractedBytes += length;
                if (size > Limits.MAX_BYTES || extractedBytes > Limits.MAX_UNPACKED_BYTES || isZipBomb(entry, size)) {
                    throw UnreadableMessages.zipBomb(inner);
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).contains("encrypted")
                    ? UnreadableMessages.encrypted(inner)
                    : UnreadableMessages.corrupt(inner, Format.ZIP);
        }
    }

    private static boolean isZipBomb(ZipEntry entry, long size) {
        long compressed = Math.max(1, entry.getCompressedSize());
        return size > Limits.MIN_SUSPICIOUS_BYTES && size / compressed > Limits.MAX_COMPRESSION_RATIO;
    }

    private static boolean isDocument(String path) {
        return List.of(path.split("/")).stream().allMatch(SourceFiles::isDocument);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
