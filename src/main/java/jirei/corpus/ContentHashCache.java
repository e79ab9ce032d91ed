package jirei.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import jirei.corpus.text.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the hashes of files. An entry is valid until the size, modification time or file key (inode) of its file
 * changes. {@link #verify} finds the rare changes that alter none of these. Thread-safe.
 */
final class ContentHashCache {
    /**
     * The coarsest granularity of modification times, that of FAT. A file modified more recently is not cached, because
     * another change could leave its time the same.
     */
    private static final long TIME_GRANULARITY_MILLIS = 2_000;

    /** An entry is verified after so long. */
    private static final Duration MAX_AGE = Duration.ofSeconds(30);

    /** Files that were hashed at the same time are verified in the course of so long, since opening many takes time. */
    private static final Duration SPREAD = Duration.ofSeconds(20);

    /** Maximum number of bytes read by one verification, so that a large corpus does not keep the disk busy. */
    private static final long MAX_VERIFIED_BYTES = 1L << 25;

    private final LongSupplier nanoTime;
    private long lastVerification;
    /** In the order in which they were hashed. */
    private final Map<Path, Entry> entries = new LinkedHashMap<>();

    /** Creates an empty cache. */
    ContentHashCache() {
        this(System::nanoTime);
    }

    /** @param nanoTime the clock, in nanoseconds */
    ContentHashCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastVerification = nanoTime.getAsLong();
    }

    private record Stamp(long size, FileTime modified, @Nullable Object fileKey) {}

    private record Entry(Stamp stamp, String hash, long hashedAt) {}

    /** Returns the SHA-256 of the contents of {@code file} in hexadecimal; empty if the file cannot be read. */
    synchronized String hash(Path file) {
        try {
            Stamp stamp = stamp(file);
            Entry cached = entries.get(file);
            if (cached != null && cached.stamp.equals(stamp)) {
                return cached.hash;
            }
            long now = System.currentTimeMillis();
            long hashedAt = nanoTime.getAsLong();
            String hash = Sha256.of(file);
            entries.remove(file); // put appends it
            if (now - stamp.modified.toMillis() > TIME_GRANULARITY_MILLIS) {
                entries.put(file, new Entry(stamp, hash, hashedAt));
            }
            return hash;
        } catch (IOException unreadable) {
            entries.remove(file);
            return "";
        }
    }

    /** Hashes the files again that were hashed the longest time ago, a bounded number of bytes in each call. */
    synchronized void verify() {
        long now = nanoTime.getAsLong();
        long share = entries.size() * (now - lastVerification) / SPREAD.toNanos() + 1;
        lastVerification = now;
        List<Path> due = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Path, Entry> oldest : entries.entrySet()) {
            boolean isYoung = now - oldest.getValue().hashedAt < MAX_AGE.toNanos();
            if (isYoung || bytes > MAX_VERIFIED_BYTES || due.size() >= share) {
                break;
            }
            bytes += oldest.getValue().stamp.size;
            due.add(oldest.getKey());
        }
        for (Path file : due) {
            entries.remove(file);
            hash(file);
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
