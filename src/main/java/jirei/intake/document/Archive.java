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

/** The documents in a ZIP, unpacked one at a time into a file that lives as long as it is read. */
public final class Archive implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    /** Takes what {@link #forEach} finds. */
    public interface Visitor {
        /** Takes an unpacked document, the file of which is gone afterwards. */
        void visit(SourceFile file) throws IOException;

        /** Hears of a document that can't be unpacked. */
        void fail(SourceFile file, SourceFormatException problem);
    }

    private final SourceFile file;
    private final ZipFile zip;
    private final List<ZipEntry> entries;
    private long unpacked;

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
     * Opens a ZIP.
     *
     * @throws SourceFormatException if it is broken, empty or holds too many files
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
            throw UnreadableMessages.broken(file, Format.ZIP);
        }
    }

    /** How many documents it holds. */
    public int size() {
        return entries.size();
    }

    /** Unpacks the documents in the order of their names; one that can't be unpacked doesn't stop the others. */
    public void forEach(Visitor visitor) throws IOException {
        Path copy = Files.createTempFile("jirei", ".document");
        try {
            for (ZipEntry entry : entries) {
                var inner =
                        new SourceFile(copy, file.name() + "/" + entry.getName().replaceAll("\\p{Cntrl}", "?"));
                try {
                    unpack(entry, inner);
                    visitor.visit(inner);
                } catch (SourceFormatException e) {
                    visitor.fail(inner, e);
                }
            }
        } finally {
            Files.delete(copy);
        }
    }

    private void unpack(ZipEntry entry, SourceFile inner) throws SourceFormatException {
        long size = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(inner.path())) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                size += length;
                unpacked += length;
                if (size > Limits.MAX_BYTES || unpacked > Limits.MAX_UNPACKED_BYTES || isBomb(entry, size)) {
                    throw UnreadableMessages.bomb(inner);
                }
                out.write(chunk, 0, length);
            }
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).contains("encrypted")
                    ? UnreadableMessages.encrypted(inner)
                    : UnreadableMessages.broken(inner, Format.ZIP);
        }
    }

    private static boolean isBomb(ZipEntry entry, long size) {
        long packed = Math.max(1, entry.getCompressedSize());
        return size > Limits.MIN_SUSPICIOUS_BYTES && size / packed > Limits.TIGHTEST_PACKING;
    }

    private static boolean isDocument(String path) {
        return List.of(path.split("/")).stream().allMatch(SourceFiles::isDocument);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
