package jirei.web.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of requests. Queries tell what people are concerned with, so they are kept only where that is asked for.
 *
 * @param requests whether each request has a line in the log
 * @param queries whether lines about a search have its query
 * @param slow from how long on a search has a line in the log
 * @param zeroHits the file for queries that found nothing; null where they aren't kept
 */
public record LoggingSettings(boolean requests, boolean queries, Duration slow, @Nullable Path zeroHits) {
    /** Slow searches only, without their query. */
    public static final LoggingSettings DEFAULT = new LoggingSettings(false, false, Duration.ofSeconds(1), null);
}
