package jirei.web.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the log. Queries are confidential, so they are logged only if this is configured. Immutable.
 *
 * @param requests whether each request is logged
 * @param queries whether log messages about a search contain the query
 * @param slow the duration from which a search is logged
 * @param zeroHits the file for queries without hits; null if they are not stored
 */
public record LoggingSettings(boolean requests, boolean queries, Duration slow, @Nullable Path zeroHits) {
    /** Logs slow searches only, without the query. */
    public static final LoggingSettings DEFAULT = new LoggingSettings(false, false, Duration.ofSeconds(1), null);
}
