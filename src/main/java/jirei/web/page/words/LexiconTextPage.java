package jirei.web.page.words;

import java.util.List;
import jirei.library.words.LexiconChange;
import jirei.library.words.LexiconFile;
import jirei.library.words.LexiconTrial;
import jirei.library.words.StoredLexicon;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * A file of the lexicon as text, with what a change would do. Immutable.
 *
 * @param frame the frame of the page
 * @param stored the file as it is now
 * @param text the proposed text
 * @param query the query that was tried; empty for none
 * @param faults the faults of the text in the words of {@code check}, with their lines
 * @param changes the lines in which the text differs from the file
 * @param isTried whether the query was tried
 * @param trial what the query finds; null if it was not tried, or the corpus is too large
 * @param judged the judged queries before and after the change; empty if nothing was tried
 * @param problem why nothing was saved; empty for no reason
 */
public record LexiconTextPage(
        Frame frame,
        StoredLexicon stored,
        String text,
        String query,
        List<String> faults,
        List<LexiconChange> changes,
        boolean isTried,
        @Nullable LexiconTrial trial,
        List<JudgedRow> judged,
        String problem) {
    /** Why nothing was saved, if the file was changed meanwhile. */
    public static final String STALE =
            "編集を始めたあとに、この辞書が変わっています。下の「変わる行」で、いまの辞書と入力した内容の違いを確かめてください。このまま保存すると、入力した内容で置き換えます。";

    public LexiconTextPage {
        faults = List.copyOf(faults);
        changes = List.copyOf(changes);
        judged = List.copyOf(judged);
    }

    /** Returns the page's frame. */
    public static Frame frame(LexiconFile file, Frame.AssetUrls assets) {
        return new Frame(file.label() + "を直す", SearchState.EMPTY, assets, Frame.Form.AT_HEAD);
    }

    /** Whether the whole text is to be edited. */
    public boolean isTextOpen() {
        return changes.isEmpty() || !faults.isEmpty();
    }
}
