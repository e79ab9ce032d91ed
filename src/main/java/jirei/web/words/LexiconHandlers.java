package jirei.web.words;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.corpus.lexicon.LexiconLine;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.words.LexiconChange;
import jirei.library.words.LexiconEntry;
import jirei.library.words.LexiconFile;
import jirei.library.words.LexiconStore;
import jirei.library.words.LexiconTable;
import jirei.library.words.StaleLexiconException;
import jirei.library.words.StoredLexicon;
import jirei.query.SearchRequest;
import jirei.web.access.EditorAccess;
import jirei.web.library.FormParameters;
import jirei.web.library.NextPageMessages;
import jirei.web.page.words.JudgedRow;
import jirei.web.page.words.LexiconHistoryPage;
import jirei.web.page.words.LexiconPage;
import jirei.web.page.words.LexiconTextPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.server.TemplateRenderer;

/** The handlers of the pages of the lexicon. Thread-safe. */
final class LexiconHandlers {
    private static final String PATH = "/library/lexicon/";
    /** What is no part of a word in the list of an entry. */
    private static final Pattern MARKS = Pattern.compile("[*|=]");

    private static final String SAVED = "保存しました。索引を作り直し、終わると検索に反映されます。";

    private final LexiconStore store;
    private final LexiconChanges changes;
    private final TemplateRenderer templates;
    private final InvalidationQuestions questions;
    private final NextPageMessages messages = new NextPageMessages();

    LexiconHandlers(LexiconStore store, LexiconChanges changes, TemplateRenderer templates) {
        this.store = store;
        this.changes = changes;
        this.templates = templates;
        this.questions = new InvalidationQuestions(store, templates);
    }

    /** Returns the file that the path names; the synonyms if it names none. */
    static LexiconFile file(Context context) throws ProblemException {
        String id = context.pathParamMap().getOrDefault("file", LexiconFile.SYNONYMS.id());
        return LexiconFile.named(id).orElseThrow(() -> new ProblemException(Problem.noSuchPage(context.path())));
    }

    /** Responds with the entries of a file, and the form of one of them or of a new one. */
    void page(Context context) throws IOException, ProblemException {
        LexiconFile file = file(context);
        List<String> fields = Stream.concat(
                        Stream.of("find", "edit", "page", "note"),
                        file.columns().stream().map(LexiconFile.Column::id))
                .toList();
        QueryString parameters = SearchParameters.parse(QueryString.raw(context), fields);
        StoredLexicon stored = store.read(file);
        int line = FormParameters.number(SearchParameters.single(parameters, "edit", "0"));
        LexiconEntry edited = stored.table().entry(line).orElse(blank(file));
        respond(
                context,
                stored,
                LexiconPage.Form.of(stored, prefilled(file, edited, parameters)),
                SearchParameters.single(parameters, "find", ""),
                FormParameters.number(SearchParameters.single(parameters, "page", "1")));
    }

    private static LexiconEntry blank(LexiconFile file) {
        return new LexiconEntry(0, file.columns().stream().map(column -> "").toList(), "");
    }

    private static LexiconEntry prefilled(LexiconFile file, LexiconEntry entry, QueryString parameters)
            throws ProblemException {
        List<String> values = new ArrayList<>();
        for (int at = 0; at < file.columns().size(); at++) {
            values.add(SearchParameters.single(
                    parameters, file.columns().get(at).id(), entry.values().get(at)));
        }
        return new LexiconEntry(entry.line(), values, SearchParameters.single(parameters, "note", entry.note()));
    }

    private void respond(Context context, StoredLexicon stored, LexiconPage.Form form, String find, int page) {
        LexiconTable table = stored.table();
        List<LexiconEntry> entries = find.isBlank() ? table.entries() : table.entriesWith(find.strip());
        templates.respond(
                context,
                "library/lexicon.jte",
                LexiconPage.of(
                        stored,
                        form,
                        find,
                        entries,
                        page,
                        String.join("", messages.take(context)),
                        templates.assets(context)));
    }

