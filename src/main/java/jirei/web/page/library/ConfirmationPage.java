package jirei.web.page.library;

import java.util.List;
import java.util.Map;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;

/**
 * A question before something that cannot be seen to be meant. Immutable.
 *
 * @param frame the frame of the page
 * @param question the question
 * @param consequences what will happen, a sentence each
 * @param cases the cases that are concerned
 * @param action where the form is sent again
 * @param fields what the form has
 * @param button the name of what is done
 * @param back the page on which nothing is done
 */
public record ConfirmationPage(
        Frame frame,
        String question,
        List<String> consequences,
        List<Case> cases,
        String action,
        Map<String, String> fields,
        String button,
        String back) {
    /** The field of a form that was confirmed. */
    public static final String CONFIRMED = "confirmed";

    /**
     * A case, with a link to its form. Immutable.
     *
     * @param note what happens to it; empty for nothing
     */
    public record Case(String id, String title, String note) {}

    public ConfirmationPage {
        consequences = List.copyOf(consequences);
        cases = List.copyOf(cases);
        fields = Map.copyOf(fields);
    }

    /** Returns the frame of a question. */
    public static Frame frame(Frame.AssetUrls assets) {
        return new Frame("確認", SearchState.EMPTY, assets, Frame.Form.AT_HEAD);
    }
}
