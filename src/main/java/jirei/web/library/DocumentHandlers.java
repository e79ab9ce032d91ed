package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.text.CorpusFormatException;
import jirei.intake.separation.SplitRule;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.Rereading;
import jirei.library.cases.StaleVersionException;
import jirei.library.cases.StoredCase;
import jirei.library.editing.CaseComparison;
import jirei.web.access.EditorAccess;
import jirei.web.page.library.ConfirmationPage;
import jirei.web.page.library.DocumentPage;
import jirei.web.page.library.LibraryPage;
import jirei.web.page.library.RereadingPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import jirei.web.server.TemplateRenderer;

/** The handlers of the documents: list, upload, checking, publishing and reading again. Thread-safe. */
public final class DocumentHandlers {
    private static final String DOCUMENTS = "/library/documents/";

    private final Library library;
    private final DocumentRows rows;
    private final TemplateRenderer templates;
    private final long maxBytes;
    private final NextPageMessages messages;

    /**
     * @param rows makes the rows of the list
     * @param messages what was done, shared with the handlers of deleting
     * @param maxBytes the maximum size of an uploaded file
     */
    public DocumentHandlers(
            Library library, DocumentRows rows, TemplateRenderer templates, NextPageMessages messages, long maxBytes) {
        this.library = library;
        this.rows = rows;
        this.messages = messages;
        this.templates = templates;
        this.maxBytes = maxBytes;
    }

