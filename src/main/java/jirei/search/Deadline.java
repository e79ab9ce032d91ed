package jirei.search;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The time limit of one search (制限時間), passed to everything that takes part in it, and whether results are partial because it
 * expired.
 *
 * <p>Thread-safe.
 */
public final class Deadline {
    /** Never expires. */
    public static final Deadline NONE = new Deadline(() -> 0, Long.MAX_VALUE);

    private final LongSupplier nanoTime;
    private final long start;
    private final long nanos;
    private volatile boolean partial;

    private Deadline(LongSupplier nanoTime, long nanos) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.nanos = nanos;
    }

    /** Expires {@code limit} from now. */
    public static Deadline after(Duration limit) {
        return after(limit, System::nanoTime);
    }

    /** Expires {@code limit} from now by the clock {@code nanoTime}, in nanoseconds. */
    public static Deadline after(Duration limit, LongSupplier nanoTime) {
        return new Deadline(nanoTime, limit.toNanos());
    }

    /** Whether the time is over. Results that are cut short for it must be reported by {@link #markPartial}. */
    public boolean isExpired() {
        return elapsed() >= nanos;
    }

    /**
     * Checked before hits are collected. Matching may use three quarters of the time, since half a set of matches would be wrong,
     * whereas collecting can stop at any hit.
     *
     * @throws SearchTimeoutException if three quarters of the time are over
     */
    public void checkMatchPhase() throws SearchTimeoutException {
        if (elapsed() >= nanos / 4 * 3) {
            throw expired();
        }
    }

    /** The remaining time, at least zero; empty if there is no limit. */
    public Optional<Duration> remaining() {
        return nanos == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, nanos - elapsed())));
    }

    /** Marks results as partial and returns the exception to throw when there is nothing to show yet. */
    public SearchTimeoutException expired() {
        partial = true;
        return new SearchTimeoutException(Duration.ofNanos(nanos));
    }

    private long elapsed() {
        return nanoTime.getAsLong() - start;
    }

    /** Reports that not everything was visited. */
    public void markPartial() {
        partial = true;
    }

    /** Whether something was not visited. */
    public boolean isPartial() {
        return partial;
    }
}
