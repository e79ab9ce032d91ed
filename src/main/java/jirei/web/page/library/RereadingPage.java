package jirei.web.page.library;

import java.util.List;
import jirei.library.editing.CaseComparison;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;

/**
 * The comparison of corrected cases with a new reading of their document. Immutable.
 *
 * @param frame the frame of the page
 * @param documentId the id of the document
 * @param name the name of the document
 * @param cases the cases that differ
 */
public record RereadingPage(Frame frame, String documentId, String name, List<Case> cases) {
    public RereadingPage {
        cases = List.copyOf(cases);
    }

    /** A case with its sections and other parts that differ. Immutable. */
    public record Case(String id, String title, List<Choice> choices) {}

    /**
     * A section or another part that differs. Immutable.
     *
     * @param id the id of the section or part
     * @param corrected whether an editor changed it; else the new reading is chosen beforehand
     * @param texts its label, its text as it is, and as it was read now; without pieces if the case or the reading does not have it
     */
    public record Choice(String id, boolean corrected, CaseComparison.Row texts) {}

    /** Returns the page. */
    public static RereadingPage of(String documentId, String name, List<Case> cases, Frame.AssetUrls assets) {
        return new RereadingPage(
                new Frame(name + "の読み直し", SearchState.EMPTY, assets, Frame.Form.AT_HEAD), documentId, name, cases);
    }
}
