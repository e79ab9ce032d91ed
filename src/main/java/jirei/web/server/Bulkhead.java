package jirei.web.server;

import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;

/**
 * Bounds the concurrent work of one kind, so that no kind takes the processors from the others. Further work waits in
 * the order of its arrival. Thread-safe.
 */
public final class Bulkhead {
    /** The value of {@code Retry-After} in seconds. */
    private static final int RETRY_SECONDS = 2;

    private final String kind;
    private final int permits;
    private final Duration maxWait;
    private final Semaphore available;
    private final LongAdder rejected = new LongAdder();

    /**
     * @param kind the kind in metrics, such as search
     * @param permits the maximum number of concurrent tasks, at least 1
     * @param maxWait how long {@link #run} waits
     */
    Bulkhead(String kind, int permits, Duration maxWait) {
        this.kind = kind;
        this.permits = permits;
        this.maxWait = maxWait;
        this.available = new Semaphore(permits, true);
    }

    /** A unit of work, run once by one thread. Not thread-safe. */
    @FunctionalInterface
    public interface Task<T> {
        T run() throws IOException, ProblemException;
    }

    /**
     * Runs {@code task} once a permit is available.
     *
     * @throws ProblemException with the status 503 if none is available in time
     */
    public <T> T run(Task<T> task) throws IOException, ProblemException {
        acquire();
        try {
            return task.run();
        } finally {
            available.release();
        }
    }

    /** Runs {@code task} once a permit is available, without a time limit: for a response that has begun. */
    public <T> T runWithoutLimit(Task<T> task) throws IOException, ProblemException {
        available.acquireUninterruptibly();
        try {
            return task.run();
        } finally {
            available.release();
        }
    }

    /** Returns {@code handler}, each call of which is one task. */
    Handler bounded(Handler handler) {
        return context -> {
            acquire();
            try {
                handler.handle(context);
            } finally {
                available.release();
            }
        };
    }

    private void acquire() throws ProblemException {
        boolean acquired = false;
        try {
            acquired = available.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
        }
        if (!acquired) {
            throw reject();
        }
    }

    /** Counts a rejected request and returns the exception to throw. */
    ProblemException reject() {
        rejected.increment();
        return new ProblemException(Problem.tooBusy(), RETRY_SECONDS);
    }

    /** The kind in metrics. */
    String kind() {
        return kind;
    }

    /** The number of tasks that wait. */
    public int waiting() {
        return available.getQueueLength();
    }

    /** The number of tasks that run. */
    public int running() {
        return permits - available.availablePermits();
    }

    /** The number of rejected requests since the start. */
    public long rejected() {
        return rejected.sum();
    }
}
