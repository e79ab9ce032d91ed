package jirei.web.page.library;

import java.util.List;
import java.util.stream.Collectors;
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
 * @param unsearchable the first published cases that searches do not find
 * @param unsearchableCount the number of all of them
 * @param others the cases that come from none of the documents, such as those of the command {@code import}: the first sources
 * @param moreOthers the number of sources that are not shown
 * @param removed the documents that were deleted and can be restored
 * @param maxMegabytes the maximum size of a file
 */
public record LibraryPage(
        Frame frame,
        List<DocumentRow> documents,
        List<String> messages,
        List<Unsearchable> unsearchable,
        int unsearchableCount,
        List<OtherSourceRow> others,
        int moreOthers,
        List<LibraryDocument> removed,
        long maxMegabytes) {
    /** The maximum number of sources that are shown. */
    private static final int MAX_OTHERS = 200;

    /** The maximum number of cases that are not found which are shown. */
    private static final int MAX_UNSEARCHABLE = 20;

    /**
     * A published case that searches do not find. Immutable.
     *
     * @param fault its first fault
     */
    public record Unsearchable(String id, String title, String fault) {}

    public LibraryPage {
        unsearchable = List.copyOf(unsearchable);
        documents = List.copyOf(documents);
        messages = List.copyOf(messages);
        others = List.copyOf(others);
        removed = List.copyOf(removed);
    }

    /** Returns the page. */
    public static LibraryPage of(
            List<DocumentRow> documents,
            List<String> messages,
            List<Unsearchable> unsearchable,
            List<OtherSource> others,
            List<LibraryDocument> removed,
            long maxMegabytes,
            Frame.AssetUrls assets) {
        return new LibraryPage(
                new Frame("資料室", SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                documents,
                messages,
                unsearchable.stream().limit(MAX_UNSEARCHABLE).toList(),
                unsearchable.size(),
                others.stream()
                        .limit(MAX_OTHERS)
                        .map(source -> OtherSourceRow.of(
                                source,
                                unsearchable.stream().map(Unsearchable::id).collect(Collectors.toSet())))
                        .toList(),
                Math.max(0, others.size() - MAX_OTHERS),
                removed,
                maxMegabytes);
    }

    /** How long deleted documents can be restored, in days. */
    public long daysKept() {
        return RemovedDocuments.KEPT.toDays();
    }

    /** The number of cases that searches do not find and that are not shown. */
    public int moreUnsearchable() {
        return unsearchableCount - unsearchable.size();
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
