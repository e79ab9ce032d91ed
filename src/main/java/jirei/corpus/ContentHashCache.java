package jirei.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hashes of files, remembered until a file's size, time or place on the disk changes. Safe for use by many threads. */
final class ContentHashCache {
    /** A file may change twice in one step of a disk's clock: FAT's takes two seconds. */
    private static final long YOUNG_MILLIS = 2_000;

    private final Map<Path, Known> known = new HashMap<>();

    private record Stamp(long size, FileTime changed, @Nullable Object key) {}

    private record Known(Stamp stamp, String hash) {}

    /** The SHA-256 of the contents of {@code file} as hexadecimal digits; empty if it can't be read. */
    synchronized String of(Path file) {
        try {
            Stamp stamp = stamp(file);
            Known before = known.get(file);
            if (before != null && before.stamp.equals(stamp)) {
                return before.hash;
            }
            long now = System.currentTimeMillis();
            String hash = hash(file);
            if (now - stamp.changed.toMillis() > YOUNG_MILLIS) {
                known.put(file, new Known(stamp, hash));
            } else {
                known.remove(file);
            }
            return hash;
        } catch (IOException unreadable) {
            known.remove(file);
            return "";
        }
    }

    /** Forgets all files but {@code files}. */
    synchronized void keepOnly(List<Path> files) {
        if (known.size() > files.size()) {
            known.keySet().retainAll(Set.copyOf(files));
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file);
                var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(sink);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
