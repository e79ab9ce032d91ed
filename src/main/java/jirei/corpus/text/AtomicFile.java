package jirei.corpus.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is never half there, be the program killed or the power cut at any moment. */
public final class AtomicFile {
    private static final String NEXT = ".next";

    private AtomicFile() {}

    /** Puts {@code text} in the place of what {@code file} holds, in one step; it is on the disk when this returns. */
    public static void write(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + NEXT);
        try {
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(next);
            throw e;
        }
        settle(file.toAbsolutePath().resolveSibling(""));
    }

    /** Makes sure that the names in {@code directory} are on the disk, where the system can do that. */
    public static void settle(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException unknownToTheSystem) {
            return; // Windows opens no directory
        }
        try (channel) {
            channel.force(true);
        }
    }
}
