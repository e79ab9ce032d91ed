package jirei.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.corpus.text.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the hashes of files. An entry is valid until the size, modification time or file key (inode) of its file
 * changes. Thread-safe.
 */
final class ContentHashCache {
    /**
     * The coarsest granularity of modification times, that of FAT. A file modified more recently is not cached, because
     * another change could leave its time the same.
     */
    private static final long TIME_GRANULARITY_MILLIS = 2_000;

    private final Map<Path, Entry> entries = new HashMap<>();

    private record Stamp(long size, FileTime modified, @Nullable Object fileKey) {}

    private record Entry(Stamp stamp, String hash) {}

    /** Returns the SHA-256 of the contents of {@code file} in hexadecimal; empty if the file cannot be read. */
    synchronized String hash(Path file) {
        try {
            Stamp stamp = stamp(file);
            Entry cached = entries.get(file);
            if (cached != null && cached.stamp.equals(stamp)) {
                return cached.hash;
            }
            long now = System.currentTimeMillis();
            String hash = Sha256.of(file);
            if (now - stamp.modified.toMillis() > TIME_GRANULARITY_MILLIS) {
                entries.put(file, new Entry(stamp, hash));
            } else {
                entries.remove(file);
            }
            return hash;
        } catch (IOException unreadable) {
            entries.remove(file);
            return "";
        }
    }

    /** Evicts all files except {@code files}. */
    synchronized void retainAll(List<Path> files) {
        if (entries.size() > files.size()) {
            entries.keySet().retainAll(Set.copyOf(files));
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }
}
