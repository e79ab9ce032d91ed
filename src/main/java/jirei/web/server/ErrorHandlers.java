package jirei.web.server;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.search.IndexNotReadyException;
import jirei.search.SearchTimeoutException;
import jirei.search.SearchUnavailableException;
import jirei.search.TooManyClausesException;
import jirei.web.api.ProblemAnswer;
import jirei.web.page.ErrorPage;
import jirei.web.page.Frame;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps every exception to an error response: a page for browsers, {@code application/problem+json} for API clients.
 * Thread-safe.
 */
public final class ErrorHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);

    private static final int REBUILD_RETRY_SECONDS = 10;
    private static final String TEMPLATE = "error/page.jte";

    /** Messages of one kind per minute. A damaged index or an unreachable cluster fails every request. */
    private static final int MAX_MESSAGES = 20;

    private final TemplateRenderer templates;
    private final LogThrottle failures = new LogThrottle(MAX_MESSAGES);
    private final LogThrottle unavailable = new LogThrottle(MAX_MESSAGES);
    private final LogThrottle unreadable = new LogThrottle(MAX_MESSAGES);
    private final LogThrottle clauses = new LogThrottle(MAX_MESSAGES);

    public ErrorHandlers(TemplateRenderer templates) {
        this.templates = templates;
    }

    public void problem(ProblemException e, Context context) {
        if (e.retrySeconds() > 0) {
            context.header("Retry-After", Integer.toString(e.retrySeconds()));
        }
        respond(context, e.problem());
    }

    /** There is no index yet. */
    public void indexNotReady(IndexNotReadyException e, Context context) {
        context.header("Retry-After", Integer.toString(REBUILD_RETRY_SECONDS));
        respond(context, Problem.indexNotReady());
    }

    /** The search exceeded its time limit. */
    public void tooSlow(SearchTimeoutException e, Context context) {
        respond(context, Problem.tooSlow());
    }

    /** The engine is unavailable. The cause is logged only. */
    public void engineUnavailable(SearchUnavailableException e, Context context) {
        unavailable.log(more -> LOG.warn("search engine unavailable: {} [{}]{}", e.getMessage(), e.detail(), more));
        context.header("Retry-After", "5");
        respond(context, Problem.engineUnavailable());
    }

    /** The query has more clauses than the engine accepts. The limit is logged only. */
    public void tooManyClauses(TooManyClausesException e, Context context) {
        clauses.log(more -> LOG.warn("too many query clauses: {}{}", e.getMessage(), more));
        respond(context, Problem.tooManyClauses());
    }

    /** No route or method matches. */
    public void httpError(HttpResponseException e, Context context) {
        switch (e.getStatus()) {
            case 404 -> respond(context, Problem.noSuchPage(context.path()));
            case 405 -> {
                String allowed = allowed(e);
                context.header("Allow", allowed);
                respond(context, Problem.methodNotAllowed(context.method().name(), allowed));
            }
            default -> failed(e, context);
        }
    }

    /** Returns the methods of a route, in alphabetical order. */
    private static String allowed(HttpResponseException e) {
        return Stream.of(e.getDetails()
                        .getOrDefault("availableMethods", "GET, HEAD")
                        .split(", "))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The parts of a body cannot be read: it is malformed, or the client ended the connection. */
    public void unreadableBody(ServletException e, Context context) {
        if (e.getCause() instanceof HttpException || e.getCause() instanceof IOException) {
            LOG.debug("unreadable body", e);
            context.header("Connection", "close"); // the rest of the body would be taken for the next request
            respond(context, Problem.unreadableBody());
        } else {
            failed(e, context);
        }
    }

    /** Internal error. The exception is logged only. */
    public void failed(Exception e, Context context) {
        String trace = RequestLog.number();
        String path = SearchParameters.replaceControls(context.path());
        failures.log(more -> LOG.error("request failed [{}]: {} {}{}", trace, context.method(), path, more, e));
        respond(context, Problem.failure(trace));
    }

    /** JVM error, such as lack of memory. */
    public void failed(HttpServletResponse response, Error error) {
        String trace = RequestLog.number();
        failures.log(more -> LOG.error("request failed [{}]{}", trace, more, error));
        response.setContentType("text/html; charset=utf-8");
        try {
            response.getOutputStream()
                    .write(templates.render(TEMPLATE, page(Problem.failure(trace), templates.assets())));
        } catch (IOException e) {
            LOG.debug("client closed the connection", e);
        }
    }

    private void respond(Context context, Problem problem) {
        context.status(problem.status());
        if (isApi(context.path())) {
            context.json(problemAnswer(problem)).contentType("application/problem+json");
        } else {
            templates.respond(context, TEMPLATE, page(problem, templates.assets(context)));
        }
    }

    private static ProblemAnswer problemAnswer(Problem problem) {
        return new ProblemAnswer(
                "urn:jirei:" + problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.parameter(),
                problem.value(),
                problem.allowed());
    }

    private static ErrorPage page(Problem problem, Frame.AssetUrls assets) {
        return ErrorPage.of(
                problem.status(),
                problem.title(),
                problem.detail(),
                Objects.requireNonNullElse(problem.allowed(), List.of()),
                assets);
    }

    /** Returns the handler for input that is rejected before routing because it is not valid HTTP. */
    public ErrorHandler beforeRouting() {
        return new ErrorHandler() {
            @Override
            protected void generateResponse(
                    Request request,
                    Response response,
                    int code,
                    String message,
                    @Nullable Throwable cause,
                    Callback callback) {
                unreadable.log(
                        more -> LOG.warn("unreadable request: {}{}", SearchParameters.replaceControls(message), more));
                Problem problem = code < 500 ? Problem.unreadable(code) : Problem.failure("HTTP-" + code);
                SecurityHeaders.on((name, value) -> response.getHeaders().put(name, value));
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
                response.write(
                        true, ByteBuffer.wrap(templates.render(TEMPLATE, page(problem, templates.assets()))), callback);
            }
        };
    }

    private static boolean isApi(String path) {
        return path.equals("/api")
                || path.startsWith("/api/")
                || path.equals("/health")
                || path.equals("/openapi.json");
    }
}
