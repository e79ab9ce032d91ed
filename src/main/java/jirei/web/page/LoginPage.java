package jirei.web.page;

import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The page on which editors sign in. Immutable.
 *
 * @param frame the frame of the page
 * @param name the name as typed before; empty the first time
 * @param next the path that the page leads to
 * @param token the token of the form
 * @param problem why the login before failed, in a sentence; empty if there was none
 */
public record LoginPage(Frame frame, String name, String next, String token, String problem) {
    /** Returns the page; its title says that there is a problem. */
    public static LoginPage of(String name, String next, String token, String problem, Frame.AssetUrls assets) {
        String title = problem.isEmpty() ? "ログイン" : "ログインできませんでした";
        return new LoginPage(
                new Frame(title, SearchState.EMPTY, assets, Frame.Form.AT_HEAD), name, next, token, problem);
    }

    /** Whether the login before failed. */
    public boolean hasProblem() {
        return !problem.isEmpty();
    }

    /** The id of the text that describes the password field; null if there is none. */
    public @Nullable String describedBy() {
        return hasProblem() ? "_problem" : null;
    }
}
