package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.cases.CaseDrafts;
import jirei.library.cases.StaleVersionException;
import jirei.library.cases.StoredCase;
import jirei.library.editing.CaseComparison;
import jirei.library.editing.CaseForm;
import jirei.library.editing.CaseFormReader;
import jirei.library.editing.SectionForm;
import jirei.library.editing.SectionOperation;
import jirei.library.editors.AuditLog;
import jirei.web.access.EditorAccess;
import jirei.web.page.library.EditPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.server.TemplateRenderer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The handlers of the form of a case and of its drafts. Thread-safe. */
public final class CaseEditHandlers {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    /** What was just done, by the query of the page. */
    private static final Map<String, String> MESSAGES = Map.of(
            "saved=1", "保存しました。公開中の事例の検索には、2秒ほどで反映されます。",
            "done=published", "公開しました。2秒ほどで検索できるようになります。",
            "done=withdrawn", "公開を取り下げました。資料室の「取り下げた事例」から、いつでも公開し直せます。",
            "done=occupied", "同じ名前のファイルが公開する場所にあるため、公開できません。事例のフォルダーを確かめてください。",
            "done=line", "いくつもの事例が入ったファイルの1行なので、ここでは取り下げられません。");

    private final Library library;
    private final PageNumbers pages;
    private final LastChange lastChange;
    private final TemplateRenderer templates;

    /**
     * @param pages finds pages that the document of a case does not have
     * @param log the record of who changed a case
     */
    CaseEditHandlers(Library library, PageNumbers pages, AuditLog log, TemplateRenderer templates) {
        this.library = library;
        this.pages = pages;
        this.lastChange = new LastChange(log);
        this.templates = templates;
    }

    /** Returns the case that the path names. */
    static StoredCase stored(Library library, Context context) throws IOException, ProblemException {
        return stored(library, context.pathParam("id"));
    }

    static StoredCase stored(Library library, String id) throws IOException, ProblemException {
        Optional<StoredCase> found;
        try {
            found = library.cases().find(id);
        } catch (IllegalArgumentException noId) {
            found = Optional.empty();
        }
        return found.orElseThrow(() -> new ProblemException(Problem.noSuchCase(id)));
    }

    /** Responds with the form: the draft of the editor, or the case as it is. */
    public void page(Context context) throws IOException, ProblemException {
        StoredCase stored = stored(library, context);
        Optional<Kept> draft = draft(context, stored.id());
        String message = MESSAGES.getOrDefault(QueryString.raw(context), "");
        CaseForm form;
        if (draft.isPresent()) {
            form = draft.get().form();
            message = "保存していない下書きを開いています。";
        } else {
            try {
                form = CaseForm.of(
                        library.cases().parse(stored),
                        stored.version(),
                        library.cases().lexicon());
            } catch (CorpusFormatException invalid) {
                context.redirect("/cases/" + stored.id() + "/file", HttpStatus.SEE_OTHER);
                return;
            }
        }
        show(context, form, stored, message, new Shown(draft.map(Kept::version).orElse(""), false));
    }

    /**
     * A draft with its version. Immutable.
     *
     * @param form what was typed
     * @param version see {@link CaseDrafts#version}
     */
    record Kept(CaseForm form, String version) {}

    /** Returns the draft of the editor for the case {@code id}; empty if there is none. */
    Optional<Kept> draft(Context context, String id) throws IOException {
        Optional<String> json =
                library.drafts().find(id, EditorAccess.editorOf(context).name());
        try {
            return json.map(text -> new Kept(MAPPER.readValue(text, CaseForm.class), CaseDrafts.version(text)));
        } catch (JacksonException ofOtherVersion) {
            return Optional.empty();
        }
    }

    /**
     * The draft over which a form is shown. Immutable.
     *
     * @param version its version; empty if there is none
     * @param isNewer whether it is another one than what is shown
     */
    private record Shown(String version, boolean isNewer) {}

