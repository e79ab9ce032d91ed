package jirei.web.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jirei.web.request.SearchParameters;
import jirei.web.settings.LoggingSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Numbers each request, so that log messages and error responses can be matched, and logs responses. Thread-safe. */
public final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("jirei.requests");
    private static final String HEADER = "X-Request-Id";
    private static final String KEY = "request";
    private static final String ROUTE = "jirei.route";
    /** The number may come from a proxy; other characters must not get into the log. */
    private static final Pattern VALID_NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

    private final boolean logging;
    private final Metrics metrics;

    public RequestLog(LoggingSettings logging, Metrics metrics) {
        this.logging = logging.requests();
        this.metrics = metrics;
    }

    /** Returns the number of the request of the current thread, or a new one if there is none. */
    static String number() {
        return Objects.requireNonNullElseGet(MDC.get(KEY), RequestLog::newNumber);
    }

    private static String newNumber() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Numbers an incoming request. */
    public void begin(Context context) {
        String given = context.header(HEADER);
        String number = given != null && VALID_NUMBER.matcher(given).matches() ? given : newNumber();
        MDC.put(KEY, number);
        context.header(HEADER, number);
    }

    /** Returns {@code handler}, measured under {@code route}, such as /cases/{id}. */
    public static Handler routed(String route, Handler handler) {
        return context -> {
            context.attribute(ROUTE, route);
            handler.handle(context);
        };
    }

    /** Logs the response. The path is logged, the query never. */
    public void end(Context context, float millis) {
        @Nullable String route = context.attribute(ROUTE);
        int status = context.statusCode();
        metrics.request(Objects.requireNonNullElse(route, "none"), method(context), status, Duration.ofNanos((long)
                (millis * 1e6)));
        if (logging) {
            LOG.atInfo()
                    .setMessage("answered")
                    .addKeyValue("method", method(context))
                    .addKeyValue("path", withoutControls(context.path()))
                    .addKeyValue("status", status)
                    .addKeyValue("millis", Math.round(millis))
                    .log();
        }
        MDC.remove(KEY);
    }

    /** Clients can send any method name, and each would become a time series. */
    private static String method(Context context) {
        String name = context.method().name();
        return METHODS.contains(name) ? name : "other";
    }

    private static String withoutControls(String path) {
        return SearchParameters.replaceControls(path);
    }
}
