package jirei.web.page;

import java.util.List;
import jirei.web.request.SearchState;

/**
 * The page shown for a {@link jirei.web.request.Problem}. Immutable.
 *
 * @param frame the frame of the page
 * @param status the HTTP status
 * @param heading the kind of problem
 * @param detail one sentence that names the value found
 * @param allowed the values that are allowed; may be empty
 * @param links links to other pages
 */
public record ErrorPage(
        Frame frame, int status, String heading, String detail, List<String> allowed, List<Link> links) {
    public ErrorPage {
        allowed = List.copyOf(allowed);
        links = List.copyOf(links);
    }

    /** Returns the page for a problem. */
    public static ErrorPage of(
            int status, String heading, String detail, List<String> allowed, Frame.AssetUrls assets) {
        return new ErrorPage(
                new Frame(heading, SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                status,
                heading,
                detail,
                allowed,
                List.of(new Link("検索のトップへ", "/"), new Link("事例の一覧へ", "/#_cases")));
    }

    /** Whether the allowed values are known. */
    public boolean hasAllowed() {
        return !allowed.isEmpty();
    }
}
