package jirei.web.page;

import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The frame shared by all pages: title, search form and static files. Immutable.
 *
 * @param title the page title without the name of the program; empty on the start page
 * @param search the state of the search form
 * @param assets the URLs of the static files
 * @param form where the search form is
 */
public record Frame(String title, SearchState search, AssetUrls assets, Form form) {
    private static final String PROGRAM = "Jirei 事例検索";

    /** Where the search form is. Immutable. */
    public enum Form {
        /** In the page itself. */
        IN_PAGE,
        /** In the header; it leads to the result page. */
        AT_HEAD,
        /** In the header of the result page, which it updates in place. */
        LIVE
    }

    /** Resolves the URLs of static files. Thread-safe. */
    @FunctionalInterface
    public interface AssetUrls {
        /** Returns the URL of the static file {@code name}, such as {@code site.css}. */
        String of(String name);
    }

    /** The content of the HTML title element. */
    public String fullTitle() {
        return title.isEmpty() ? PROGRAM : title + "｜" + PROGRAM;
    }

    /** The query as typed. */
    public String query() {
        return search.request().query().text();
    }

    /** Whether the header has the search form. */
    public boolean hasSearch() {
        return form != Form.IN_PAGE;
    }

    /** Whether the search form updates the page in place. */
    public boolean isLive() {
        return form == Form.LIVE;
    }

    /** The URL that htmx requests; null if the form is submitted by the browser. */
    public @Nullable String liveUrl() {
        return isLive() ? "/" : null;
    }

    /** The value of {@code hx-push-url}; null if the form is submitted by the browser. */
    public @Nullable String livePush() {
        return isLive() ? "true" : null;
    }
}
