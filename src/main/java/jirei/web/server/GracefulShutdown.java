package jirei.web.server;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;

/**
 * Graceful shutdown: {@code /health} reports it and connections are closed after their next response, while requests
 * are still served until the load balancer has drained this server. Thread-safe.
 */
public final class GracefulShutdown {
    private static final String HEALTH = "/health";

    private final Duration notice;
    private volatile boolean draining;

    /**
     * @param notice the time to wait for the load balancer, at least 0
     */
    public GracefulShutdown(Duration notice) {
        this.notice = notice;
    }

    public void check(Context context) throws ProblemException {
        if (draining) {
            context.header("Connection", "close");
            if (context.path().equals(HEALTH)) {
                throw new ProblemException(Problem.shuttingDown());
            }
        }
    }

    /** Starts draining and returns after the notice time. */
    public void drain() {
        draining = true;
        try {
            new CountDownLatch(1).await(notice.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stop at once
        }
    }
}
