package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.Sha256;
import jirei.library.Library;
import jirei.library.cases.CaseHistory;
import jirei.library.cases.StaleVersionException;
import jirei.library.cases.StoredCase;
import jirei.library.editing.CaseComparison;
import jirei.library.editing.CaseForm;
import jirei.library.editing.CaseFormReader;
import jirei.library.editing.SectionForm;
import jirei.library.editors.AuditLog;
import jirei.web.access.EditorAccess;
import jirei.web.page.Frame;
import jirei.web.page.library.FilePage;
import jirei.web.page.library.HistoryPage;
import jirei.web.page.library.LogPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.TemplateRenderer;

/** The handlers of the versions of a case and of its file as text. Thread-safe. */
public final class CaseVersionHandlers {
    /** The number of the newest changes among which those of a case are found. */
    private static final int MAX_CHANGES = 10_000;

    private final Library library;
    private final PageNumbers pages;
    private final AuditLog log;
    private final TemplateRenderer templates;

    /**
     * @param pages finds pages that the document of a case does not have
     * @param log the record of who changed a case
     */
    CaseVersionHandlers(Library library, PageNumbers pages, AuditLog log, TemplateRenderer templates) {
        this.library = library;
        this.pages = pages;
        this.log = log;
        this.templates = templates;
    }

    /** Responds with the versions of a case, and with what differs between the chosen one and now. */
    public void history(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        QueryString parameters = SearchParameters.parse(QueryString.raw(context), List.of("version"));
        String shown = parameters.values("version").stream().findFirst().orElse("");
        Optional<String> earlier =
                shown.isEmpty() ? Optional.empty() : library.cases().history().text(stored.id(), shown);
        List<CaseComparison.Row> rows = List.of();
        String problem = "";
        if (earlier.isPresent()) {
            try {
                rows = comparison(library, stored, earlier.get());
            } catch (CorpusFormatException e) {
                problem = "事例ファイルに誤りのある版なので、項目ごとには比べられません。";
            }
        } else if (!shown.isEmpty()) {
            problem = "この版は残っていません。";
        }
        String title = title(stored);
        templates.respond(
                context,
                "library/history.jte",
                new HistoryPage(
                        HistoryPage.frame(title, templates.assets(context)),
                        stored.id(),
                        title,
                        stored.version(),
                        versions(stored, shown),
                        shown,
                        rows,
                        problem));
    }

    /** Returns the earlier versions with the change that replaced each. */
    private List<HistoryPage.Version> versions(StoredCase stored, String shown) throws IOException {
        List<AuditLog.Entry> changes = log.newest(MAX_CHANGES).stream()
                .filter(change -> change.object().equals(stored.id()))
                .toList();
        List<HistoryPage.Version> versions = new ArrayList<>();
        String next = stored.text();
        for (CaseHistory.Version version : library.cases().history().versions(stored.id())) {
            String text =
                    library.cases().history().text(stored.id(), version.name()).orElse("");
            String hash = Sha256.of(text);
            String change = changes.stream()
                    .filter(one -> hash.equals(one.before()))
                    .findFirst()
                    .map(one -> one.editor() + "が" + LogPage.label(one.action()))
                    .orElse("");
            versions.add(HistoryPage.Version.of(version, shown, change, labels(stored.id(), text, next)));
            next = text;
        }
        return versions;
    }

    /** Returns the names of what differs between two versions; none if one of them is invalid. */
    private List<String> labels(String id, String before, String after) throws IOException {
        try {
            return CaseComparison.of(form(library, id, before), form(library, id, after)).stream()
                    .map(CaseComparison.Row::label)
                    .toList();
        } catch (CorpusFormatException invalid) {
            return List.of();
        }
    }

    /**
     * Returns what differs between an earlier version of a case and the case as it is.
     *
     * @param earlier the text of that version
     * @throws CorpusFormatException if one of them is invalid
     */
    static List<CaseComparison.Row> comparison(Library library, StoredCase stored, String earlier)
            throws IOException, CorpusFormatException {
        return CaseComparison.of(form(library, stored.id(), earlier), form(library, stored.id(), stored.text()));
    }

