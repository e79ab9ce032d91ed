package jirei.web.handler;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** When the cases of an engine were last written. Thread-safe. */
@FunctionalInterface
public interface CaseTimes {
    /** The times of an engine without a corpus. */
    CaseTimes UNKNOWN = Map::of;

    /**
     * Returns the time of each case by its id, the newest first; without cases whose time is unknown.
     *
     * @throws IOException if the corpus cannot be read
     */
    Map<String, Instant> newestFirst() throws IOException;
}
