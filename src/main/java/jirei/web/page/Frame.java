package jirei.web.page;

import java.util.function.UnaryOperator;
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

    /**
     * The URLs of the static files.
     *
     * @param styles the style sheet
     * @param script our script
     * @param suggest the script of the search form
     * @param htmx the htmx library
     * @param icon the icon in the browser's tab
     * @param narrowStyles the style sheet for filters and comparison
     * @param narrowScript our script for filters
     * @param named the URL of any other static file by its name, for pages that need one of their own
     */
    public record AssetUrls(
            String styles,
            String script,
            String suggest,
            String htmx,
            String icon,
            String narrowStyles,
            String narrowScript,
            UnaryOperator<String> named) {
        /** The URL of the static file {@code name}, as in {@code compare.css}. */
        public String url(String name) {
            return named.apply(name);
        }
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