    private void show(Context context, CaseForm form, StoredCase stored, String message, Shown draft)
            throws IOException {
        CaseFormReader.Result read = read(form, stored);
        Optional<LibraryDocument> document = document(library, stored);
        boolean isDraft = !draft.version().isEmpty();
        boolean isStale = !form.version().equals(stored.version());
        List<CaseComparison.Row> conflict = isStale ? comparison(stored, form) : List.of();
        String title = form.field("title").isBlank() ? form.id() : form.field("title");
        templates.respond(
                context,
                "library/edit.jte",
                new EditPage(
                        EditPage.frame(title, templates.assets(context)),
                        isStale && !conflict.isEmpty() ? form.basedOn(stored.version()) : form,
                        document.map(LibraryDocument::id).orElse(""),
                        document.filter(LibraryDocument::hasPageImages).isPresent(),
                        stored.isPublished(),
                        !stored.isLine(),
                        message,
                        draft.version(),
                        draft.isNewer(),
                        isDraft ? EditPage.byPlace(read.faults()) : Map.of(),
                        conflict,
                        conflict.isEmpty() ? "" : lastChange.of(stored),
                        library.cases().lexicon().actors().actors().stream()
                                .map(Actor::name)
                                .toList(),
                        library.cases().lexicon().themes().themes(),
                        library.cases().lexicon().facets().facets(),
                        read.caseStudy()));
    }

    private CaseFormReader.Result read(CaseForm form, StoredCase stored) throws IOException {
        CaseFormReader.Result read = CaseFormReader.read(form, library.cases().lexicon());
        List<CaseFormReader.Fault> beyond = pages.faults(
                stored, form.sections().stream().map(SectionForm::pages).toList());
        List<CaseFormReader.Fault> all =
                Stream.concat(read.faults().stream(), beyond.stream()).toList();
        return new CaseFormReader.Result(beyond.isEmpty() ? read.caseStudy() : null, all);
    }

    /** Returns the document from which a case was read; empty if the library does not have it. */
    static Optional<LibraryDocument> document(Library library, StoredCase stored) throws IOException {
        String hash = stored.sourceHash().orElse("");
        return hash.length() < LibraryDocument.ID_LENGTH
                ? Optional.empty()
                : library.document(hash.substring(0, LibraryDocument.ID_LENGTH));
    }

    private List<CaseComparison.Row> comparison(StoredCase stored, CaseForm form) throws IOException {
        try {
            return CaseComparison.of(
                    CaseForm.of(
                            library.cases().parse(stored),
                            stored.version(),
                            library.cases().lexicon()),
                    form);
        } catch (CorpusFormatException invalid) {
            return List.of();
        }
    }

    /** Saves the form, or does one of its operations and shows it again. */
    public void submit(Context context) throws IOException, ProblemException {
        StoredCase stored = stored(library, context);
        String editor = EditorAccess.editorOf(context).name();
        String[] action = FormParameters.text(context, "do").split("\\.", 2);
        if (action[0].equals("discard")) {
            discardDraft(context, stored, editor);
            return;
        }
        CaseForm typed = FormParameters.caseForm(context, stored.id());
        CaseForm form = changed(context, typed, action);
        Saved draft = saveDraft(context, stored.id(), form);
        if (!draft.isKept()) {
            context.status(409);
            show(context, typed, stored, "", new Shown(draft.version(), true));
        } else if (action[0].equals("save")) {
            save(context, form, stored, editor, draft.version());
        } else {
            redirect(context, stored.id(), fragment(action));
        }
    }

    /**
     * A draft that was to be kept. Immutable.
     *
     * @param isKept false if another window of the editor has a newer draft
     * @param version the version of the draft that there is
     */
    private record Saved(boolean isKept, String version) {}

    /** Keeps the draft over the version that the field {@code draft} names. */
    private Saved saveDraft(Context context, String id, CaseForm form) throws IOException {
        return saveDraft(context, id, form, FormParameters.text(context, "draft"));
    }

    private Saved saveDraft(Context context, String id, CaseForm form, String version) throws IOException {
        String editor = EditorAccess.editorOf(context).name();
        String draft = MAPPER.writeValueAsString(form);
        String current = library.drafts().save(id, editor, draft, version);
        return new Saved(current.equals(draft), CaseDrafts.version(current));
    }

