package jirei.web.page;

import java.util.List;
import jirei.web.request.SearchState;

/**
 * The page that says why a request can't be answered.
 *
 * @param frame what stands around it
 * @param status the HTTP status
 * @param heading the kind of problem
 * @param detail one sentence that names what was found
 * @param allowed what would be right; may be empty
 * @param ways where to go instead
 */
public record ErrorPage(Frame frame, int status, String heading, String detail, List<String> allowed, List<Link> ways) {
    public ErrorPage {
        allowed = List.copyOf(allowed);
        ways = List.copyOf(ways);
    }

    /** The page for a problem. */
    public static ErrorPage of(
            int status, String heading, String detail, List<String> allowed, Frame.AssetUrls assets) {
        return new ErrorPage(
                new Frame(heading, SearchState.NOTHING, assets, Frame.Form.AT_HEAD),
                status,
                heading,
                detail,
                allowed,
                List.of(new Link("検索のはじめのページへ", "/"), new Link("事例の一覧へ", "/#_cases")));
    }

    /** Whether it can be said what would be right. */
    public boolean hasAllowed() {
        return !allowed.isEmpty();
    }
}
