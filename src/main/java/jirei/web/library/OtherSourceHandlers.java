package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.OtherSource;
import jirei.library.cases.StoredCase;
import jirei.search.EngineReference;
import jirei.search.IndexNotReadyException;
import jirei.search.SearchUnavailableException;
import jirei.web.access.EditorAccess;
import jirei.web.page.library.OtherSourcePage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import jirei.web.server.TemplateRenderer;

/** The handlers of cases that come from no document of the library. Thread-safe. */
public final class OtherSourceHandlers {
    private final Library library;
    private final EngineReference engines;
    private final DocumentHandlers documents;
    private final TemplateRenderer templates;

    /**
     * @param engines knows the titles of the published cases
     * @param documents requires a confirmation before a case is published without its draft
     */
    public OtherSourceHandlers(
            Library library, EngineReference engines, DocumentHandlers documents, TemplateRenderer templates) {
        this.documents = documents;
        this.library = library;
        this.engines = engines;
        this.templates = templates;
    }

    /** Responds with the cases of a source. */
    public void page(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        OtherSource source = source(context);
        templates.respond(
                context,
                "library/other-source.jte",
                OtherSourcePage.of(
                        source, documents.rows().unsearchableIds(), titles(source), templates.assets(context)));
    }

    private OtherSource source(Context context) throws IOException, ProblemException {
        String key = context.pathParam("key");
        return library.otherSources(library.documents()).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.noSuchDocument(key)));
    }

    /** A source in a list. Immutable. */
    record Item(String key, OtherSource.Kind kind, String name, int cases) {}

    /** Responds with the sources. */
    public void api(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        List<Item> items = library.otherSources(library.documents()).stream()
                .map(source -> new Item(
                        source.key(),
                        source.kind(),
                        source.name(),
                        source.cases().size()))
                .toList();
        context.json(Map.of("sources", items));
    }

    /** Responds with a source and the ids of its cases. */
    public void apiSource(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        context.json(source(context));
    }

    /** Publishes a case of any source. */
    public void apiPublish(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        String editor = EditorAccess.editorOf(context).name();
        Optional<LibraryDocument> document = CaseEditHandlers.document(library, stored);
        try {
            if (document.isPresent()) {
                library.publish(document.get(), stored.id(), editor);
            } else {
                library.cases().publish(stored.id(), editor);
            }
        } catch (CorpusFormatException invalid) {
            throw new ProblemException(Problem.invalidCase(
                    stored.id(),
                    invalid.diagnostics().stream()
                            .map(fault -> fault.line() + "行目: " + fault.problem())
                            .toList()));
        }
        respond(context);
    }

    /** Takes a case out of the corpus. */
    public void apiWithdraw(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        String editor = EditorAccess.editorOf(context).name();
        Optional<LibraryDocument> document = CaseEditHandlers.document(library, stored);
        if (document.isPresent()) {
            library.withdraw(document.get(), stored.id(), editor);
        } else {
            library.cases().withdraw(stored.id(), editor);
        }
        respond(context);
    }

    private void respond(Context context) throws IOException, ProblemException {
        StoredCase now = CaseEditHandlers.stored(library, context);
        context.json(Map.of("id", now.id(), "version", now.version(), "published", now.isPublished()));
    }

    private Map<String, String> titles(OtherSource source) throws IOException {
        return source.kind() == OtherSource.Kind.WITHDRAWN ? unpublishedTitles(source) : publishedTitles(source);
    }

    private Map<String, String> unpublishedTitles(OtherSource source) throws IOException {
        Map<String, String> titles = new HashMap<>();
        for (StoredCase stored : library.cases().findAll(OtherSourcePage.shown(source))) {
            try {
                titles.put(stored.id(), library.cases().parse(stored).title());
            } catch (CorpusFormatException invalid) {
                // the id is shown
            }
        }
        return titles;
    }

    /** The index knows the titles: a line of a large file would be read anew for each. */
    private Map<String, String> publishedTitles(OtherSource source) throws IOException {
        Set<String> shown = new HashSet<>(OtherSourcePage.shown(source));
        Map<String, String> titles = new HashMap<>();
        try {
            engines.with(engine -> engine.cases()).stream()
                    .filter(one -> shown.contains(one.id()))
                    .forEach(one -> titles.put(one.id(), one.title()));
        } catch (IndexNotReadyException | SearchUnavailableException noIndex) {
            return Map.of(); // the ids are shown
        }
        return titles;
    }

    /** Publishes a withdrawn case again. */
    public void publish(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        if (documents.asksForDrafts(context, List.of(stored), "/cases/" + stored.id() + "/edit")) {
            return;
        }
        try {
            boolean isDone = library.cases()
                    .publish(stored.id(), EditorAccess.editorOf(context).name());
            done(context, stored, isDone || stored.isPublished() ? "published" : "occupied");
        } catch (CorpusFormatException invalid) {
            context.redirect("/cases/" + stored.id() + "/file", HttpStatus.SEE_OTHER);
        }
    }

    /** Takes a case out of the corpus. */
    public void withdraw(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        boolean isDone = library.cases()
                .withdraw(stored.id(), EditorAccess.editorOf(context).name());
        done(context, stored, isDone || !stored.isPublished() ? "withdrawn" : "line");
    }

    private static void done(Context context, StoredCase stored, String what) {
        context.redirect("/cases/" + stored.id() + "/edit?done=" + what, HttpStatus.SEE_OTHER);
    }
}