    private static CaseForm form(Library library, String id, String text) throws IOException, CorpusFormatException {
        Lexicon lexicon = library.cases().lexicon();
        return CaseForm.of(CaseMarkdown.read(Path.of(id + ".md"), text, lexicon), "", lexicon);
    }

    private String title(StoredCase stored) throws IOException {
        try {
            return library.cases().parse(stored).title();
        } catch (CorpusFormatException invalid) {
            return stored.id();
        }
    }

    /** Restores a version; the version that it replaces is kept too. */
    public void restore(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        String name = FormParameters.text(context, "name");
        String text = library.cases()
                .history()
                .text(stored.id(), name)
                .orElseThrow(() -> new ProblemException(Problem.noSuchPage(context.path() + " " + name)));
        save(context, stored, text, "/edit?saved=1", library.cases()::restore);
    }

    /** Responds with the case file as text. */
    public void file(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        String message = QueryString.raw(context).contains("saved=1") ? "保存しました。" : "";
        List<String> faults = List.of();
        try {
            library.cases().parse(stored);
        } catch (CorpusFormatException e) {
            faults = faults(e);
        }
        respond(context, stored, stored.text(), faults, message);
    }

    /** Saves the case file as typed, if it is valid. */
    public void saveFile(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        String text = FormParameters.text(context, "text");
        List<String> beyond = beyondDocument(stored, text);
        if (beyond.isEmpty()) {
            save(context, stored, text, "/file?saved=1", library.cases()::saveText);
        } else {
            context.status(422);
            respond(context, stored, text, beyond, "");
        }
    }

    /** Returns what is wrong with the pages of the sections, if the text is otherwise valid. */
    private List<String> beyondDocument(StoredCase stored, String text) throws IOException {
        try {
            List<SectionForm> sections = form(library, stored.id(), text).sections();
            return pages
                    .faults(stored, sections.stream().map(SectionForm::pages).toList())
                    .stream()
                    .map(CaseFormReader.Fault::problem)
                    .toList();
        } catch (CorpusFormatException invalid) {
            return List.of(); // reported when it is saved
        }
    }

    /** Writes a text as the file of a case. */
    @FunctionalInterface
    private interface Writing {
        StoredCase apply(String id, String text, String version, String editor)
                throws IOException, CorpusFormatException, StaleVersionException;
    }

    private void save(Context context, StoredCase stored, String text, String next, Writing writing)
            throws IOException {
        try {
            writing.apply(
                    stored.id(),
                    text,
                    FormParameters.text(context, "version"),
                    EditorAccess.editorOf(context).name());
            context.redirect("/cases/" + stored.id() + next, HttpStatus.SEE_OTHER);
        } catch (CorpusFormatException e) {
            context.status(422);
            respond(context, stored, text, faults(e), "");
        } catch (StaleVersionException e) {
            context.status(409);
            String fault = "編集を始めたあとに、この事例が変わっています。今の事例は、" + new LastChange(log).of(e.current())
                    + "別の窓で今の内容を確かめてください。このまま保存すると、下の内容で置き換えます。";
            respond(context, e.current(), text, List.of(fault), "");
        }
    }

    private static List<String> faults(CorpusFormatException e) {
        return e.diagnostics().stream()
                .map(diagnostic -> diagnostic.line() + "行目: " + diagnostic.problem())
                .toList();
    }

    private void respond(Context context, StoredCase stored, String text, List<String> faults, String message) {
        Frame frame =
                new Frame(stored.id() + "のファイル", SearchState.EMPTY, templates.assets(context), Frame.Form.AT_HEAD);
        templates.respond(
                context, "library/file.jte", new FilePage(frame, stored.id(), stored.version(), text, faults, message));
    }
}
