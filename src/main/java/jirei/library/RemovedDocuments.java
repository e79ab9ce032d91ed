package jirei.library;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jirei.library.cases.CaseHistory;
import jirei.library.cases.CaseStore;

/** Deletes documents and cases that are not published, and restores them. Thread-safe. */
public final class RemovedDocuments {
    /** Time for which a deleted document is kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final DocumentFolders folders;
    private final CaseStore cases;
    private final Clock clock;
    private final CaseStore.ChangeListener changes;
    private final Consumer<String> tell;

    RemovedDocuments(
            DocumentFolders folders,
            CaseStore cases,
            Clock clock,
            CaseStore.ChangeListener changes,
            Consumer<String> tell) {
        this.folders = folders;
        this.cases = cases;
        this.clock = clock;
        this.changes = changes;
        this.tell = tell;
    }

    /**
     * Deletes the document {@code id} with its unpublished cases. Published cases stay. It can be restored for {@link #KEPT}.
     *
     * @return false if it is being read, or there is none
     */
    public boolean delete(String id, String editor) throws IOException {
        synchronized (folders) {
            Optional<LibraryDocument> document =
                    folders.find(id).filter(found -> !found.reading().isOpen());
            if (document.isEmpty()) {
                return false;
            }
            for (String caseId : cases.unpublishedOf(id)) {
                cases.keepVersion(caseId);
            }
            folders.remove(document.get(), clock.instant());
            changes.changed(
                    editor, "remove", document.get().name(), document.get().sha256(), "");
        }
        tell.accept(id);
        purge();
        return true;
    }

    /** Returns the documents that can be restored, the newest first. */
    public List<LibraryDocument> documents() throws IOException {
        return folders.removed();
    }

    /**
     * Restores the deleted document {@code id} with its unpublished cases.
     *
     * @return false if none can be restored, or it was put in again
     */
    public boolean restore(String id, String editor) throws IOException {
        Optional<LibraryDocument> document;
        synchronized (folders) {
            document = folders.restore(id);
            if (document.isPresent()) {
                changes.changed(
                        editor,
                        "put-back",
                        document.get().name(),
                        "",
                        document.get().sha256());
            }
        }
        document.ifPresent(restored -> tell.accept(id));
        return document.isPresent();
    }

    /** Deletes for good what was deleted longer ago than {@link #KEPT}. */
    void purge() throws IOException {
        synchronized (folders) {
            folders.purge(clock.instant().minus(KEPT));
        }
    }

    /** Returns the ids of the cases of {@code document} that were deleted and can be restored, in reading order. */
    public List<String> casesOf(LibraryDocument document) throws IOException {
        List<String> removed = new ArrayList<>();
        for (String id : document.allCases()) {
            if (newest(id).isPresent() && cases.find(id).isEmpty()) {
                removed.add(id);
            }
        }
        return removed;
    }

    /** Returns the last version of the deleted case {@code id}; empty if none was kept. */
    public Optional<String> newest(String id) throws IOException {
        List<CaseHistory.Version> versions = cases.history().versions(id);
        return versions.isEmpty()
                ? Optional.empty()
                : cases.history().text(id, versions.getFirst().name());
    }

    /**
     * Restores the last version of the deleted case {@code caseId} of {@code document}, not published.
     *
     * @return false if there is no such case
     */
    public boolean restoreCase(LibraryDocument document, String caseId, String editor) throws IOException {
        synchronized (folders) {
            Optional<String> text = document.allCases().contains(caseId) ? newest(caseId) : Optional.empty();
            return text.isPresent() && cases.putBack(document.id(), caseId, text.get(), editor);
        }
    }
}
