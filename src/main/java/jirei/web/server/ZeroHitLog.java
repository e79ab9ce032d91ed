package jirei.web.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import jirei.web.request.SearchParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends queries without hits to a file, one line each: date and query, separated by a tab. Nothing about the client
 * is stored. Thread-safe.
 */
final class ZeroHitLog {
    private static final Logger LOG = LoggerFactory.getLogger(ZeroHitLog.class);
    /** In bytes. Later queries are dropped, so that the file cannot fill the disk. */
    private static final long MAX_FILE_BYTES = 10_000_000;

    private final Path file;
    private final Clock clock;

    ZeroHitLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Appends {@code query}. Errors are logged only, so that the search does not fail. */
    synchronized void append(String query) {
        String line = LocalDate.now(clock) + "\t" + SearchParameters.replaceControls(query) + "\n";
        try {
            if (!Files.exists(file) || Files.size(file) < MAX_FILE_BYTES) {
                Files.writeString(
                        file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            LOG.warn("cannot append a query without hits to {}: {}", file, e.toString());
        }
    }
}
