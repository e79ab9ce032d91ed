package jirei.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** When the cases of a corpus were last written. Reads only the files that have changed since the last time. Thread-safe. */
public final class CaseTimes {
    private final Path corpus;
    private volatile CaseLocations locations;

    /**
     * Finds the cases of {@code corpus}; none if it does not exist.
     *
     * @throws IOException if the directory cannot be listed
     */
    public CaseTimes(Path corpus) throws IOException {
        this.corpus = corpus;
        locations = CaseLocations.in(corpus);
    }

    /**
     * Returns the time of each case by its id, the newest first.
     *
     * @throws IOException if the directory cannot be listed
     */
    public Map<String, Instant> newestFirst() throws IOException {
        CaseLocations now = locations.again(corpus);
        locations = now;
        return now.newestFirst();
    }
}
