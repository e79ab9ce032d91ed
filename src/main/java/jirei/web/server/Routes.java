package jirei.web.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** Registers routes, each under its own name in the metrics. Not thread-safe; used before the server starts. */
public final class Routes {
    private final RoutesConfig routes;
    private final RequestLimiter limiter;

    public Routes(RoutesConfig routes, RequestLimiter limiter) {
        this.routes = routes;
        this.limiter = limiter;
    }

    /** Registers {@code handler} for GET and HEAD. */
    public void get(String path, Handler handler) {
        Handler routed = RequestLog.routed(path, handler);
        routes.get(path, routed);
        // without it HEAD succeeds for every path, even for unknown cases
        routes.head(path, routed);
    }

    /**
     * Registers {@code handler} for a method with a body.
     *
     * @param path the path, in which a name in braces matches one segment
     * @param maxBytes the maximum size of the body; larger ones are rejected and discarded
     */
    public void body(HandlerType method, String path, long maxBytes, Handler handler) {
        limiter.acceptBody(method, path, maxBytes);
        routes.addHttpHandler(method, path, RequestLog.routed(path, handler));
    }
}
