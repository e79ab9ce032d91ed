package jirei.corpus.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Replaces files atomically and durably: after a crash or a power failure a file has either its old or its new
 * contents. Stateless; two threads must not write the same file.
 */
public final class AtomicFile {
    private static final String TEMPORARY_SUFFIX = ".next";

    private AtomicFile() {}

    /** Replaces the contents of {@code file} by {@code text} in UTF-8; they are on the disk when this returns. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces the contents of {@code file} by {@code contents}; they are on the disk when this returns. */
    public static void write(Path file, byte[] contents) throws IOException {
        replace(file, contents);
    }

    /** As {@link #write}; on systems with POSIX permissions only the owner may read and write the file. */
    public static void writePrivate(Path file, String text) throws IOException {
        byte[] contents = text.getBytes(StandardCharsets.UTF_8);
        // an earlier one that a crash left could have other permissions
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + TEMPORARY_SUFFIX));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            replace(file, contents, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            replace(file, contents);
        }
    }

    private static void replace(Path file, byte[] contents, FileAttribute<?>... attributes) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY_SUFFIX);
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                    attributes)) {
                ByteBuffer bytes = ByteBuffer.wrap(contents);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        syncDirectory(file.toAbsolutePath().resolveSibling(""));
    }

    /** Forces the entries of {@code directory} to the disk, on systems that support it. */
    public static void syncDirectory(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException unsupported) {
            return; // Windows cannot open directories
        }
        try (channel) {
            channel.force(true);
        }
    }
}
