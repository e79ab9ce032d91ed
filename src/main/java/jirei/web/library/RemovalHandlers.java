package jirei.web.library;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.RemovedDocuments;
import jirei.library.cases.StoredCase;
import jirei.web.access.EditorAccess;
import jirei.web.request.ProblemException;
import jirei.web.server.TemplateRenderer;

/** The handlers that delete documents, cases and remarks, and restore documents and cases. Thread-safe. */
public final class RemovalHandlers {
    private final Library library;
    private final TemplateRenderer templates;
    private final NextPageMessages messages;

    /** @param messages what was done, shared with the pages of the documents */
    public RemovalHandlers(Library library, TemplateRenderer templates, NextPageMessages messages) {
        this.library = library;
        this.templates = templates;
        this.messages = messages;
    }

    /** Deletes a document, after a question. */
    public void delete(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        String page = "/library/documents/" + document.id();
        if (!Confirmations.isConfirmed(context)) {
            Confirmations.ask(
                    context,
                    templates,
                    new Confirmations.Question(
                            "「" + document.name() + "」を資料室から削除しますか",
                            consequences(library.casesOf(document)),
                            List.of(),
                            "削除する",
                            page));
            return;
        }
        if (library.removed().delete(document.id(), editor(context))) {
            messages.add(context, "「" + document.name() + "」を削除しました。下の「削除した文書」から元に戻せます。");
            context.redirect("/library", HttpStatus.SEE_OTHER);
        } else {
            messages.add(context, "読み取り中なので削除できません。先に読み取りを止めてください。");
            context.redirect(page, HttpStatus.SEE_OTHER);
        }
    }

    private static List<String> consequences(List<StoredCase> cases) {
        long published = cases.stream().filter(StoredCase::isPublished).count();
        long unpublished = cases.size() - published;
        List<String> consequences = new ArrayList<>();
        if (unpublished > 0) {
            consequences.add("未公開の" + unpublished + "事例も、直したところとともに消えます。");
        }
        if (published > 0) {
            consequences.add("公開した" + published + "事例は残りますが、原本のページは見られなくなります。");
        }
        consequences.add(RemovedDocuments.KEPT.toDays() + "日のあいだは、資料室の「削除した文書」から元に戻せます。そのあとは戻せません。");
        return consequences;
    }

    private static String editor(Context context) {
        return EditorAccess.editorOf(context).name();
    }

    /** Deletes an unpublished case of a document, after a question. */
    public void discard(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        String page = "/library/documents/" + document.id();
        if (!Confirmations.isConfirmed(context)) {
            Confirmations.ask(
                    context,
                    templates,
                    new Confirmations.Question(
                            "この事例を削除しますか", List.of("削除した事例は、この文書の画面の「削除した事例」から元に戻せます。"), List.of(), "削除する", page));
            return;
        }
        messages.add(context, discardOne(context, document) ? "事例を削除しました。「削除した事例」から元に戻せます。" : "その事例はありません。");
        context.redirect(page, HttpStatus.SEE_OTHER);
    }

    /** Returns false if the document has no such unpublished case. */
    boolean discardOne(Context context, LibraryDocument document) throws IOException {
        String id = FormParameters.text(context, "case");
        boolean isOwn = library.cases().unpublishedOf(document.id()).contains(id);
        if (isOwn) {
            library.cases().deleteUnpublished(id, editor(context));
        }
        return isOwn;
    }

    /** Settles the remark that the form names. */
    public void settle(Context context) throws IOException, ProblemException {
        LibraryDocument document = DocumentHandlers.document(library, context);
        if (!library.settleRemark(document, FormParameters.text(context, "remark"), editor(context))) {
            messages.add(context, "その箇所は、もう確認済みか、文書を読み直しています。");
        }
        context.redirect("/library/documents/" + document.id() + "#_remarks", HttpStatus.SEE_OTHER);
    }

    /** Restores the case that the form names, or the document. */
    public void restore(Context context) throws IOException, ProblemException {
        String id = context.pathParam("docId");
        boolean isDone = restoreOne(context);
        messages.add(context, isDone ? "元に戻しました。" : "元に戻せません。もう残っていないか、同じものが資料室にあります。");
        boolean isThere = library.document(id).isPresent();
        context.redirect(isThere ? "/library/documents/" + id : "/library", HttpStatus.SEE_OTHER);
    }

    /** Returns false if there is nothing to restore, or its place is taken. */
    boolean restoreOne(Context context) throws IOException, ProblemException {
        String caseId = FormParameters.text(context, "case");
        return caseId.isEmpty()
                ? library.removed().restore(context.pathParam("docId"), editor(context))
                : library.removed().restoreCase(DocumentHandlers.document(library, context), caseId, editor(context));
    }
}
