package jirei.web.page.library;

import java.util.List;
import jirei.library.LibraryDocument;
import jirei.library.OtherSource;
import jirei.library.RemovedDocuments;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;

/**
 * The list of documents. Immutable.
 *
 * @param frame the frame of the page
 * @param documents the documents, the newest first
 * @param messages what became of the files that were just put in
 * @param others the cases that come from none of the documents, such as those of the command {@code import}: the first sources
 * @param moreOthers the number of sources that are not shown
 * @param removed the documents that were deleted and can be restored
 * @param maxMegabytes the maximum size of a file
 */
public record LibraryPage(
        Frame frame,
        List<DocumentRow> documents,
        List<String> messages,
        List<OtherSourceRow> others,
        int moreOthers,
        List<LibraryDocument> removed,
        long maxMegabytes) {
    /** The maximum number of sources that are shown. */
    private static final int MAX_OTHERS = 200;

    public LibraryPage {
        documents = List.copyOf(documents);
        messages = List.copyOf(messages);
        others = List.copyOf(others);
        removed = List.copyOf(removed);
    }

    /** Returns the page. */
    public static LibraryPage of(
            List<DocumentRow> documents,
            List<String> messages,
            List<OtherSource> others,
            List<LibraryDocument> removed,
            long maxMegabytes,
            Frame.AssetUrls assets) {
        return new LibraryPage(
                new Frame("資料室", SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                documents,
                messages,
                others.stream().limit(MAX_OTHERS).map(OtherSourceRow::of).toList(),
                Math.max(0, others.size() - MAX_OTHERS),
                removed,
                maxMegabytes);
    }

    /** How long deleted documents can be restored, in days. */
    public long daysKept() {
        return RemovedDocuments.KEPT.toDays();
    }

    /** The number of documents in words. */
    public String count() {
        return documents.size() + "件";
    }

    /** Whether documents wait for a check. */
    public long toCheck() {
        return documents.stream().filter(row -> row.unpublished() > 0).count();
    }
}
