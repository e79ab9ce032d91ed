package jirei.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson3;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jirei.search.EngineReference;
import jirei.search.IndexNotReadyException;
import jirei.search.SearchEngine;
import jirei.search.SearchTimeoutException;
import jirei.search.SearchUnavailableException;
import jirei.search.TooManyClausesException;
import jirei.web.handler.ApiHandlers;
import jirei.web.handler.ChartHandlers;
import jirei.web.handler.ComparisonHandlers;
import jirei.web.handler.ExportHandlers;
import jirei.web.handler.PageHandlers;
import jirei.web.handler.RegionHandlers;
import jirei.web.handler.ShortlistHandlers;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import jirei.web.server.Bulkheads;
import jirei.web.server.ConnectorSettings;
import jirei.web.server.EntityTags;
import jirei.web.server.ErrorHandlers;
import jirei.web.server.GracefulShutdown;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.Metrics;
import jirei.web.server.OpenApi;
import jirei.web.server.RequestLimiter;
import jirei.web.server.RequestLog;
import jirei.web.server.SecurityHeaders;
import jirei.web.server.StaticFiles;
import jirei.web.server.TemplateRenderer;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP server, which listens from {@link #start} to {@link #close}. Does not close its engine. Thread-safe. */
public final class WebServer implements AutoCloseable {
    private final Javalin javalin;
    private final WebSettings settings;
    private final GracefulShutdown shutdown;

    private WebServer(Javalin javalin, WebSettings settings, GracefulShutdown shutdown) {
        this.javalin = javalin;
        this.settings = settings;
        this.shutdown = shutdown;
    }

    /**
     * Starts a server over {@code engine}.
     *
     * @throws PortTakenException if another program listens on the port
     * @throws IOException if the server cannot listen on the address, or if a static file is missing
     */
    public static WebServer start(WebSettings settings, EngineReference engine) throws IOException {
        return start(settings, engine, japanClock());
    }

    /** The clock that dates citations and files. */
    static Clock japanClock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }

    /** Starts a server whose citations and files are dated by {@code clock}. */
    static WebServer start(WebSettings settings, EngineReference engine, Clock clock) throws IOException {
        return start(settings, engine, clock, () -> {});
    }

    /** Starts a server, and runs {@code beforeListening}, which may block, once it is ready to listen. */
    static WebServer start(WebSettings settings, EngineReference engine, Clock clock, Runnable beforeListening)
            throws IOException {
        var assets = new StaticFiles(settings);
        var templates = new TemplateRenderer(settings, assets);
        templates.requireAssets();
        var shutdown = new GracefulShutdown(settings.limits().times().drain());
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings.limits(), beforeListening);
            config.routes.before(shutdown::check);
            route(config, settings, engine, templates, assets, clock);
        });
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            throw cannotListen(settings, e);
        }
        return new WebServer(javalin, settings, shutdown);
    }

    private static void configure(JavalinConfig config, WebLimits limits, Runnable beforeListening) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        ConnectorSettings.within(limits, config.jetty, beforeListening);
        // in the order of the record components
        config.jsonMapper(new JavalinJackson3(
                JsonMapper.builder()
                        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .build(),
                false));
    }

    private static void route(
            JavalinConfig config,
            WebSettings settings,
            EngineReference engines,
            TemplateRenderer templates,
            StaticFiles assets,
            Clock clock) {
        Bulkheads bulkheads = Bulkheads.of(settings.limits());
        var limiter = new RequestLimiter(settings, bulkheads);
        var metrics = new Metrics(engines, limiter::activeRequests);
        metrics.add(bulkheads);
        var log = new RequestLog(settings.logging(), metrics);
        var searches = new InstrumentedSearch(settings, metrics, engines::state, clock);
        config.requestLogger.http(log::end);
        config.routes.before(log::begin);
        config.routes.before(context -> SecurityHeaders.on(context::header));
        config.routes.before(context -> context.header("Vary", "Accept-Encoding"));
        config.routes.before(limiter::check);
        config.routes.after(EntityTags::after);
        var handlers = new Handlers(searches, templates, bulkheads, clock);
        Map<String, Handler> routes = new HashMap<>();
        searchRoutes(handlers)
                .forEach((path, handler) ->
                        routes.put(path, limiter.limited(bulkheads.searches(), overSnapshot(engines, handler))));
        pageRoutes(handlers)
                .forEach((path, handler) ->
                        routes.put(path, limiter.limited(bulkheads.pages(), overSnapshot(engines, handler))));
        exportRoutes(handlers)
                .forEach((path, handler) -> routes.put(path, limiter.limitedExport(overSnapshot(engines, handler))));
        // not limited, so that they respond under overload
        routes.putAll(Map.ofEntries(
                Map.entry("/help", handlers.pages::help),
                Map.entry("/health", context -> handlers.api.health(context, engines)),
                Map.entry("/openapi.json", OpenApi::document),
                Map.entry("/static/<name>", context -> asset(context, assets)),
                Map.entry("/metrics", context -> metrics(context, metrics))));
        routes.forEach((path, handler) -> {
            Handler routed = RequestLog.routed(path, handler);
            config.routes.get(path, routed);
            // without it HEAD succeeds for every path, even for unknown cases
            config.routes.head(path, routed);
        });
        errors(config, new ErrorHandlers(templates));
    }

    /** The handlers of all routes. */
    private static final class Handlers {
        private final ApiHandlers api;
        private final PageHandlers pages;
        private final RegionHandlers regions;
        private final ChartHandlers charts;
        private final ComparisonHandlers comparisons;
        private final ShortlistHandlers shortlists;
        private final ExportHandlers exports;

        Handlers(InstrumentedSearch searches, TemplateRenderer templates, Bulkheads bulkheads, Clock clock) {
            api = new ApiHandlers(searches);
            pages = new PageHandlers(searches, templates, clock);
            regions = new RegionHandlers(searches, templates);
            charts = new ChartHandlers(searches, templates);
            comparisons = new ComparisonHandlers(searches, templates, bulkheads.exports(), clock);
            shortlists = new ShortlistHandlers(templates, bulkheads.exports(), clock);
            exports = new ExportHandlers(searches, bulkheads.exports(), clock);
        }
    }

    /** Handles a request over one snapshot of the engine. */
    private interface SnapshotHandler {
        void handle(Context context, SearchEngine engine) throws Exception;
    }

    private static Handler overSnapshot(EngineReference engines, SnapshotHandler handler) {
        return context -> engines.with(snapshot -> {
            handler.handle(context, snapshot);
            return context;
        });
    }

    private static Map<String, SnapshotHandler> searchRoutes(Handlers handlers) {
        return Map.ofEntries(
                Map.entry("/", handlers.pages::search),
                Map.entry("/cases/{id}/sections/{section}/similar", handlers.pages::similarSections),
                Map.entry("/cases/{id}/sections/{section}/why", handlers.pages::explain),
                Map.entry("/api/search", handlers.api::search),
                Map.entry("/api/suggest", handlers.api::suggest),
                Map.entry("/api/cases/{id}/similar", handlers.api::similarCases),
                Map.entry("/api/cases/{id}/sections/{section}/similar", handlers.api::similarSections),
                Map.entry("/api/cases/{id}/sections/{section}/why", handlers.api::explain));
    }

    private static Map<String, SnapshotHandler> pageRoutes(Handlers handlers) {
        return Map.ofEntries(
                Map.entry("/cases/{id}", handlers.pages::caseStudy),
                Map.entry("/like", handlers.regions::page),
                Map.entry("/charts", handlers.charts::page),
                Map.entry("/compare", handlers.comparisons::page),
                Map.entry("/shortlist", handlers.shortlists::page),
                Map.entry("/api/cases", handlers.api::cases),
                Map.entry("/api/cases/{id}", handlers.api::caseStudy),
                Map.entry("/api/like", handlers.regions::api));
    }

    private static Map<String, SnapshotHandler> exportRoutes(Handlers handlers) {
        return Map.ofEntries(
                Map.entry("/export", handlers.exports::search),
                Map.entry("/compare/export", handlers.comparisons::export),
                Map.entry("/shortlist/export", handlers.shortlists::export));
    }

    private static void errors(JavalinConfig config, ErrorHandlers errors) {
        config.routes.exception(ProblemException.class, errors::problem);
        config.routes.exception(IndexNotReadyException.class, errors::indexNotReady);
        config.routes.exception(SearchTimeoutException.class, errors::tooSlow);
        config.routes.exception(SearchUnavailableException.class, errors::engineUnavailable);
        config.routes.exception(TooManyClausesException.class, errors::tooManyClauses);
        config.routes.exception(HttpResponseException.class, errors::httpError);
        config.routes.exception(Exception.class, errors::failed);
        config.router.javaLangErrorHandler(errors::failed);
        config.jetty.modifyServer(server -> server.setErrorHandler(errors.beforeRouting()));
    }

    private static void metrics(Context context, Metrics metrics) throws ProblemException {
        SearchParameters.rejectAny(context);
        context.contentType(Metrics.CONTENT_TYPE).result(metrics.text());
    }

    private static void asset(Context context, StaticFiles assets) throws IOException, ProblemException {
        String name = context.pathParam("name");
        Optional<StaticFiles.Asset> found = assets.named(name);
        StaticFiles.Asset asset = found.orElseThrow(() -> new ProblemException(Problem.noSuchPage(context.path())));
        // font files have their version in the name
        boolean asVersioned = name.endsWith(".woff2") || asset.version().equals(context.queryParam("v"));
        context.header("Cache-Control", asVersioned ? "public, max-age=31536000, immutable" : "no-cache");
        context.header("ETag", asset.entityTag());
        context.contentType(asset.contentType()).result(asset.open());
    }

    private static IOException cannotListen(WebSettings settings, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    && String.valueOf(cause.getMessage()).contains("in use")) {
                return new PortTakenException(settings.port(), e);
            }
        }
        return new IOException(
                "アドレス " + settings.host() + " のポート " + settings.port() + " では待ち受けられないので、--host と --port の指定を確かめてください。",
                e);
    }

    /** The port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /** The URL for a browser on this machine. */
    public String url() {
        String host = Objects.equals(settings.host(), "127.0.0.1") ? "localhost" : settings.host();
        return "http://" + host + ":" + port();
    }

    /** Drains the server, then stops listening and lets active requests finish within the time limit. */
    @Override
    public void close() {
        shutdown.drain();
        boolean interrupted =
                Thread.interrupted(); // Jetty leaves threads running if it is stopped by an interrupted one
        try {
            javalin.stop();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
