package jirei.web.library;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jirei.cases.CaseStudy;
import jirei.corpus.format.CaseJson;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.Library;
import jirei.library.cases.CaseHistory;
import jirei.library.cases.StaleVersionException;
import jirei.library.cases.StoredCase;
import jirei.library.editing.CaseForm;
import jirei.web.access.EditorAccess;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The handlers of the API of cases: saving, versions and drafts. Thread-safe. */
public final class CaseApiHandlers {
    /** A draft with a missing field would be an empty one in the form. */
    private static final ObjectReader FORMS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build()
            .readerFor(CaseForm.class);

    private final Library library;
    private final PageNumbers pages;
    private final CaseEditHandlers forms;

    /** @param pages finds pages that the document of a case does not have */
    CaseApiHandlers(Library library, PageNumbers pages, CaseEditHandlers forms) {
        this.library = library;
        this.pages = pages;
        this.forms = forms;
    }

    /** Responds with a case as it is in its file, published or not; the ETag is its version. */
    public void caseStudy(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        try {
            context.header("ETag", '"' + stored.version() + '"');
            context.json(CaseJson.toMap(library.cases().parse(stored)));
        } catch (CorpusFormatException e) {
            throw new ProblemException(Problem.invalidCase(stored.id(), faults(e)));
        }
    }

    /** Saves a case sent as JSON over the version that {@code If-Match} names. */
    public void save(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        respond(context, stored, (version, editor) -> {
            CaseStudy changed = sent(context, stored);
            requireSameId(stored, changed.id());
            requirePages(stored, changed);
            return library.cases().save(changed, version, editor);
        });
    }

    /** Returns the case in the body. */
    private CaseStudy sent(Context context, StoredCase stored) throws IOException, ProblemException {
        var body = JsonPlaces.of(context.body());
        try {
            return CaseJson.read(
                    Path.of(stored.id() + ".json"),
                    1,
                    body.text(),
                    library.cases().lexicon());
        } catch (CorpusFormatException e) {
            throw new ProblemException(Problem.invalidCase(
                    stored.id(), e.diagnostics().stream().map(body::problem).toList()));
        }
    }

