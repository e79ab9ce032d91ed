package jirei.web.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;

/** Rejects requests beyond the limits before any work is done for them. Thread-safe. */
public final class RequestLimiter {
    private static final int SECONDS_TO_WAIT = 2;

    private final WebLimits limits;
    private final HostAllowlist hosts;
    private final RequestRateLimiter rate;
    private final UrlLimits address;
    private final Semaphore free;

    public RequestLimiter(WebSettings settings) {
        this.limits = settings.limits();
        this.hosts = HostAllowlist.of(settings);
        this.rate = new RequestRateLimiter(limits.requestsPerMinute(), System::nanoTime);
        this.address = new UrlLimits(limits);
        this.free = new Semaphore(limits.requestsAtOnce());
    }

    /** The number of active requests. */
    public int underWay() {
        return limits.requestsAtOnce() - free.availablePermits();
    }

    /**
     * Rejects a request by its headers and URL.
     *
     * @throws ProblemException if it exceeds a limit or its host name is not allowed
     */
    public void check(Context context) throws ProblemException {
        String host = context.header("Host");
        if (!hosts.have(host)) {
            throw new ProblemException(Problem.unknownHost(Objects.requireNonNullElse(host, "")));
        }
        if (!rate.allows(context.ip())) {
            context.header("Retry-After", Integer.toString(rate.secondsToWait()));
            throw new ProblemException(Problem.tooManyOfOne(limits.requestsPerMinute()));
        }
        if (context.req().getContentLengthLong() > limits.bodyBytes() || context.header("Transfer-Encoding") != null) {
            // an unread body would be parsed as the next request
            context.header("Connection", "close");
            throw new ProblemException(Problem.bodyTooLarge(limits.bodyBytes()));
        }
        address.check(context.path(), Objects.requireNonNullElse(context.queryString(), ""));
    }

    /** Returns {@code handler} with the limit of concurrent requests. */
    public Handler limiting(Handler handler) {
        return context -> {
            if (!free.tryAcquire()) {
                context.header("Retry-After", Integer.toString(SECONDS_TO_WAIT));
                throw new ProblemException(Problem.tooBusy());
            }
            try {
                handler.handle(context);
            } finally {
                free.release();
            }
        };
    }
}
