package jirei.library.cases;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import jirei.corpus.text.AtomicFile;

/**
 * One line of a JSON Lines file, counted from 1 and ended by a line feed. The bytes of other lines are never looked at or changed.
 * Immutable.
 */
record CaseLine(Path file, int number) {
    private static final int BUFFER_SIZE = 1 << 16;

    /** Returns the line without its terminator; empty if the file has fewer lines. Malformed bytes are replaced. */
    String read() throws IOException {
        var line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_SIZE)) {
            copyLines(in, OutputStream.nullOutputStream(), number - 1);
            copyLines(in, line, 1);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** Replaces the line; the file has its old or its new contents at any time, and the new ones when this returns. */
    void replace(String json) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_SIZE);
                    FileChannel channel = FileChannel.open(
                            next,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_SIZE);
                copyLines(in, out, number - 1);
                copyLines(in, OutputStream.nullOutputStream(), 1);
                out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
                in.transferTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(next);
            throw e;
        }
        AtomicFile.syncDirectory(file.toAbsolutePath().resolveSibling(""));
    }

    private static void copyLines(InputStream in, OutputStream out, int lines) throws IOException {
        int copied = 0;
        while (copied < lines) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            out.write(next);
            copied += next == '\n' ? 1 : 0;
        }
    }
}