    private void requirePages(StoredCase stored, CaseStudy changed) throws IOException, ProblemException {
        List<String> faults = pages
                .faults(
                        stored,
                        changed.sections().stream()
                                .map(section -> Objects.toString(section.pages(), ""))
                                .toList())
                .stream()
                .map(fault -> fault.place() + ": " + fault.problem())
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.invalidCase(stored.id(), faults));
        }
    }

    private static void requireSameId(StoredCase stored, String id) throws ProblemException {
        if (!id.equals(stored.id())) {
            throw new ProblemException(Problem.invalidCase(stored.id(), List.of("id は変えられません")));
        }
    }

    /** Changes a case of a version and returns it as it is then. */
    @FunctionalInterface
    interface Change {
        StoredCase apply(String version, String editor)
                throws IOException, ProblemException, CorpusFormatException, StaleVersionException;
    }

    /** Changes {@code stored}, if it has the version that {@code If-Match} names, and responds with its new version. */
    static void respond(Context context, StoredCase stored, Change change) throws IOException, ProblemException {
        String version =
                Objects.requireNonNullElse(context.header("If-Match"), "").replace("\"", "");
        if (version.isEmpty()) {
            throw new ProblemException(Problem.versionNeeded());
        }
        try {
            StoredCase changed =
                    change.apply(version, EditorAccess.editorOf(context).name());
            context.header("ETag", '"' + changed.version() + '"');
            context.json(Map.of("id", changed.id(), "version", changed.version(), "published", changed.isPublished()));
        } catch (CorpusFormatException e) {
            throw new ProblemException(Problem.invalidCase(stored.id(), faults(e)));
        } catch (StaleVersionException e) {
            context.header("ETag", '"' + e.current().version() + '"');
            throw new ProblemException(Problem.staleVersion(stored.id()));
        }
    }

    static List<String> faults(CorpusFormatException e) {
        return e.diagnostics().stream()
                .map(diagnostic -> diagnostic.line() + "行目: " + diagnostic.problem())
                .toList();
    }

    /** Responds with the names and times of the earlier versions of a case. */
    public void versions(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        List<Map<String, String>> versions = new ArrayList<>();
        for (CaseHistory.Version version : library.cases().history().versions(stored.id())) {
            versions.add(Map.of(
                    "name", version.name(), "replaced", version.replaced().toString()));
        }
        context.json(Map.of("id", stored.id(), "version", stored.version(), "versions", versions));
    }

    /** Responds with an earlier version of a case, as the text of its file. */
    public void version(Context context) throws IOException, ProblemException {
        String text = earlier(context, CaseEditHandlers.stored(library, context));
        context.contentType("text/markdown; charset=utf-8").result(text);
    }

    /** Returns the text of the earlier version that the path names. */
    private String earlier(Context context, StoredCase stored) throws IOException, ProblemException {
        return library.cases()
                .history()
                .text(stored.id(), context.pathParam("version"))
                .orElseThrow(() -> new ProblemException(Problem.noSuchPage(context.path())));
    }

    /** Responds with what differs between an earlier version of a case and the case as it is. */
    public void comparison(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        String earlier = earlier(context, stored);
        try {
            context.json(Map.of(
                    "id", stored.id(),
                    "version", stored.version(),
                    "earlier", context.pathParam("version"),
                    "differences", CaseVersionHandlers.comparison(library, stored, earlier)));
        } catch (CorpusFormatException e) {
            throw new ProblemException(Problem.invalidCase(stored.id(), faults(e)));
        }
    }

    /** Restores an earlier version over the one that {@code If-Match} names, which is kept too. */
    public void restore(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        String earlier = earlier(context, stored);
        respond(context, stored, (version, editor) -> library.cases().restore(stored.id(), earlier, version, editor));
    }

    /** Responds with the draft of the editor, as the form of the case; the ETag is its version. */
    public void draft(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        CaseEditHandlers.Kept draft = forms.draft(context, stored.id())
                .orElseThrow(() -> new ProblemException(Problem.noSuchPage(context.path())));
        context.header("ETag", '"' + draft.version() + '"');
        context.json(draft.form());
    }

    /**
     * Keeps the form of the case as the draft of the editor, over the one that {@code If-Match} names if there is one; responds as to
     * the draft of a page.
     */
    public void saveDraft(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        CaseForm form = form(context);
        requireSameId(stored, form.id());
        for (String name : form.fields().keySet()) {
            if (!CaseForm.isField(name)) {
                throw new ProblemException(Problem.wrongValue("fields", name, CaseForm.FIELDS, "事例にない項目があります。"));
            }
        }
        String version =
                Objects.requireNonNullElse(context.header("If-Match"), "").replace("\"", "");
        context.json(forms.keep(context, stored, form, version));
    }

    private static CaseForm form(Context context) throws ProblemException {
        try {
            JsonNode typed = FORMS.readTree(context.body());
            // optional, unlike the fields of every corpus
            typed.path("sections").forEach(section -> {
                if (section instanceof ObjectNode object && !object.has("facets")) {
                    object.putObject("facets");
                }
            });
            CaseForm form = FORMS.readValue(typed);
            if (form != null && !form.fields().containsValue(null)) {
                return form;
            }
        } catch (JacksonException malformed) {
            // reported below
        }
        throw new ProblemException(Problem.unreadableBody());
    }

    /** Deletes the draft of the editor, if there is one. */
    public void discardDraft(Context context) throws IOException, ProblemException {
        StoredCase stored = CaseEditHandlers.stored(library, context);
        library.drafts().delete(stored.id(), EditorAccess.editorOf(context).name());
        context.status(204);
    }
}
