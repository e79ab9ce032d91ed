package jirei.web.library;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import jirei.library.Library;
import jirei.library.editors.AuditLog;
import jirei.library.pages.OriginalPages;
import jirei.search.EngineReference;
import jirei.web.access.EditorAccess;
import jirei.web.server.Bulkheads;
import jirei.web.server.RequestLimiter;
import jirei.web.server.Routes;
import jirei.web.server.TemplateRenderer;

/** The routes of the library, all for editors only. Stateless. */
public final class LibraryRoutes {
    private static final String DOCUMENT = "/library/documents/{docId}";
    private static final String CASE = "/cases/{id}";
    private static final String API = "/api/library";
    private static final int SMALL = 64 << 10;
    /** What a form adds to the files that it carries, in bytes. */
    private static final int FORM_BYTES = 1 << 20;

    private LibraryRoutes() {}

    /**
     * What the routes use. Immutable.
     *
     * @param engines the index, which knows the titles of published cases
     * @param uploadBytes the maximum size of a file
     */
    public record Parts(
            EditorAccess access,
            RequestLimiter limiter,
            Bulkheads bulkheads,
            TemplateRenderer templates,
            Library library,
            OriginalPages originals,
            AuditLog log,
            EngineReference engines,
            long uploadBytes) {
        /** Returns {@code handler} for editors, as a page. */
        public Handler page(Handler handler) {
            return access.editing(limiter.limited(bulkheads.pages(), handler));
        }

        PageNumbers pageNumbers() {
            return new PageNumbers(library, originals);
        }

        CaseEditHandlers forms() {
            return new CaseEditHandlers(library, pageNumbers(), log, templates);
        }

        Handler original(Handler handler) {
            return access.editing(limiter.limited(bulkheads.originals(), handler));
        }
    }

    /** Adds the routes. */
    public static void add(Routes routes, Parts parts, LibraryEvents events) {
        Library library = parts.library();
        var messages = new NextPageMessages();
        var rows = new DocumentRows(library, new UnsearchableCases(library, parts.engines()));
        var documents = new DocumentHandlers(library, rows, parts.templates(), messages, parts.uploadBytes());
        var removals = new RemovalHandlers(library, parts.templates(), messages);
        var api = new LibraryApiHandlers(library, documents, removals);
        addPages(routes, parts, documents, api);
        addOriginals(routes, parts);
        addActions(routes, parts, documents, api);
        addRemoval(routes, parts, removals, api);
        routes.get("/library/events", parts.access().editing(events::stream));
        routes.get(API + "/events", parts.access().editing(events::stream));
        addForms(routes, parts, documents, api);
        addComparison(routes, parts, api);
        addCaseApi(routes, parts, new CaseApiHandlers(library, parts.pageNumbers(), parts.forms()));
    }

    private static void addPages(Routes routes, Parts parts, DocumentHandlers documents, LibraryApiHandlers api) {
        var forms = parts.forms();
        var versions = new CaseVersionHandlers(parts.library(), parts.pageNumbers(), parts.log(), parts.templates());
        var previews =
                new CasePreviewHandlers(parts.library(), parts.templates(), Clock.system(ZoneId.of("Asia/Tokyo")));
        var others = new OtherSourceHandlers(parts.library(), parts.engines(), documents, parts.templates());
        Map.<String, Handler>ofEntries(
                        Map.entry("/library", documents::list),
                        Map.entry("/library/others/{key}", others::page),
                        Map.entry(DOCUMENT, documents::page),
                        Map.entry(DOCUMENT + "/row", documents::rowFragment),
                        Map.entry(DOCUMENT + "/differences", documents::differences),
                        Map.entry("/library" + CASE, previews::page),
                        Map.entry(CASE + "/edit", forms::page),
                        Map.entry(CASE + "/history", versions::history),
                        Map.entry(CASE + "/file", versions::file),
                        Map.entry(API + "/documents", api::list),
                        Map.entry(API + "/documents/{docId}", api::document))
                .forEach((path, handler) -> routes.get(path, parts.page(handler)));
    }

    private static void addOriginals(Routes routes, Parts parts) {
        var pages = new PageImageHandlers(parts.originals());
        var places = new PlaceHandlers(parts.library(), parts.originals());
        routes.get(DOCUMENT + "/pages/{n}", parts.original(pages::image));
        routes.get(DOCUMENT + "/pages/{n}/text", parts.original(pages::text));
        routes.get(DOCUMENT + "/pages/{n}/places", parts.original(places::places));
        routes.get(API + "/documents/{docId}/pages/{n}/places", parts.original(places::places));
        routes.body(HandlerType.POST, DOCUMENT + "/take", SMALL, parts.page(places::take));
        routes.body(HandlerType.POST, API + CASE + "/take", SMALL, parts.page(places::takeByApi));
        routes.get(DOCUMENT + "/original", parts.original(pages::download));
        String ofApi = API + "/documents/{docId}";
        routes.get(ofApi + "/original", parts.original(pages::download));
        routes.get(ofApi + "/pages/{n}", parts.original(pages::image));
        routes.get(ofApi + "/pages/{n}/text", parts.original(pages::text));
    }

