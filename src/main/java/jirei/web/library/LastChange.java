package jirei.web.library;

import java.io.IOException;
import jirei.library.cases.StoredCase;
import jirei.library.editors.AuditLog;
import jirei.web.page.library.HistoryPage;
import jirei.web.page.library.LogPage;

/**
 * Says who made a case what it is, for one whose own change comes too late. Thread-safe.
 *
 * @param log the record of changes
 */
record LastChange(AuditLog log) {
    /** The number of the newest changes among which that of a case is found. */
    private static final int MAX_CHANGES = 10_000;

    /** Returns a sentence in Japanese. A file whose version is not in the record was changed by another program. */
    String of(StoredCase now) throws IOException {
        String version = now.version();
        return log.newest(MAX_CHANGES).stream()
                .filter(change -> change.object().equals(now.id()) && version.equals(change.after()))
                .findFirst()
                .map(change -> change.editor() + "が" + HistoryPage.japanTime(change.time()) + "に"
                        + LogPage.label(change.action()) + "ものです。")
                .orElse("このファイルは、画面の外で変更されています。");
    }
}
