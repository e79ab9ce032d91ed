package jirei.search;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that runs a task round by round until it is closed. A round that throws, even an {@link Error} or an
 * unexpected interrupt, is counted as a restart: the next round follows after a pause that doubles with every failure
 * in a row. Thread-safe.
 */
public final class SupervisedThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SupervisedThread.class);

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private final Round round;
    private final Duration firstPause;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile ThreadStatus status;

    /**
     * One round of the work of a thread. It may block until {@link #close} makes it return or throw. Not thread-safe: one
     * thread runs all rounds.
     */
    @FunctionalInterface
    public interface Round {
        void run() throws Exception;
    }

    private SupervisedThread(String name, Round round, Duration firstPause) {
        this.round = round;
        this.firstPause = firstPause;
        this.status = new ThreadStatus(name, false, 0, "");
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /**
     * Starts a thread.
     *
     * @param firstPause the pause after the first failure in a row
     */
    static SupervisedThread start(String name, Round round, Duration firstPause) {
        var supervised = new SupervisedThread(name, round, firstPause);
        supervised.thread.start();
        return supervised;
    }

    private void run() {
        long pauseMillis = firstPause.toMillis();
        while (!isClosing()) {
            try {
                round.run();
                pauseMillis = firstPause.toMillis();
                recordSuccess();
            } catch (Throwable failure) {
                recordFailure(failure);
                pause(pauseMillis);
                pauseMillis = Math.min(2 * pauseMillis, MAX_PAUSE.toMillis());
            }
        }
    }

    private void recordSuccess() {
        if (status.failing()) {
            status = new ThreadStatus(status.name(), false, status.restarts(), status.lastFailure());
        }
    }

    private void recordFailure(Throwable failure) {
        if (!isClosing()) {
            String reason = reason(failure);
            boolean isNew = !reason.equals(status.lastFailure());
            status = new ThreadStatus(status.name(), true, status.restarts() + 1, reason);
            if (isNew) {
                log(failure);
            }
        }
    }

    private void log(Throwable failure) {
        try {
            LOG.error("thread {} failed and is restarted", status.name(), failure);
        } catch (Throwable unloggable) {
            // the status has the reason
        }
    }

    private static String reason(Throwable failure) {
        try {
            return String.valueOf(failure);
        } catch (Throwable unprintable) {
            return failure.getClass().getName();
        }
    }

    private void pause(long millis) {
        try {
            closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // only close ends the thread
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Returns the current state. */
    public ThreadStatus status() {
        return status;
    }

    /** Lets no further round begin. */
    public void stop() {
        closing.countDown();
    }

    /** Interrupts the round that is being run. To be called after {@link #stop}: otherwise it counts as a failure. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Lets no further round begin and waits for the end of the current one. */
    @Override
    public void close() {
        stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
