package jirei.web.words;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.nio.file.Path;
import java.util.Map;
import jirei.search.EngineReference;
import jirei.web.library.LibraryRoutes;
import jirei.web.server.Routes;
import org.jspecify.annotations.Nullable;

/** The routes of the lexicon and of judgments, all for editors only. Stateless. */
public final class WordRoutes {
    private static final String LEXICON = "/library/lexicon";
    private static final String FILE = LEXICON + "/{file}";
    private static final String API = "/api" + LEXICON;
    private static final String API_FILE = "/api" + FILE;
    /** The maximum size of a request with a file of the lexicon, in bytes. */
    private static final int MAX_BYTES = 8 << 20;

    private static final int JUDGMENT_BYTES = 64 << 10;

    private WordRoutes() {}

    /**
     * Adds the routes.
     *
     * @param zeroHits the log of queries without hits; null if there is none
     */
    public static void add(
            Routes routes,
            LibraryRoutes.Parts parts,
            WordParts words,
            EngineReference engines,
            @Nullable Path zeroHits) {
        var changes = new LexiconChanges(words, engines);
        addLexicon(routes, parts, new LexiconHandlers(words.lexicon(), changes, parts.templates()));
        addApi(routes, parts, new LexiconApiHandlers(words.lexicon(), changes));
        var missing = new MissingWordHandlers(words.lexicon(), engines, parts.templates(), zeroHits);
        routes.get("/library/missing-words", parts.page(missing::page));
        routes.get("/api/library/missing-words", parts.page(missing::api));
        var judging = new JudgeHandlers(words, engines, parts.templates());
        routes.get("/library/judge", parts.page(judging::page));
        routes.body(HandlerType.POST, "/library/judge", JUDGMENT_BYTES, parts.page(judging::judge));
        routes.get("/api/library/judgments", parts.page(judging::api));
        routes.body(HandlerType.PUT, "/api/library/judgments", JUDGMENT_BYTES, parts.page(judging::judgeOne));
    }

    private static void addLexicon(Routes routes, LibraryRoutes.Parts parts, LexiconHandlers lexicon) {
        Map.<String, Handler>of(
                        LEXICON,
                        lexicon::page,
                        FILE,
                        lexicon::page,
                        FILE + "/text",
                        lexicon::text,
                        FILE + "/history",
                        lexicon::history)
                .forEach((path, handler) -> routes.get(path, parts.page(handler)));
        Map.<String, Handler>of(
                        FILE,
                        lexicon::changeEntry,
                        FILE + "/text",
                        lexicon::changeText,
                        FILE + "/restore",
                        lexicon::restore)
                .forEach((path, handler) -> routes.body(HandlerType.POST, path, MAX_BYTES, parts.page(handler)));
    }

    private static void addApi(Routes routes, LibraryRoutes.Parts parts, LexiconApiHandlers lexicon) {
        Map.<String, Handler>of(
                        API,
                        lexicon::list,
                        API_FILE,
                        lexicon::file,
                        API_FILE + "/versions",
                        lexicon::versions,
                        API_FILE + "/versions/{version}",
                        lexicon::version)
                .forEach((path, handler) -> routes.get(path, parts.page(handler)));
        routes.body(HandlerType.PUT, API_FILE, MAX_BYTES, parts.page(lexicon::save));
        routes.body(HandlerType.POST, API_FILE + "/trial", MAX_BYTES, parts.page(lexicon::tryText));
    }
}
