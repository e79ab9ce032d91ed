package jirei.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson3;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import jirei.library.editors.Editors;
import jirei.search.EngineReference;
import jirei.search.IndexNotReadyException;
import jirei.search.SearchEngine;
import jirei.search.SearchTimeoutException;
import jirei.search.SearchUnavailableException;
import jirei.search.TooManyClausesException;
import jirei.web.access.EditorAccess;
import jirei.web.access.LoginHandlers;
import jirei.web.access.PublicAddress;
import jirei.web.handler.ApiHandlers;
import jirei.web.handler.CaseTimes;
import jirei.web.handler.ChartHandlers;
import jirei.web.handler.ComparisonHandlers;
import jirei.web.handler.ExportHandlers;
import jirei.web.handler.FeedHandlers;
import jirei.web.handler.PageHandlers;
import jirei.web.handler.RegionHandlers;
import jirei.web.handler.ShortlistHandlers;
import jirei.web.library.LibraryEvents;
import jirei.web.library.LibraryRoutes;
import jirei.web.library.OriginalHandlers;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import jirei.web.server.Bulkheads;
import jirei.web.server.ConnectorSettings;
import jirei.web.server.Discovery;
import jirei.web.server.EntityTags;
import jirei.web.server.ErrorHandlers;
import jirei.web.server.GracefulShutdown;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.Metrics;
import jirei.web.server.OpenApi;
import jirei.web.server.RequestLimiter;
import jirei.web.server.RequestLog;
import jirei.web.server.Routes;
import jirei.web.server.SecurityHeaders;
import jirei.web.server.StaticFiles;
import jirei.web.server.TemplateRenderer;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import jirei.web.words.WordRoutes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP server, which listens from {@link #start} to {@link #close}. Does not close its engine. Thread-safe. */
public final class WebServer implements AutoCloseable {
    static final BiConsumer<Routes, EditorAccess> NO_MORE = (routes, access) -> {};
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

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
        return start(settings, engine, null, clock, () -> {}, NO_MORE);
    }

    /**
     * Starts a server.
     *
     * @param documents the documents, which are not closed; null for a server without them
     * @param beforeListening is run, and may block, once the server is ready to listen
     * @param more adds routes
     */
    static WebServer start(
            WebSettings settings,
            EngineReference engine,
            @Nullable ServedDocuments documents,
            Clock clock,
            Runnable beforeListening,
            BiConsumer<Routes, EditorAccess> more)
            throws IOException {
        var assets = new StaticFiles(settings);
        var templates = new TemplateRenderer(settings, assets);
        templates.requireAssets();
        var shutdown = new GracefulShutdown(settings.limits().times().drain());
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings.limits(), beforeListening);
            config.routes.before(shutdown::check);
            route(config, settings, engine, documents, templates, assets, clock, more);
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
        config.http.maxRequestSize = Long.MAX_VALUE; // RequestLimiter has a limit for each route
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
            @Nullable ServedDocuments documents,
            TemplateRenderer templates,
            StaticFiles assets,
            Clock clock,
            BiConsumer<Routes, EditorAccess> more) {
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
        var editors = new Editors(settings.editing().editorsFile(), LOG::warn);
        var access = new EditorAccess(settings, editors, clock, hasLibrary(documents) || more != NO_MORE);
        config.routes.before(access::identify);
        config.routes.before(new PublicAddress(settings)::identify);
        config.routes.after(EntityTags::after);
        var handlers = new Handlers(searches, templates, documents, settings, bulkheads, clock);
        var logins = new LoginHandlers(access, templates, clock);
        var table = new Routes(config.routes, limiter);
        Map<String, Handler> routes = new HashMap<>();
        searchRoutes(handlers)
                .forEach((path, handler) ->
                        routes.put(path, limiter.limited(bulkheads.searches(), overSnapshot(engines, handler))));
        pageRoutes(handlers)
                .forEach((path, handler) ->
                        routes.put(path, limiter.limited(bulkheads.pages(), overSnapshot(engines, handler))));
        originalRoutes(handlers)
                .forEach((path, handler) ->
                        routes.put(path, limiter.limited(bulkheads.originals(), overSnapshot(engines, handler))));
        exportRoutes(handlers)
                .forEach((path, handler) -> routes.put(path, limiter.limitedExport(overSnapshot(engines, handler))));
        String siteName = settings.site().texts().name();
        // not limited, so that they respond under overload
        routes.putAll(Map.ofEntries(
                Map.entry("/help", context -> handlers.pages.help(context, engines)),
                Map.entry("/health", context -> handlers.api.health(context, engines)),
                Map.entry("/openapi.json", OpenApi::document),
                Map.entry("/opensearch.xml", context -> Discovery.openSearch(context, siteName)),
                Map.entry("/robots.txt", Discovery::robots),
                Map.entry("/api/session", logins::session),
                Map.entry("/static/<name>", context -> assets.respond(context, context.pathParam("name"))),
                Map.entry("/favicon.ico", context -> assets.respond(context, "favicon.ico")),
                Map.entry("/metrics", context -> metrics(context, metrics))));
        routes.forEach(table::get);
        loginRoutes(table, access, logins, limiter, bulkheads);
        if (documents != null && documents.library() != null && documents.log() != null) {
            var parts = new LibraryRoutes.Parts(
                    access,
                    limiter,
                    bulkheads,
                    templates,
                    documents.library(),
                    documents.originals(),
                    documents.log(),
                    engines,
                    settings.editing().uploadBytes());
            libraryRoutes(config, table, parts);
            if (documents.words() != null) {
                WordRoutes.add(
                        table,
                        parts,
                        documents.words(),
                        engines,
                        settings.logging().zeroHits());
            }
        }
        more.accept(table, access);
        errors(config, new ErrorHandlers(templates));
    }

    private static boolean hasLibrary(@Nullable ServedDocuments documents) {
        return documents != null && documents.library() != null;
    }

    private static void libraryRoutes(JavalinConfig config, Routes routes, LibraryRoutes.Parts parts) {
        var events = new LibraryEvents(parts.library());
        config.events.serverStopping(events::close);
        LibraryRoutes.add(routes, parts, events);
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
        private final FeedHandlers feeds;
        private final @Nullable OriginalHandlers originals;

        Handlers(
                InstrumentedSearch searches,
                TemplateRenderer templates,
                @Nullable ServedDocuments documents,
                WebSettings settings,
                Bulkheads bulkheads,
                Clock clock) {
            boolean downloads = settings.editing().downloadsSources();
            OriginalHandlers shown = documents == null
                    ? null
                    : new OriginalHandlers(searches, templates, documents.originals(), downloads);
            originals = shown;
            api = new ApiHandlers(searches);
            this.pages = new PageHandlers(
                    searches, templates, source -> shown != null && shown.hasPages(source), settings.site(), clock);
            regions = new RegionHandlers(searches, templates);
            charts = new ChartHandlers(searches, templates, clock);
            comparisons = new ComparisonHandlers(searches, templates, bulkheads.exports(), clock);
            shortlists = new ShortlistHandlers(templates, bulkheads.exports(), clock);
            exports = new ExportHandlers(searches, bulkheads.exports(), clock);
            feeds = new FeedHandlers(
                    searches,
                    documents == null ? CaseTimes.UNKNOWN : documents.times(),
                    settings.site().texts().name());
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
                Map.entry("/feed", handlers.feeds::search),
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
                Map.entry("/about", handlers.pages::about),
                Map.entry("/like", handlers.regions::page),
                Map.entry("/charts", handlers.charts::page),
                Map.entry("/charts/file", handlers.charts::file),
                Map.entry("/compare", handlers.comparisons::page),
                Map.entry("/shortlist", handlers.shortlists::page),
                Map.entry("/api/cases", handlers.api::cases),
                Map.entry("/api/cases/{id}", handlers.api::caseStudy),
                Map.entry("/api/municipalities", (context, engine) -> handlers.regions.municipalities(context)),
                Map.entry("/api/like", handlers.regions::api));
    }

    private static Map<String, SnapshotHandler> originalRoutes(Handlers handlers) {
        OriginalHandlers originals = handlers.originals;
        return originals == null
                ? Map.of()
                : Map.of("/cases/{id}/pages/{n}", originals::page, "/cases/{id}/original", originals::download);
    }

    private static Map<String, SnapshotHandler> exportRoutes(Handlers handlers) {
        return Map.ofEntries(
                Map.entry("/export", handlers.exports::search),
                Map.entry("/compare/export", handlers.comparisons::export),
                Map.entry("/shortlist/export", handlers.shortlists::export));
    }

    private static void loginRoutes(
            Routes routes, EditorAccess access, LoginHandlers handlers, RequestLimiter limiter, Bulkheads bulkheads) {
        routes.get("/login", handlers::page);
        routes.body(
                HandlerType.POST,
                "/login",
                LoginHandlers.MAX_FORM_BYTES,
                limiter.limited(bulkheads.logins(), handlers::login));
        routes.body(HandlerType.POST, "/logout", LoginHandlers.MAX_FORM_BYTES, access.editing(handlers::logout));
    }

    private static void errors(JavalinConfig config, ErrorHandlers errors) {
        config.routes.exception(ProblemException.class, errors::problem);
        config.routes.exception(IndexNotReadyException.class, errors::indexNotReady);
        config.routes.exception(SearchTimeoutException.class, errors::tooSlow);
        config.routes.exception(SearchUnavailableException.class, errors::engineUnavailable);
        config.routes.exception(TooManyClausesException.class, errors::tooManyClauses);
        config.routes.exception(HttpResponseException.class, errors::httpError);
        config.routes.exception(ServletException.class, errors::unreadableBody);
        config.routes.exception(Exception.class, errors::failed);
        config.router.javaLangErrorHandler(errors::failed);
        config.jetty.modifyServer(server -> server.setErrorHandler(errors.beforeRouting()));
    }

    private static void metrics(Context context, Metrics metrics) throws ProblemException {
        SearchParameters.rejectAny(context);
        context.contentType(Metrics.CONTENT_TYPE).result(metrics.text());
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