    /** Responds with the list of documents. */
    public void list(Context context) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        List<LibraryDocument> documents = library.documents();
        List<LibraryPage.Unsearchable> unsearchable = rows.unsearchable().all().stream()
                .map(one -> new LibraryPage.Unsearchable(
                        one.id(), one.title(), one.faults().getFirst()))
                .toList();
        Set<String> ids =
                unsearchable.stream().map(LibraryPage.Unsearchable::id).collect(Collectors.toUnmodifiableSet());
        templates.respond(
                context,
                "library/page.jte",
                LibraryPage.of(
                        rows.of(documents, ids),
                        messages.take(context),
                        unsearchable,
                        library.otherSources(documents),
                        library.removed().documents(),
                        maxBytes >> 20,
                        templates.assets(context)));
    }

    /** Responds with one row of the list, for a page that shows the others already. */
    public void rowFragment(Context context) throws IOException, ProblemException {
        templates.respondPart(
                context,
                "library/row.jte",
                Map.of(
                        "row",
                        rows.of(document(context)),
                        "token",
                        templates.assets(context).account().token()));
    }

    /** Returns what makes the rows of the list. */
    DocumentRows rows() {
        return rows;
    }

    private LibraryDocument document(Context context) throws IOException, ProblemException {
        return document(library, context);
    }

    static LibraryDocument document(Library library, Context context) throws IOException, ProblemException {
        String id = context.pathParam("docId");
        return library.document(id).orElseThrow(() -> new ProblemException(Problem.noSuchDocument(id)));
    }

    /** Takes in the files of a form. */
    public void upload(Context context) throws IOException {
        List<Library.Added> added = addAll(context);
        if (added.isEmpty()) {
            messages.add(context, "ファイルが選ばれていません。");
        }
        added.forEach(one -> messages.add(context, message(one)));
        context.redirect("/library", HttpStatus.SEE_OTHER);
    }

    List<Library.Added> addAll(Context context) throws IOException {
        List<Library.Added> added = new ArrayList<>();
        for (UploadedFile file : context.uploadedFiles("files")) {
            if (!file.filename().isEmpty()) {
                try (InputStream bytes = file.content()) {
                    added.addAll(library.add(
                            file.filename(),
                            bytes,
                            EditorAccess.editorOf(context).name()));
                }
            }
        }
        return added;
    }

    static String message(Library.Added added) {
        LibraryDocument document = added.document();
        if (document == null) {
            return added.problem();
        }
        return added.isNew()
                ? "「" + document.name() + "」を受け取りました。"
                : "「" + added.name() + "」は「" + document.name() + "」と同じ文書で、すでに資料室にあります。";
    }

    /** Responds with a document beside its cases. */
    public void page(Context context) throws IOException, ProblemException {
        LibraryDocument document = document(context);
        SearchParameters.rejectAny(context);
        List<DocumentPage.Case> cases = new ArrayList<>();
        Set<String> drafts = library.drafts().cases();
        Set<String> unsearchable = rows.unsearchableIds();
        for (StoredCase stored : library.casesOf(document)) {
            cases.add(caseOf(stored, !unsearchable.contains(stored.id()), drafts.contains(stored.id())));
        }
        templates.respond(
                context,
                "library/document.jte",
                DocumentPage.of(
                        document,
                        rows.of(document),
                        cases,
                        removedCases(document),
                        library.rereading().hasDifferences(document),
                        String.join("", messages.take(context)),
                        templates.assets(context)));
    }

    private List<DocumentPage.Removed> removedCases(LibraryDocument document) throws IOException {
        List<DocumentPage.Removed> removed = new ArrayList<>();
        for (String id : library.removed().casesOf(document)) {
            String text = library.removed().newest(id).orElse("");
            removed.add(new DocumentPage.Removed(id, title(id, text)));
        }
        return removed;
    }

    private DocumentPage.Case caseOf(StoredCase stored, boolean isSearchable, boolean hasDraft) throws IOException {
        try {
            return DocumentPage.caseOf(stored, library.cases().parse(stored), isSearchable, hasDraft, List.of());
        } catch (CorpusFormatException e) {
            return DocumentPage.caseOf(stored, null, isSearchable, hasDraft, CaseApiHandlers.faults(e));
        }
    }

    /** Publishes one case of a document, or all. */
    public void publish(Context context) throws IOException, ProblemException {
        LibraryDocument document = document(context);
        if (asksForDrafts(context, chosen(context, document), DOCUMENTS + document.id())) {
            return;
        }
        Published published = publishAll(context, document);
        String done = published.count() > 0
                ? published.count() + "事例を公開しました。2秒ほどで検索できるようになります。"
                : published.faults().isEmpty() ? "公開していない事例はありませんでした。" : "";
        done(context, document, done + String.join("", published.faults()));
    }

    /**
     * Responds with a question if one of the cases would be published without the draft that an editor has of it.
     *
     * @return whether the question was sent, so that nothing is published yet
     */
    boolean asksForDrafts(Context context, List<StoredCase> chosen, String back) throws IOException {
        Set<String> drafts = library.drafts().cases();
        List<ConfirmationPage.Case> concerned = new ArrayList<>();
        for (StoredCase stored : chosen) {
            if (!stored.isPublished() && drafts.contains(stored.id())) {
                concerned.add(new ConfirmationPage.Case(stored.id(), title(stored.id(), stored.text()), ""));
            }
        }
        boolean asks = !concerned.isEmpty() && !Confirmations.isConfirmed(context);
        if (asks) {
            Confirmations.ask(
                    context,
                    templates,
                    new Confirmations.Question(
                            "下書きを入れずに公開しますか",
                            List.of("次の事例には、保存していない下書きがあります。公開しても、下書きの内容は入りません。入れるときは、事例を開いて保存してから公開してください。"),
                            concerned,
                            "下書きを入れずに公開する",
                            back));
        }
        return asks;
    }

    /** The result of publishing. Immutable. */
    record Published(int count, List<String> faults) {}

    Published publishAll(Context context, LibraryDocument document) throws IOException {
        int count = 0;
        List<String> faults = new ArrayList<>();
        for (StoredCase stored : chosen(context, document)) {
            String editor = EditorAccess.editorOf(context).name();
            try {
                if (!stored.isPublished()) {
                    boolean isDone = library.publish(document, stored.id(), editor);
                    count += isDone ? 1 : 0;
                    if (!isDone && !isPublished(stored)) {
                        faults.add("「" + stored.id() + "」と同じ名前のファイルが公開する場所にあるため、公開できません。事例のフォルダーを確かめてください。");
                    }
                }
            } catch (CorpusFormatException e) {
                faults.add("「" + stored.id() + "」は誤りがあるため公開できません。「直す」で直してください。");
            }
        }
        return new Published(count, faults);
    }

    /** Returns whether the case has been published meanwhile, such as by a second click. */
    private boolean isPublished(StoredCase stored) throws IOException {
        return library.cases().find(stored.id()).map(StoredCase::isPublished).orElse(true);
    }

    /** Returns the cases of a document, or the one that the form names, which may come from another reading of it. */
    private List<StoredCase> chosen(Context context, LibraryDocument document) throws IOException {
        String id = FormParameters.text(context, "case");
        List<StoredCase> all = library.casesOf(document);
        return id.isEmpty()
                ? all
                : library
                        .cases()
                        .find(id)
                        .filter(stored -> all.contains(stored)
                                || stored.sourceHash().orElse("").equals(document.sha256()))
                        .stream()
                        .toList();
    }

    /** Takes one case of a document, or all, out of the corpus. */
    public void withdraw(Context context) throws IOException, ProblemException {
        LibraryDocument document = document(context);
        int count = withdrawAll(context, document);
        done(context, document, count > 0 ? count + "事例の公開を取り下げました。" : "取り下げられる事例はありませんでした。");
    }

    int withdrawAll(Context context, LibraryDocument document) throws IOException {
        int count = 0;
        for (StoredCase stored : chosen(context, document)) {
            String editor = EditorAccess.editorOf(context).name();
            count += stored.isPublished() && library.withdraw(document, stored.id(), editor) ? 1 : 0;
        }
        return count;
    }

    private void done(Context context, LibraryDocument document, String message) {
        messages.add(context, message);
        context.redirect(DOCUMENTS + document.id(), HttpStatus.SEE_OTHER);
    }

    /** Stops the reading of a document. */
    public void stop(Context context) throws IOException, ProblemException {
        library.stop(document(context).id(), EditorAccess.editorOf(context).name());
        context.redirect("/library", HttpStatus.SEE_OTHER);
    }

    /** Reads a document again. */
    public void read(Context context) throws IOException, ProblemException {
        LibraryDocument document = document(context);
        if (readAgain(context, document)) {
            context.redirect("/library", HttpStatus.SEE_OTHER);
        } else {
            done(context, document, "事例の区切り「" + split(context) + "」は正規表現として正しくありません。");
        }
    }

    /** Returns the separation in the form: the pattern, if there is one, else the choice. */
    private static String split(Context context) {
        String pattern = FormParameters.text(context, "pattern").strip();
        String chosen = FormParameters.text(context, "split").strip();
        String split = pattern.isEmpty() ? chosen : pattern;
        return split.isEmpty() ? "auto" : split;
    }

    /** Returns false if the separation in the form is no regular expression. */
    boolean readAgain(Context context, LibraryDocument document) throws IOException {
        String split = split(context);
        try {
            SplitRule.of(split);
        } catch (PatternSyntaxException e) {
            return false;
        }
        library.readAgain(document.id(), split, EditorAccess.editorOf(context).name());
        return true;
    }

    /** Responds with the comparison of corrected cases with a new reading. */
    public void differences(Context context) throws IOException, ProblemException {
        LibraryDocument document = document(context);
        List<RereadingPage.Case> cases = new ArrayList<>();
        for (Map.Entry<String, List<Rereading.Difference>> one :
                library.rereading().differences(document).entrySet()) {
            cases.add(new RereadingPage.Case(
                    one.getKey(),
                    title(one.getKey()),
                    one.getValue().stream()
                            .map(found -> new RereadingPage.Choice(
                                    found.id(),
                                    found.corrected(),
                                    CaseComparison.row(found.label(), found.current(), found.reading())))
                            .toList()));
        }
        templates.respond(
                context,
                "library/rereading.jte",
                RereadingPage.of(document.id(), document.name(), cases, templates.assets(context)));
    }

    /** Returns the title of a case that exists; its id if the case is invalid. */
    String title(String caseId) throws IOException {
        return title(caseId, library.cases().find(caseId).orElseThrow().text());
    }

    private String title(String caseId, String text) throws IOException {
        try {
            return CaseMarkdown.read(
                            Path.of(caseId + ".md"), text, library.cases().lexicon())
                    .title();
        } catch (CorpusFormatException invalid) {
            return caseId;
        }
    }

    /** Decides on the differences as chosen and ends the comparison. */
    public void decide(Context context) throws IOException, ProblemException {
        LibraryDocument document = document(context);
        Map<String, List<Rereading.Difference>> differences =
                library.rereading().differences(document);
        for (Map.Entry<String, List<Rereading.Difference>> one : differences.entrySet()) {
            Set<String> taken = new LinkedHashSet<>();
            for (Rereading.Difference found : one.getValue()) {
                if (FormParameters.text(context, one.getKey() + "/" + found.id())
                        .equals("reading")) {
                    taken.add(found.id());
                }
            }
            try {
                library.rereading()
                        .decide(
                                document,
                                one.getKey(),
                                taken,
                                EditorAccess.editorOf(context).name());
            } catch (CorpusFormatException | StaleVersionException e) {
                done(context, document, "「" + one.getKey() + "」がほかで変わったため、決められませんでした。もう一度違いを確かめてください。");
                return;
            }
        }
        library.rereading().finish(document);
        done(context, document, "読み直した内容を反映しました。");
    }
}
