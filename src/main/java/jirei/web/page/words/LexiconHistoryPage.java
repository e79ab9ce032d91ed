package jirei.web.page.words;

import java.util.List;
import jirei.library.cases.CaseHistory;
import jirei.library.words.LexiconChange;
import jirei.library.words.LexiconFile;
import jirei.library.words.StoredLexicon;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;

/**
 * The earlier versions of a file of the lexicon. Immutable.
 *
 * @param frame the frame of the page
 * @param stored the file as it is now
 * @param versions the earlier versions, the newest first
 * @param shown the name of the version that is compared; empty for none
 * @param changes the lines in which it differs from now
 * @param problem why it cannot be compared; empty if it can
 */
public record LexiconHistoryPage(
        Frame frame,
        StoredLexicon stored,
        List<CaseHistory.Version> versions,
        String shown,
        List<LexiconChange> changes,
        String problem) {
    public LexiconHistoryPage {
        versions = List.copyOf(versions);
        changes = List.copyOf(changes);
    }

    /** Returns the page's frame. */
    public static Frame frame(LexiconFile file, Frame.AssetUrls assets) {
        return new Frame(file.label() + "の履歴", SearchState.EMPTY, assets, Frame.Form.AT_HEAD);
    }
}
