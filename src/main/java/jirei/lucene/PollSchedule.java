package jirei.lucene;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.util.IOSupplier;

/** When the corpus is scanned next, and how long a change takes to become searchable. Not thread-safe. */
final class PollSchedule {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    /** Scanning many files takes time; the pause between scans is this multiple of the last scan. */
    private static final int POLL_TIME_RATIO = 10;

    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    /** A change that takes longer to become searchable is mentioned. */
    private static final Duration MAX_DELAY = Duration.ofSeconds(2);

    private Duration wait;
    private Duration lastScan = Duration.ZERO;
    private Duration lastUpdate = Duration.ZERO;

    /** @param first the pause before the first scan */
    PollSchedule(Duration first) {
        this.wait = first;
    }

    /** Returns the longest pause before the next scan; an event ends it. */
    Duration pause() {
        return wait;
    }

    /** Runs {@code scan}, which only reads the corpus, and measures it. */
    <T> T timed(IOSupplier<T> scan) throws IOException {
        long start = System.nanoTime();
        T result = scan.get();
        lastScan = Duration.ofNanos(System.nanoTime() - start);
        return result;
    }

    /** Records that scan and update are complete, and sets the next pause. */
    void completed(boolean succeeded) {
        Duration pause = lastScan.multipliedBy(POLL_TIME_RATIO);
        Duration next = pause.compareTo(POLL_INTERVAL) > 0 ? pause : POLL_INTERVAL;
        wait = succeeded ? next : RETRY_INTERVAL;
    }

    /** Records that an incremental update took {@code duration}. */
    void updated(Duration duration) {
        lastUpdate = duration;
    }

    /**
     * Returns the sentence about a long time until a change becomes searchable, in Japanese; empty if it is short.
     *
     * @param isWatched whether changes end the pause
     */
    String notice(boolean isWatched) {
        Duration update = lastScan.plus(lastUpdate);
        Duration delay = isWatched ? update : update.plus(wait);
        return delay.compareTo(MAX_DELAY) > 0 ? IndexMessages.slow(delay) : "";
    }
}
