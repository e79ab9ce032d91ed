package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.cases.StaleVersionException;
import jirei.library.cases.StoredCase;
import jirei.library.editing.CaseComparison;
import jirei.library.editing.CaseForm;
import jirei.library.editing.CaseFormReader;
import jirei.library.editing.SectionOperation;
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
    private final TemplateRenderer templates;

    public CaseEditHandlers(Library library, TemplateRenderer templates) {
        this.library = library;
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
        Optional<CaseForm> draft = draft(context, stored.id());
        String message = MESSAGES.getOrDefault(QueryString.raw(context), "");
        CaseForm form;
        if (draft.isPresent()) {
            form = draft.get();
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
        show(context, form, stored, message, draft.isPresent());
    }

    /** Returns the draft of the editor for the case {@code id}; empty if there is none. */
    Optional<CaseForm> draft(Context context, String id) throws IOException {
        Optional<String> json =
                library.drafts().find(id, EditorAccess.editorOf(context).name());
        try {
            return json.map(text -> MAPPER.readValue(text, CaseForm.class));
        } catch (JacksonException ofOtherVersion) {
            return Optional.empty();
        }
    }

    private void show(Context context, CaseForm form, StoredCase stored, String message, boolean isDraft)
            throws IOException {
        CaseFormReader.Result read = CaseFormReader.read(form, library.cases().lexicon());
        Optional<LibraryDocument> document = document(library, stored);
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
                        isDraft,
                        isDraft ? EditPage.byPlace(read.faults()) : Map.of(),
                        conflict,
                        library.cases().lexicon().actors().actors().stream()
                                .map(Actor::name)
                                .toList(),
                        library.cases().lexicon().themes().themes(),
                        library.cases().lexicon().facets().facets(),
                        read.caseStudy()));
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
        CaseForm form = FormParameters.caseForm(context, stored.id());
        String[] action = FormParameters.text(context, "do").split("\\.", 2);
        if (action[0].equals("discard")) {
            discardDraft(context, stored, editor);
        } else if (action[0].equals("save")) {
            save(context, form, stored, editor);
        } else {
            int at = action.length < 2 ? -1 : FormParameters.number(action[1]);
            SectionOperation operation = SectionOperation.named(action[0]);
            int cursor = FormParameters.number(FormParameters.text(context, "s" + at + ".cursor"));
            CaseForm changed = operation == null ? form : operation.apply(form, at, cursor);
            library.drafts().save(stored.id(), editor, MAPPER.writeValueAsString(changed));
            redirect(context, stored.id(), operation == null ? "" : "#_s" + Math.max(0, shown(operation, at)));
        }
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

    private void save(Context context, CaseForm form, StoredCase stored, String editor) throws IOException {
        CaseFormReader.Result read = CaseFormReader.read(form, library.cases().lexicon());
        CaseStudy changed = read.caseStudy();
        library.drafts().save(stored.id(), editor, MAPPER.writeValueAsString(form));
        if (changed == null) {
            context.status(422);
            show(context, form, stored, "", true);
            return;
        }
        try {
            library.cases().save(changed, form.version(), editor);
        } catch (StaleVersionException e) {
            context.status(409);
            show(context, form, e.current(), "", true);
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
     * @param isStale whether somebody else has changed the case meanwhile
     */
    record Draft(Map<String, List<String>> faults, List<String> previews, boolean isStale) {}

    /** Keeps the form as a draft and responds with its faults and how its sections would be found. */
    public void saveDraft(Context context) throws IOException, ProblemException {
        StoredCase stored = stored(library, context);
        context.json(keep(context, stored, FormParameters.caseForm(context, stored.id())));
    }

    /** Keeps {@code form} as the draft of the editor. */
    Draft keep(Context context, StoredCase stored, CaseForm form) throws IOException {
        library.drafts().save(stored.id(), EditorAccess.editorOf(context).name(), MAPPER.writeValueAsString(form));
        CaseFormReader.Result read = CaseFormReader.read(form, library.cases().lexicon());
        return new Draft(
                new LinkedHashMap<>(EditPage.byPlace(read.faults())),
                previews(form, read.caseStudy()),
                !form.version().equals(stored.version()));
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
