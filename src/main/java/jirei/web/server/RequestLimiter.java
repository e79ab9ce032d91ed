package jirei.web.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rejects requests beyond the limits before any work is done for them. Thread-safe. */
public final class RequestLimiter {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLimiter.class);
    /** Messages about host names per minute. */
    private static final int MAX_MESSAGES = 20;

    private static final Duration MAX_DISCARD = Duration.ofSeconds(10);
    private static final Duration MAX_PAUSE = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(10);

    private final WebLimits limits;
    private final HostAllowlist hosts;
    private final RequestRateLimiter rateLimiter;
    private final UrlLimits urlLimits;
    private final LogThrottle unknownHosts = new LogThrottle(MAX_MESSAGES);
    private final Semaphore requests;
    private final Semaphore exports;
    private final Bulkheads bulkheads;
    private final List<BodyRoute> bodies = new CopyOnWriteArrayList<>();

    public RequestLimiter(WebSettings settings, Bulkheads bulkheads) {
        this.limits = settings.limits();
        this.hosts = HostAllowlist.of(settings);
        this.rateLimiter = new RequestRateLimiter(limits.load().requestsPerMinute(), System::nanoTime);
        this.urlLimits = new UrlLimits(limits);
        this.bulkheads = bulkheads;
        this.requests = new Semaphore(limits.load().concurrentRequests());
        this.exports = new Semaphore(maxExports());
    }

    /** A part of the limit, so that exports cannot reject searches. */
    private int maxExports() {
        return Math.max(1, limits.load().concurrentRequests() / 4);
    }

    /** The number of active requests, including those that wait. */
    public int activeRequests() {
        return limits.load().concurrentRequests()
                - requests.availablePermits()
                + maxExports()
                - exports.availablePermits();
    }

    /**
     * Rejects a request by its headers and URL.
     *
     * @throws ProblemException if it exceeds a limit or its host name is not allowed
     */
    public void check(Context context) throws ProblemException {
        String host = context.header("Host");
        if (!hosts.allows(host)) {
            String shown = SearchParameters.replaceControls(Objects.requireNonNullElse(host, ""));
            unknownHosts.log(more -> LOG.warn("host name not allowed: {}{}", shown, more));
            throw new ProblemException(Problem.unknownHost(Objects.requireNonNullElse(host, "")));
        }
        if (!rateLimiter.allows(context.ip())) {
            throw new ProblemException(
                    Problem.tooManyRequests(limits.load().requestsPerMinute()), rateLimiter.secondsToWait());
        }
        long maxBytes = maxBodyBytes(context);
        if (context.req().getContentLengthLong() > maxBytes || context.header("Transfer-Encoding") != null) {
            // an unread body would be parsed as the next request
            context.header("Connection", "close");
            discardBody(context);
            throw new ProblemException(Problem.bodyTooLarge(maxBytes));
        }
        urlLimits.check(context.path(), QueryString.raw(context));
    }

    /**
     * Reads on for a bounded time, as long as bytes arrive: a client that still writes when the connection is closed does not see the
     * response. Never waits in a read, which the idle timeout would end together with the response. Only for routes with a body.
     */
    private void discardBody(Context context) {
        if (bodies.stream().noneMatch(route -> route.matches(context))) {
            return;
        }
        long start = System.nanoTime();
        long lastRead = start;
        byte[] buffer = new byte[1 << 16];
        try (ServletInputStream body = context.req().getInputStream()) {
            while (!body.isFinished()
                    && lastRead - start < MAX_DISCARD.toNanos()
                    && System.nanoTime() - lastRead < MAX_PAUSE.toNanos()) {
                if (body.available() == 0) {
                    LockSupport.parkNanos(POLL.toNanos());
                } else {
                    body.read(buffer);
                    lastRead = System.nanoTime();
                }
            }
        } catch (IOException e) {
            LOG.debug("body over the limit not read to its end", e);
        }
    }

    /** Accepts bodies of at most {@code maxBytes} for requests of {@code method} to {@code path}. */
    void acceptBody(HandlerType method, String path, long maxBytes) {
        bodies.add(new BodyRoute(method, BodyRoute.pattern(path), maxBytes));
    }

    private long maxBodyBytes(Context context) {
        return bodies.stream()
                .filter(route -> route.matches(context))
                .mapToLong(BodyRoute::maxBytes)
                .findFirst()
                .orElse(limits.request().bodyBytes());
    }

    /** A route whose handler reads the body. Immutable. */
    private record BodyRoute(HandlerType method, Pattern path, long maxBytes) {
        private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

        /** Returns the pattern of the paths of a route, such as /cases/{id}. */
        static Pattern pattern(String path) {
            return Pattern.compile(
                    Stream.of(PARAMETER.split(path, -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
        }

        boolean matches(Context context) {
            return method.equals(context.method())
                    && path.matcher(context.path()).matches();
        }
    }

    /** Returns {@code handler} with the limit of concurrent requests, as one task of {@code bulkhead}. */
    public Handler limited(Bulkhead bulkhead, Handler handler) {
        return limited(requests, bulkhead, bulkhead.bounded(handler));
    }

    /** Returns {@code handler} with the limit of concurrent exports; the handler itself runs tasks. */
    public Handler limitedExport(Handler handler) {
        return limited(exports, bulkheads.exports(), handler);
    }

    private static Handler limited(Semaphore permits, Bulkhead bulkhead, Handler handler) {
        return context -> {
            if (!permits.tryAcquire()) {
                throw bulkhead.reject();
            }
            try {
                handler.handle(context);
            } finally {
                permits.release();
            }
        };
    }
}
