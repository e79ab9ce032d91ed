package jirei.intake.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jirei.intake.source.Format;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Checks the directory of a ZIP file before its entries are read. An entry may be read only as large as the directory
 * says, so the checked sizes bound the work. Stateless.
 */
public final class ZipStructure {
    /** Size of a local file header without its name and extra fields, in bytes. */
    private static final long LOCAL_HEADER_BYTES = 30;

    private ZipStructure() {}

    /**
     * Checks {@code file}.
     *
     * @param format the format, for messages
     * @throws SourceFormatException if it is damaged or encrypted, has too many or too large entries, two entries of the same name,
     *     or entries that share bytes, so that its contents are larger than the file suggests
     */
    public static void check(SourceFile file, Format format) throws SourceFormatException {
        try (ZipFile zip = ZipFile.builder()
                .setPath(file.path())
                .setCharset(StandardCharsets.ISO_8859_1) // any bytes are a name
                .setUseUnicodeExtraFields(false)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
                throw UnreadableMessages.encrypted(file);
            }
            checkSizes(file, entries);
            checkNames(file, entries);
            checkOverlaps(file, entries, Files.size(file.path()));
        } catch (IOException | IllegalArgumentException e) {
            throw UnreadableMessages.corrupt(file, format);
        }
    }

    private static void checkSizes(SourceFile file, List<ZipArchiveEntry> entries) throws SourceFormatException {
        if (entries.size() > Limits.MAX_ENTRIES) {
            throw UnreadableMessages.overLimit(file, "中のファイルが" + Limits.MAX_ENTRIES + "を超える");
        }
        long size = 0;
        for (ZipArchiveEntry entry : entries) {
            size += Math.max(0, entry.getSize());
            if (size < 0 || size > Limits.MAX_UNPACKED_BYTES) {
                throw UnreadableMessages.zipBomb(file);
            }
        }
    }

    private static void checkNames(SourceFile file, List<ZipArchiveEntry> entries) throws SourceFormatException {
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            if (!names.add(entry.getName())) {
                throw UnreadableMessages.duplicateEntries(file);
            }
        }
    }

    private static void checkOverlaps(SourceFile file, List<ZipArchiveEntry> entries, long fileSize)
            throws SourceFormatException {
        entries.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        long end = 0;
        for (ZipArchiveEntry entry : entries) {
            if (entry.getLocalHeaderOffset() < end) {
                throw UnreadableMessages.overlappingEntries(file);
            }
            long header = LOCAL_HEADER_BYTES + entry.getName().length();
            end = entry.getLocalHeaderOffset() + header + Math.max(0, entry.getCompressedSize());
            if (end > fileSize || end < 0) {
                throw UnreadableMessages.overlappingEntries(file);
            }
        }
    }
}
