package jirei.web.server;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;

/**
 * What a server does that is to be stopped: it says so where its health is asked, ends each connection with its next answer, and
 * answers all the same, until whoever shares out requests has seen it and sends them elsewhere.
 */
public final class GracefulShutdown {
    private static final String HEALTH = "/health";

    private final Duration notice;
    private volatile boolean begun;

    /** @param notice how long that goes on */
    public GracefulShutdown(Duration notice) {
        this.notice = notice;
    }

    public void check(Context context) throws ProblemException {
        if (begun) {
            context.header("Connection", "close");
            if (context.path().equals(HEALTH)) {
                throw new ProblemException(Problem.leaving());
            }
        }
    }

    /** Begins to leave, and comes back when that has been to be seen for long enough. */
    public void giveNotice() {
        begun = true;
        try {
            new CountDownLatch(1).await(notice.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever can't wait stops at once
        }
    }
}
