package jirei.web.words;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.cases.CaseHistory;
import jirei.library.words.LexiconEntry;
import jirei.library.words.LexiconFile;
import jirei.library.words.LexiconStore;
import jirei.library.words.LexiconTrial;
import jirei.library.words.StaleLexiconException;
import jirei.library.words.StoredLexicon;
import jirei.web.access.EditorAccess;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;

/** The handlers of the API of the lexicon. Thread-safe. */
final class LexiconApiHandlers {
    private final LexiconStore store;
    private final LexiconChanges changes;

    LexiconApiHandlers(LexiconStore store, LexiconChanges changes) {
        this.store = store;
        this.changes = changes;
    }

    /** A file in the list. Immutable. */
    record File(String file, String name, String version, boolean bundled, int entries) {}

    /** Responds with the files. */
    void list(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        List<File> files = new ArrayList<>();
        for (LexiconFile file : LexiconFile.values()) {
            StoredLexicon stored = store.read(file);
            files.add(new File(
                    file.id(),
                    file.fileName(),
                    stored.version(),
                    stored.isBundled(),
                    stored.table().entries().size()));
        }
        context.json(Map.of("files", files));
    }

    /** Responds with a file: its text and its entries; the ETag is its version. */
    void file(Context context) throws IOException, ProblemException {
        LexiconFile file = LexiconHandlers.file(context);
        QueryString parameters = SearchParameters.parse(QueryString.raw(context), List.of("find"));
        String find = SearchParameters.single(parameters, "find", "");
        StoredLexicon stored = store.read(file);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("file", file.id());
        body.put("version", stored.version());
        body.put("bundled", stored.isBundled());
        body.put(
                "entries",
                stored.table().entriesWith(find).stream()
                        .map(entry -> json(file, entry))
                        .toList());
        body.put("text", stored.text());
        context.header("ETag", '"' + stored.version() + '"');
        context.json(body);
    }

    private static Map<String, Object> json(LexiconFile file, LexiconEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", entry.line());
        for (int at = 0; at < file.columns().size(); at++) {
            json.put(file.columns().get(at).id(), entry.values().get(at));
        }
        json.put("note", entry.note());
        return json;
    }

    /**
     * Writes the text of a file over the version that {@code If-Match} names, unless cases would become invalid and {@code confirmed}
     * is not given.
     */
    void save(Context context) throws IOException, ProblemException {
        LexiconFile file = LexiconHandlers.file(context);
        QueryString parameters = SearchParameters.parse(QueryString.raw(context), List.of("confirmed"));
        String version =
                Objects.requireNonNullElse(context.header("If-Match"), "").replace("\"", "");
        if (version.isEmpty()) {
            throw new ProblemException(Problem.versionNeeded());
        }
        boolean isConfirmed =
                SearchParameters.single(parameters, "confirmed", "").equals("true");
        try {
            if (!isConfirmed && store.faults(file, context.body()).isEmpty()) {
                requireNoneInvalidated(file, context.body());
            }
            StoredLexicon saved = changes.save(
                    file,
                    context.body(),
                    version,
                    EditorAccess.editorOf(context).name());
            context.header("ETag", '"' + saved.version() + '"');
            context.json(Map.of("file", file.id(), "version", saved.version()));
        } catch (CorpusFormatException e) {
            throw new ProblemException(Problem.invalidLexicon(file.fileName(), faults(e.diagnostics())));
        } catch (StaleLexiconException e) {
            context.header("ETag", '"' + e.current().version() + '"');
            throw new ProblemException(Problem.staleLexicon(file.fileName()));
        }
    }

    private void requireNoneInvalidated(LexiconFile file, String text) throws IOException, ProblemException {
        List<String> cases = store.invalidated(file, text).stream()
                .map(one -> one.id() + "（" + one.problem() + "）")
                .toList();
        if (!cases.isEmpty()) {
            throw new ProblemException(Problem.invalidatesCases(file.fileName(), cases));
        }
    }

    private static List<String> faults(List<CorpusDiagnostic> diagnostics) {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.line() + "行目: " + diagnostic.problem())
                .toList();
    }

    /** Responds with the faults of a proposed text and, if it has none, with what the query {@code q} finds with it. */
    void tryText(Context context) throws IOException, ProblemException {
        LexiconFile file = LexiconHandlers.file(context);
        String query = SearchParameters.query(SearchParameters.parse(QueryString.raw(context), List.of("q")));
        List<String> faults = faults(store.faults(file, context.body()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("faults", faults);
        body.put("invalidated", faults.isEmpty() ? store.invalidated(file, context.body()) : List.of());
        if (faults.isEmpty() && !query.isEmpty()) {
            Optional<LexiconChanges.Effect> effect = changes.tried(file, context.body(), query);
            body.put("tried", effect.isPresent());
            effect.ifPresent(found -> {
                body.put("trial", json(found.trial()));
                body.put("ndcgNow", found.ndcgNow());
                body.put("ndcgThen", found.ndcgThen());
            });
        }
        context.json(body);
    }

    private static Map<String, Object> json(LexiconTrial trial) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("query", trial.query());
        json.put("sectionsNow", trial.now().sections());
        json.put("sectionsThen", trial.then().sections());
        json.put("casesNow", trial.now().cases());
        json.put("casesThen", trial.then().cases());
        json.put("compared", trial.isComplete());
        json.put("addedCount", trial.addedCount());
        json.put("lostCount", trial.lostCount());
        json.put("added", trial.added());
        json.put("lost", trial.lost());
        json.put("newFaults", trial.newFaults());
        return json;
    }

    /** Responds with the names and times of the earlier versions of a file. */
    void versions(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        LexiconFile file = LexiconHandlers.file(context);
        List<Map<String, String>> versions = new ArrayList<>();
        for (CaseHistory.Version version : store.history().versions(file.fileName())) {
            versions.add(Map.of(
                    "name", version.name(), "replaced", version.replaced().toString()));
        }
        context.json(Map.of("file", file.id(), "versions", versions));
    }

    /** Responds with an earlier version of a file. */
    void version(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        LexiconFile file = LexiconHandlers.file(context);
        String text = store.history()
                .text(file.fileName(), context.pathParam("version"))
                .orElseThrow(() -> new ProblemException(Problem.noSuchPage(context.path())));
        context.contentType("text/plain; charset=utf-8").result(text);
    }
}
