package jirei;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for what another thread or process brings about. The time limit only ends a test that would never end; no test
 * depends on how soon a condition holds. Stateless.
 */
public final class Eventually {
    /** The longest wait of any test, for processes and servers too. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private static final long POLL_INTERVAL_NANOS = Duration.ofMillis(20).toNanos();

    private Eventually() {}

    /** A condition that is polled. */
    @FunctionalInterface
    public interface Condition {
        /** Returns whether the condition holds now. */
        boolean holds() throws Exception;
    }

    /** A description that is made only when it is needed. */
    @FunctionalInterface
    public interface Description {
        /** Returns the text. */
        String text() throws Exception;
    }

    /** Waits until {@code condition} holds. */
    public static void await(Condition condition) throws Exception {
        await(() -> "the condition", condition);
    }

    /**
     * Waits until {@code condition} holds.
     *
     * @throws AssertionError with {@code description} if it doesn't hold within {@link #LIMIT}
     */
    public static void await(Description description, Condition condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + LIMIT + ": " + description.text());
            }
            LockSupport.parkNanos(POLL_INTERVAL_NANOS);
        }
    }
}
