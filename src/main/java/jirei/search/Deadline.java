package jirei.search;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long the searches that a thread makes may take (制限時間). Whoever asks sets it with {@link #within}; whoever answers
 * looks at {@link #current} and stops when it is over, so that no engine in between has to hand it on.
 */
public final class Deadline {
    private static final Deadline ENDLESS = new Deadline(() -> 0, Long.MAX_VALUE);
    private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

    private final LongSupplier nanoTime;
    private final long start;
    private final long nanos;
    private volatile boolean markPartial;

    private Deadline(LongSupplier nanoTime, long nanos) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.nanos = nanos;
    }

    /** Something that is searched for. */
    @FunctionalInterface
    public interface Search<T, E extends Exception> {
        /** Searches. */
        T run() throws E;
    }

    /** What {@code search} finds when it may take {@code max}. */
    public static <T, E extends Exception> T within(Duration max, Search<T, E> search) throws E {
        return within(max, System::nanoTime, search);
    }

    /** The same by the clock {@code nanoTime}. Within another search the time of that one goes on. */
    public static <T, E extends Exception> T within(Duration max, LongSupplier nanoTime, Search<T, E> search) throws E {
        if (CURRENT.get() != null) {
            return search.run();
        }
        CURRENT.set(new Deadline(nanoTime, max.toNanos()));
        try {
            return search.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** That of this thread; endless where none is set. */
    public static Deadline current() {
        Deadline time = CURRENT.get();
        return time == null ? ENDLESS : time;
    }

    /** Whether the time is over. An answer that is stopped for it is to be called {@link #markPartial}. */
    public boolean isExpired() {
        return elapsed() >= nanos;
    }

    /**
     * Stops what comes before hits are collected, and leaves them a quarter of the time: half a set would be a wrong one.
     *
     * @throws SearchTimeoutException if three quarters of the time are over
     */
    public void checkMatchPhase() throws SearchTimeoutException {
        if (elapsed() >= nanos / 4 * 3) {
            throw expired();
        }
    }

    /** What is left of the time; empty where it is endless. */
    public Optional<Duration> remaining() {
        return nanos == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, nanos - elapsed())));
    }

    /** What says that the time was over before there was anything that could be shown. */
    public SearchTimeoutException expired() {
        markPartial = true;
        return new SearchTimeoutException(Duration.ofNanos(nanos));
    }

    private long elapsed() {
        return nanoTime.getAsLong() - start;
    }

    /** Notes that not all was looked at. */
    public void markPartial() {
        markPartial = true;
    }

    /** Whether an answer was stopped before all was looked at. */
    public boolean isPartial() {
        return markPartial;
    }
}
