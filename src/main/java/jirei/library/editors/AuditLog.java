package jirei.library.editors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.ReversedLinesFileReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of all changes, as JSON Lines that are only ever appended. Thread-safe; one process writes at a time.
 */
public final class AuditLog {
    /** The place of the log in a corpus. */
    public static final Path FILE = Path.of(".library", "audit.jsonl");

    /** In the order of the record components. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final Path file;
    private final InstantSource clock;

    /**
     * @param file the log; created, with its folder, by the first change
     * @param clock the time of the changes
     */
    public AuditLog(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * A change. Immutable.
     *
     * @param time when it was made
     * @param editor the name of who made it
     * @param action what was done, such as {@code publish}
     * @param object the id of what was changed: of a case, a document or a file of the lexicon
     * @param before the SHA-256 of the content before, in hexadecimal; null, and omitted, if there was none
     * @param after the SHA-256 of the content after; null, and omitted, if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            Instant time,
            String editor,
            String action,
            String object,
            @Nullable String before,
            @Nullable String after) {}

    /** Appends a change; it is on the disk when this returns. */
    public synchronized void append(
            Editor editor, String action, String object, @Nullable String before, @Nullable String after)
            throws IOException {
        var entry = new Entry(clock.instant(), editor.name(), action, object, before, after);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            String separator = endsInsideLine(channel) ? "\n" : "";
            ByteBuffer line = ByteBuffer.wrap(
                    (separator + JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    /** Whether a process was killed while it appended. */
    private static boolean endsInsideLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
    }

    /** Returns the last {@code limit} changes, newest first. Lines that are no change, as after a crash, are left out. */
    public List<Entry> newest(int limit) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ReversedLinesFileReader lines = ReversedLinesFileReader.builder()
                .setPath(file)
                .setCharset(StandardCharsets.UTF_8)
                .get()) {
            String line = entries.size() < limit ? lines.readLine() : null;
            while (line != null) {
                read(line, entries);
                line = entries.size() < limit ? lines.readLine() : null;
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return List.copyOf(entries);
    }

    private static void read(String line, List<Entry> entries) {
        try {
            entries.add(JSON.readValue(line, Entry.class));
        } catch (JacksonException torn) {
            return; // a line that was being written when the process ended
        }
    }
}
