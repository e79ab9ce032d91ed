package jirei.web.server;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Limits the messages of one kind per minute, so that requests cannot fill the disk with a log. The first message of
 * the next minute reports how many were dropped. Thread-safe.
 */
public final class LogThrottle {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int limit;
    private final LongSupplier nanoTime;
    private long minuteStart;
    private int count;
    private long dropped;

    /** Limits to {@code limit} messages per minute. */
    public LogThrottle(int limit) {
        this(limit, System::nanoTime);
    }

    /**
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    LogThrottle(int limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.minuteStart = nanoTime.getAsLong();
    }

    /**
     * Calls {@code message} unless the limit is reached. Its argument is text for the end of the message: empty, or the
     * number of messages dropped before it.
     */
    public void log(Consumer<String> message) {
        long droppedBefore;
        synchronized (this) {
            if (nanoTime.getAsLong() - minuteStart >= MINUTE) {
                minuteStart = nanoTime.getAsLong();
                count = 0;
            }
            if (count >= limit) {
                dropped++;
                return;
            }
            count++;
            droppedBefore = dropped;
            dropped = 0;
        }
        message.accept(droppedBefore == 0 ? "" : " (" + droppedBefore + " similar messages dropped)");
    }
}