    private static void addActions(Routes routes, Parts parts, DocumentHandlers documents, LibraryApiHandlers api) {
        var others = new OtherSourceHandlers(parts.library(), parts.engines(), documents, parts.templates());
        var log = new LogHandlers(parts.log(), parts.templates());
        routes.get("/library/log", parts.page(log::page));
        routes.get(API + "/log", parts.page(log::api));
        routes.get(API + "/others", parts.page(others::api));
        routes.get(API + "/others/{key}", parts.page(others::apiSource));
        routes.body(HandlerType.POST, API + CASE + "/publish", SMALL, parts.page(others::apiPublish));
        routes.body(HandlerType.POST, API + CASE + "/withdraw", SMALL, parts.page(others::apiWithdraw));
        String ofApi = API + "/documents/{docId}";
        Map.<String, Handler>ofEntries(
                        Map.entry(DOCUMENT + "/publish", documents::publish),
                        Map.entry(DOCUMENT + "/withdraw", documents::withdraw),
                        Map.entry(DOCUMENT + "/stop", documents::stop),
                        Map.entry(DOCUMENT + "/read", documents::read),
                        Map.entry("/library" + CASE + "/publish", others::publish),
                        Map.entry("/library" + CASE + "/withdraw", others::withdraw),
                        Map.entry(ofApi + "/stop", api::stop),
                        Map.entry(ofApi + "/publish", api::publish),
                        Map.entry(ofApi + "/withdraw", api::withdraw),
                        Map.entry(ofApi + "/read", api::read))
                .forEach((path, handler) -> routes.body(HandlerType.POST, path, SMALL, parts.page(handler)));
    }

    private static void addRemoval(Routes routes, Parts parts, RemovalHandlers removals, LibraryApiHandlers api) {
        String ofApi = API + "/documents/{docId}";
        routes.body(HandlerType.DELETE, ofApi, SMALL, parts.page(api::delete));
        Map.<String, Handler>of(
                        DOCUMENT + "/delete", removals::delete,
                        DOCUMENT + "/discard", removals::discard,
                        DOCUMENT + "/restore", removals::restore,
                        DOCUMENT + "/remarks", removals::settle,
                        ofApi + "/remarks", api::settle,
                        ofApi + "/discard", api::discard,
                        ofApi + "/restore", api::restore)
                .forEach((path, handler) -> routes.body(HandlerType.POST, path, SMALL, parts.page(handler)));
    }

    private static void addComparison(Routes routes, Parts parts, LibraryApiHandlers api) {
        String ofApi = API + "/documents/{docId}";
        routes.get(ofApi + "/differences", parts.page(api::differences));
        routes.body(HandlerType.POST, ofApi + "/differences", FormParameters.MAX_BYTES, parts.page(api::decide));
        routes.body(HandlerType.DELETE, ofApi + "/differences", SMALL, parts.page(api::endComparison));
    }

    private static void addCaseApi(Routes routes, Parts parts, CaseApiHandlers api) {
        Map.<String, Handler>ofEntries(
                        Map.entry(API + CASE, api::caseStudy),
                        Map.entry(API + CASE + "/draft", api::draft),
                        Map.entry(API + CASE + "/versions", api::versions),
                        Map.entry(API + CASE + "/versions/{version}", api::version),
                        Map.entry(API + CASE + "/versions/{version}/comparison", api::comparison))
                .forEach((path, handler) -> routes.get(path, parts.page(handler)));
        routes.body(HandlerType.PUT, API + CASE, FormParameters.MAX_BYTES, parts.page(api::save));
        routes.body(HandlerType.PUT, API + CASE + "/draft", FormParameters.MAX_BYTES, parts.page(api::saveDraft));
        routes.body(HandlerType.DELETE, API + CASE + "/draft", SMALL, parts.page(api::discardDraft));
        routes.body(HandlerType.POST, API + CASE + "/versions/{version}/restore", SMALL, parts.page(api::restore));
    }

    private static void addForms(Routes routes, Parts parts, DocumentHandlers documents, LibraryApiHandlers api) {
        var forms = parts.forms();
        var versions = new CaseVersionHandlers(parts.library(), parts.pageNumbers(), parts.log(), parts.templates());
        routes.body(HandlerType.POST, CASE + "/restore", SMALL, parts.page(versions::restore));
        Map.<String, Handler>of(
                        DOCUMENT + "/differences", documents::decide,
                        CASE + "/edit", forms::submit,
                        CASE + "/draft", forms::saveDraft,
                        CASE + "/file", versions::saveFile)
                .forEach((path, handler) ->
                        routes.body(HandlerType.POST, path, FormParameters.MAX_BYTES, parts.page(handler)));
        // not limited as pages are: an upload takes as long as the network does
        long max = parts.uploadBytes() + FORM_BYTES;
        routes.body(HandlerType.POST, "/library/documents", max, parts.access().editing(documents::upload));
        routes.body(HandlerType.POST, API + "/documents", max, parts.access().editing(api::upload));
    }
}