    /** Adds, changes or deletes an entry, or shows what that would do. */
    void changeEntry(Context context) throws IOException, ProblemException {
        LexiconFile file = file(context);
        StoredLexicon stored = store.read(file);
        LexiconEntry entry = typed(context, file);
        String version = FormParameters.text(context, "version");
        String find = FormParameters.text(context, "find");
        String action = FormParameters.text(context, "do");
        if (!stored.version().equals(version)) {
            respondStale(context, stored, entry, version, find);
            return;
        }
        try {
            LexiconTable table = stored.table();
            String text = action.equals("delete") ? table.without(entry.line()) : table.with(entry);
            if (action.equals("try")) {
                respondText(context, stored, text, firstWord(file, entry), "");
                return;
            }
            if (questions.asks(context, file, text)) {
                return;
            }
            changes.save(file, text, version, EditorAccess.editorOf(context).name());
            messages.add(context, SAVED);
            String suffix = find.isBlank()
                    ? ""
                    : new QueryString(List.of()).with("find", find).toString();
            context.redirect(PATH + file.id() + suffix, HttpStatus.SEE_OTHER);
        } catch (CorpusFormatException e) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            respond(context, stored, LexiconPage.Form.of(stored, entry).withFaults(faults(e.diagnostics())), find, 1);
        } catch (StaleLexiconException e) {
            respondStale(context, e.current(), entry, version, find);
        }
    }

    /** Returns the word with which the effect of an entry is tried first. */
    private static String firstWord(LexiconFile file, LexiconEntry entry) {
        List<Boolean> lists =
                file.columns().stream().map(LexiconFile.Column::isList).toList();
        String words = entry.values().get(Math.max(0, lists.indexOf(true)));
        return LexiconLine.split(words).stream()
                .map(word -> MARKS.matcher(word).replaceAll(" ").strip().split("\\s", 2)[0])
                .findFirst()
                .orElse("");
    }

    private static LexiconEntry typed(Context context, LexiconFile file) {
        return new LexiconEntry(
                Math.max(0, FormParameters.number(FormParameters.text(context, "line"))),
                file.columns().stream()
                        .map(column -> FormParameters.text(context, column.id()))
                        .toList(),
                FormParameters.text(context, "note"));
    }

    /** Shows what somebody else changed, and the form again, now over the current version. */
    private void respondStale(Context context, StoredLexicon now, LexiconEntry typed, String version, String find)
            throws IOException {
        int line = typed.line() == 0 ? 0 : now.table().lineOf(FormParameters.text(context, "original"));
        var moved = new LexiconEntry(Math.max(0, line), typed.values(), typed.note());
        List<LexiconChange> others = store.earlier(now.file(), version)
                .map(before -> LexiconChange.between(before, now.text()))
                .orElse(List.of());
        context.status(HttpStatus.CONFLICT);
        respond(context, now, LexiconPage.Form.of(now, moved).afterOthers(others), find, 1);
    }

    private static List<String> faults(List<CorpusDiagnostic> diagnostics) {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.line() + "行目: " + diagnostic.problem())
                .toList();
    }

    /** Responds with a file as text. */
    void text(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        StoredLexicon stored = store.read(file(context));
        respondText(context, stored, stored.text(), "", "");
    }

    /** Saves the text of a file, or shows what that would do. */
    void changeText(Context context) throws IOException, ProblemException {
        LexiconFile file = file(context);
        String text = FormParameters.text(context, "text");
        String query = FormParameters.text(context, "q").strip();
        StoredLexicon stored = store.read(file);
        if (!stored.version().equals(FormParameters.text(context, "version"))) {
            context.status(HttpStatus.CONFLICT);
            respondText(context, stored, text, query, LexiconTextPage.STALE);
            return;
        }
        if (!FormParameters.text(context, "do").equals("save")) {
            respondText(context, stored, text, query, "");
            return;
        }
        try {
            if (questions.asks(context, file, text)) {
                return;
            }
            changes.save(
                    file, text, stored.version(), EditorAccess.editorOf(context).name());
            messages.add(context, SAVED);
            context.redirect(PATH + file.id(), HttpStatus.SEE_OTHER);
        } catch (CorpusFormatException e) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            respondText(context, stored, text, query, "");
        } catch (StaleLexiconException e) {
            context.status(HttpStatus.CONFLICT);
            respondText(context, e.current(), text, query, LexiconTextPage.STALE);
        }
    }

    private void respondText(Context context, StoredLexicon stored, String text, String query, String problem)
            throws IOException {
        List<String> faults = faults(store.faults(stored.file(), text));
        boolean isTried = !query.isEmpty() && query.length() <= SearchRequest.MAX_QUERY_LENGTH && faults.isEmpty();
        Optional<LexiconChanges.Effect> effect = isTried ? changes.tried(stored.file(), text, query) : Optional.empty();
        templates.respond(
                context,
                "library/lexicon-text.jte",
                new LexiconTextPage(
                        LexiconTextPage.frame(stored.file(), templates.assets(context)),
                        stored,
                        text,
                        query,
                        faults,
                        LexiconChange.between(stored.text(), text),
                        isTried,
                        effect.map(LexiconChanges.Effect::trial).orElse(null),
                        effect.isEmpty() ? List.of() : judged(effect.get()),
                        problem));
    }

    private List<JudgedRow> judged(LexiconChanges.Effect effect) throws IOException {
        return JudgedRow.of(changes.words().judgments().topics(), effect.ndcgNow(), effect.ndcgThen());
    }

    /** Responds with the earlier versions of a file, and what differs between the chosen one and now. */
    void history(Context context) throws IOException, ProblemException {
        LexiconFile file = file(context);
        QueryString parameters = SearchParameters.parse(QueryString.raw(context), List.of("version"));
        String shown = SearchParameters.single(parameters, "version", "");
        StoredLexicon stored = store.read(file);
        Optional<String> earlier =
                shown.isEmpty() ? Optional.empty() : store.history().text(file.fileName(), shown);
        templates.respond(
                context,
                "library/lexicon-history.jte",
                new LexiconHistoryPage(
                        LexiconHistoryPage.frame(file, templates.assets(context)),
                        stored,
                        store.history().versions(file.fileName()),
                        shown,
                        earlier.map(before -> LexiconChange.between(before, stored.text()))
                                .orElse(List.of()),
                        shown.isEmpty() || earlier.isPresent() ? "" : "この版は残っていません。"));
    }

    /** Restores a version; the version that it replaces is kept too. */
    void restore(Context context) throws IOException, ProblemException {
        LexiconFile file = file(context);
        String name = FormParameters.text(context, "name");
        String text = store.history()
                .text(file.fileName(), name)
                .orElseThrow(() -> new ProblemException(Problem.noSuchPage(context.path() + " " + name)));
        try {
            if (questions.asks(context, file, text)) {
                return;
            }
            changes.save(
                    file,
                    text,
                    FormParameters.text(context, "version"),
                    EditorAccess.editorOf(context).name());
            messages.add(context, SAVED);
            context.redirect(PATH + file.id(), HttpStatus.SEE_OTHER);
        } catch (CorpusFormatException e) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            respondText(context, store.read(file), text, "", "");
        } catch (StaleLexiconException e) {
            context.status(HttpStatus.CONFLICT);
            respondText(context, e.current(), text, "", LexiconTextPage.STALE);
        }
    }
}
