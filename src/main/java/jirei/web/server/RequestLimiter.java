package jirei.web.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;

/** Rejects requests beyond the limits before any work is done for them. Thread-safe. */
public final class RequestLimiter {
    private static final int RETRY_SECONDS = 2;

    private final WebLimits limits;
    private final HostAllowlist hosts;
    private final RequestRateLimiter rateLimiter;
    private final UrlLimits urlLimits;
    private final Semaphore permits;

    public RequestLimiter(WebSettings settings) {
        this.limits = settings.limits();
        this.hosts = HostAllowlist.of(settings);
        this.rateLimiter = new RequestRateLimiter(limits.load().requestsPerMinute(), System::nanoTime);
        this.urlLimits = new UrlLimits(limits);
        this.permits = new Semaphore(limits.load().concurrentRequests());
    }

    /** The number of active requests. */
    public int activeRequests() {
        return limits.load().concurrentRequests() - permits.availablePermits();
    }

    /**
     * Rejects a request by its headers and URL.
     *
     * @throws ProblemException if it exceeds a limit or its host name is not allowed
     */
    public void check(Context context) throws ProblemException {
        String host = context.header("Host");
        if (!hosts.allows(host)) {
            throw new ProblemException(Problem.unknownHost(Objects.requireNonNullElse(host, "")));
        }
        if (!rateLimiter.allows(context.ip())) {
            context.header("Retry-After", Integer.toString(rateLimiter.secondsToWait()));
            throw new ProblemException(Problem.tooManyRequests(limits.load().requestsPerMinute()));
        }
        if (context.req().getContentLengthLong() > limits.request().bodyBytes()
                || context.header("Transfer-Encoding") != null) {
            // an unread body would be parsed as the next request
            context.header("Connection", "close");
            throw new ProblemException(Problem.bodyTooLarge(limits.request().bodyBytes()));
        }
        urlLimits.check(context.path(), QueryString.raw(context));
    }

    /** Returns {@code handler} with the limit of concurrent requests. */
    public Handler limited(Handler handler) {
        return context -> {
            if (!permits.tryAcquire()) {
                context.header("Retry-After", Integer.toString(RETRY_SECONDS));
                throw new ProblemException(Problem.tooBusy());
            }
            try {
                handler.handle(context);
            } finally {
                permits.release();
            }
        };
    }
}
