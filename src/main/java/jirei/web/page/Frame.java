package jirei.web.page;

import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title the title in the browser's tab, without the program's name; empty on the start page
 * @param search what the search form holds
 * @param assets the URLs of the static files
 * @param form where the search form stands
 */
public record Frame(String title, SearchState search, AssetUrls assets, Form form) {
    private static final String PROGRAM = "Jirei 事例検索";

    /** Where the search form stands. */
    public enum Form {
        /** In the page itself. */
        IN_PAGE,
        /** At the head, leading to the results. */
        AT_HEAD,
        /** At the head of the results, which change in place. */
        LIVE
    }

    /** The URLs of the static files. */
    @FunctionalInterface
    public interface AssetUrls {
        /** The URL of the static file {@code name}, as in {@code site.css}. */
        String of(String name);
    }

    /** The title in the browser's tab. */
    public String fullTitle() {
        return title.isEmpty() ? PROGRAM : title + "｜" + PROGRAM;
    }

    /** What was typed. */
    public String query() {
        return search.request().query();
    }

    /** Whether the head has the search form. */
    public boolean hasSearch() {
        return form != Form.IN_PAGE;
    }

    /** Whether the form answers in place. */
    public boolean isLive() {
        return form == Form.LIVE;
    }

    /** What htmx asks in place of the browser; null where it isn't to. */
    public @Nullable String liveUrl() {
        return isLive() ? "/" : null;
    }

    /** Whether htmx keeps the browser's address up to date; null where it isn't there. */
    public @Nullable String livePush() {
        return isLive() ? "true" : null;
    }
}
