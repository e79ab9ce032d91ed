package jirei.web.library;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.Rereading;
import jirei.library.cases.StoredCase;
import jirei.web.access.EditorAccess;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import org.jspecify.annotations.Nullable;

/** The handlers of the API of documents. Thread-safe. */
public final class LibraryApiHandlers {
    private final Library library;
    private final DocumentHandlers documents;
    private final RemovalHandlers removals;

    public LibraryApiHandlers(Library library, DocumentHandlers documents, RemovalHandlers removals) {
        this.library = library;
        this.documents = documents;
        this.removals = removals;
    }

    /** A document in a list. Immutable. */
    record Item(
            String id,
            String name,
            String state,
            int cases,
            int sections,
            int published,
            int toCheck,
            String added,
            String by) {}

    /** A deleted document that can be restored. Immutable. */
    record Removed(String id, String name) {}

    /** The result for one file of an upload. Immutable. */
    record File(String name, @Nullable String id, boolean isNew, String message) {}

    /** Responds with all documents. */
    public void list(Context context) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Map.Entry<LibraryDocument, List<StoredCase>> one :
                library.casesOfAll(library.documents()).entrySet()) {
            items.add(item(one.getKey(), one.getValue()));
        }
        List<Removed> removed = library.removed().documents().stream()
                .map(document -> new Removed(document.id(), document.name()))
                .toList();
        context.json(Map.of(
                "documents",
                items,
                "removed",
                removed,
                "unsearchable",
                documents.rows().unsearchable().all()));
    }

    private Item item(LibraryDocument document, List<StoredCase> cases) throws IOException {
        return new Item(
                document.id(),
                document.name(),
                document.reading().name().toLowerCase(java.util.Locale.ROOT),
                cases.size(),
                cases.stream().mapToInt(StoredCase::sectionCount).sum(),
                (int) cases.stream().filter(StoredCase::isPublished).count(),
                documents.rows().toCheck(document, cases),
                document.added(),
                document.by());
    }

    /** Takes in the files of a form and responds with what became of each. */
    public void upload(Context context) throws IOException {
        List<File> files = new ArrayList<>();
        for (Library.Added added : documents.addAll(context)) {
            LibraryDocument document = added.document();
            files.add(new File(
                    added.name(),
                    document == null ? null : document.id(),
                    added.isNew(),
                    DocumentHandlers.message(added)));
        }
        boolean isRefused = files.stream().allMatch(file -> file.id() == null);
        context.status(isRefused ? 422 : 201).json(Map.of("files", files));
    }

    /** Responds with a document, its state and its cases. */
    public void document(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        List<Map<String, Object>> cases = new ArrayList<>();
        Set<String> drafts = library.drafts().cases();
        for (StoredCase stored : library.casesOf(document)) {
            cases.add(Map.of(
                    "id", stored.id(),
                    "published", stored.isPublished(),
                    "draft", drafts.contains(stored.id()),
                    "version", stored.version()));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("document", document);
        body.put("cases", cases);
        body.put("removed", library.removed().casesOf(document));
        library.progress(document.id()).ifPresent(progress -> body.put("progress", progress));
        context.json(body);
    }

    /** Stops the reading of a document. */
    public void stop(Context context) throws IOException, ProblemException {
        library.stop(
                DocumentHandlers.document(library, context).id(),
                EditorAccess.editorOf(context).name());
        document(context);
    }

    /** Publishes the case that the form field {@code case} names, or all cases of the document. */
    public void publish(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        List<String> faults = documents.publishAll(context, document).faults();
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.invalidCase(document.id(), faults));
        }
        document(context);
    }

    /** Takes the case that the form field {@code case} names, or all cases of the document, out of the corpus. */
    public void withdraw(Context context) throws IOException, ProblemException {
        documents.withdrawAll(context, DocumentHandlers.document(library, context));
        document(context);
    }

    /** Reads a document again, with the cases separated as the form field {@code split} says. */
    public void read(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        if (!documents.readAgain(context, document)) {
            throw new ProblemException(Problem.wrongValue(
                    "split",
                    FormParameters.text(context, "split"),
                    List.of("auto", "none", "page", "rows", "正規表現"),
                    "事例の区切りが正規表現として正しくありません。"));
        }
        document(context);
    }

    /** Deletes a document that is not being read. */
    public void delete(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        if (!library.removed()
                .delete(document.id(), EditorAccess.editorOf(context).name())) {
            throw new ProblemException(Problem.beingRead(document.name()));
        }
        context.status(204);
    }

    /** Restores the deleted case that the form field {@code case} names, or the deleted document. */
    public void restore(Context context) throws IOException, ProblemException {
        if (!removals.restoreOne(context)) {
            throw new ProblemException(Problem.noSuchDocument(context.pathParam("docId")));
        }
        document(context);
    }

    /** Deletes the unpublished case that the form field {@code case} names; its last version stays in the history. */
    public void discard(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        if (!removals.discardOne(context, document)) {
            throw new ProblemException(Problem.noSuchCase(FormParameters.text(context, "case")));
        }
        document(context);
    }

    /** Settles the remark that the form field {@code remark} names. */
    public void settle(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        String remark = FormParameters.text(context, "remark");
        if (!library.settleRemark(
                document, remark, EditorAccess.editorOf(context).name())) {
            List<String> allowed = document.remarks().stream()
                    .map(LibraryDocument.Remark::id)
                    .distinct()
                    .toList();
            throw new ProblemException(Problem.wrongValue("remark", remark, allowed, "この文書に、その id の確かめるところはありません。"));
        }
        document(context);
    }

    /**
     * A case that differs from a new reading of it. Immutable.
     *
     * @param version the version that was compared, from which a decision starts
     */
    record Compared(String id, String title, String version, List<Rereading.Difference> differences) {}

    /** Responds with the differences between the cases of a document and a new reading that waits for decisions. */
    public void differences(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        List<Compared> cases = new ArrayList<>();
        for (Map.Entry<String, List<Rereading.Difference>> one :
                library.rereading().differences(document).entrySet()) {
            Optional<StoredCase> stored = library.cases().find(one.getKey());
            if (stored.isPresent()) {
                String title = documents.title(one.getKey());
                cases.add(new Compared(one.getKey(), title, stored.get().version(), one.getValue()));
            }
        }
        context.json(Map.of("waiting", library.rereading().isWaiting(document), "cases", cases));
    }

    /**
     * Decides on the differences of the case that the form field {@code case} names, over the version that {@code If-Match} names: the
     * new reading of those that the fields {@code taken} name is taken, of the others the case keeps its own.
     */
    public void decide(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        Map<String, List<Rereading.Difference>> differences =
                library.rereading().differences(document);
        String id = FormParameters.text(context, "case");
        List<String> ids = differences.getOrDefault(id, List.of()).stream()
                .map(Rereading.Difference::id)
                .toList();
        if (ids.isEmpty()) {
            List<String> allowed = List.copyOf(differences.keySet());
            throw new ProblemException(Problem.wrongValue("case", id, allowed, "この事例に、読み直しとの違いはありません。"));
        }
        Set<String> taken = FormParameters.texts(context, "taken");
        for (String one : taken) {
            if (!ids.contains(one)) {
                throw new ProblemException(Problem.wrongValue("taken", one, ids, "この事例に、その id の違いはありません。"));
            }
        }
        CaseApiHandlers.respond(context, CaseEditHandlers.stored(library, id), (version, editor) -> {
            library.rereading().decide(document, id, version, taken, editor);
            return CaseEditHandlers.stored(library, id);
        });
    }

    /** Ends the comparison with a new reading: every case keeps its own. */
    public void endComparison(Context context) throws IOException, ProblemException {
        library.rereading().finish(DocumentHandlers.document(library, context));
        context.status(204);
    }
}