    private static int section(String[] action) {
        return action.length < 2 ? -1 : FormParameters.number(action[1]);
    }

    /** Returns the form after the operation that {@code action} names, such as {@code split.2}. */
    private static CaseForm changed(Context context, CaseForm form, String[] action) {
        SectionOperation operation = SectionOperation.named(action[0]);
        int at = section(action);
        return operation == null
                ? form
                : operation.apply(form, at, FormParameters.number(FormParameters.text(context, "s" + at + ".cursor")));
    }

    private static String fragment(String[] action) {
        SectionOperation operation = SectionOperation.named(action[0]);
        return operation == null ? "" : "#_s" + Math.max(0, shown(operation, section(action)));
    }

    private void discardDraft(Context context, StoredCase stored, String editor) throws IOException {
        if (Confirmations.isConfirmed(context)) {
            library.drafts().delete(stored.id(), editor);
            redirect(context, stored.id(), "");
        } else {
            Confirmations.ask(
                    context,
                    templates,
                    new Confirmations.Question(
                            "下書きを破棄しますか",
                            List.of("保存していない入力は、元に戻せません。"),
                            List.of(),
                            "下書きを破棄する",
                            "/cases/" + stored.id() + "/edit"));
        }
    }

    /** Returns the section to look at after an operation on the section {@code at}. */
    private static int shown(SectionOperation operation, int at) {
        return switch (operation) {
            case UP -> at - 1;
            case DOWN, ADD, SPLIT -> at + 1;
            case JOIN, LEVEL, DELETE -> at;
        };
    }

    private static void redirect(Context context, String id, String fragment) {
        context.redirect("/cases/" + id + "/edit" + fragment, HttpStatus.SEE_OTHER);
    }

    private void save(Context context, CaseForm form, StoredCase stored, String editor, String draft)
            throws IOException {
        CaseFormReader.Result read = read(form, stored);
        CaseStudy changed = read.caseStudy();
        if (changed == null) {
            context.status(422);
            show(context, form, stored, "", new Shown(draft, false));
            return;
        }
        try {
            library.cases().save(changed, form.version(), editor);
        } catch (StaleVersionException e) {
            context.status(409);
            show(context, form, e.current(), "", new Shown(draft, false));
            return;
        }
        library.drafts().delete(stored.id(), editor);
        redirect(context, stored.id(), "?saved=1");
    }

    /**
     * The response to a draft. Immutable.
     *
     * @param faults the faults by place
     * @param previews the actors and themes of each section; empty if the form is invalid
     * @param isStale whether the case was changed meanwhile
     * @param version the version of the draft
     */
    record Draft(Map<String, List<String>> faults, List<String> previews, boolean isStale, String version) {}

    /** Keeps the form as a draft and responds with its faults and how its sections would be found. */
    public void saveDraft(Context context) throws IOException, ProblemException {
        StoredCase stored = stored(library, context);
        context.json(keep(
                context, stored, FormParameters.caseForm(context, stored.id()), FormParameters.text(context, "draft")));
    }

    /**
     * Keeps {@code form} as the draft of the editor.
     *
     * @param version the version of the draft that it starts from; empty for none
     * @throws ProblemException if there is a draft of another version; the response has that version as its ETag
     */
    Draft keep(Context context, StoredCase stored, CaseForm form, String version) throws IOException, ProblemException {
        Saved saved = saveDraft(context, stored.id(), form, version);
        context.header("ETag", '"' + saved.version() + '"');
        if (!saved.isKept()) {
            throw new ProblemException(Problem.newerDraft(stored.id()));
        }
        CaseFormReader.Result read = read(form, stored);
        return new Draft(
                new LinkedHashMap<>(EditPage.byPlace(read.faults())),
                previews(form, read.caseStudy()),
                !form.version().equals(stored.version()),
                saved.version());
    }

    private static List<String> previews(CaseForm form, @Nullable CaseStudy read) {
        List<String> previews = new ArrayList<>();
        for (int at = 0; read != null && at < form.sections().size(); at++) {
            previews.add(
                    EditPage.preview(form.sections().get(at), read.sections().get(at)));
        }
        return previews;
    }
}
