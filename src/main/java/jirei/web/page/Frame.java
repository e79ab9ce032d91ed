package jirei.web.page;

import java.util.List;
import jirei.cases.SiteTexts;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The frame shared by all pages: title, search form and static files. Immutable.
 *
 * @param title the page title without the name of the site; empty on the start page
 * @param search the state of the search form
 * @param assets the URLs of the static files
 * @param form where the search form is
 * @param description the page in one or two sentences, for search engines and messages
 * @param path the path that identifies the page; empty if it has none of its own
 */
public record Frame(String title, SearchState search, AssetUrls assets, Form form, String description, String path) {
    private static final String DESCRIPTION = "事例集の記述を、キーワード、都道府県、主体、テーマから探せる全文検索です。";

    /** Creates the frame of a page that describes nothing of its own. */
    public Frame(String title, SearchState search, AssetUrls assets, Form form) {
        this(title, search, assets, form, DESCRIPTION, "");
    }

    /** Returns this frame for the page {@code newPath}, which {@code newDescription} describes. */
    public Frame describing(String newDescription, String newPath) {
        return new Frame(title, search, assets, form, newDescription, newPath);
    }

    /** Where the search form is. Immutable. */
    public enum Form {
        /** In the page itself. */
        IN_PAGE,
        /** In the header; it leads to the result page. */
        AT_HEAD,
        /** In the header of the result page, which it updates in place. */
        LIVE
    }

    /** Resolves the URLs of static files for the person who reads the page. Thread-safe. */
    @FunctionalInterface
    public interface AssetUrls {
        /** Returns the URL of the static file {@code name}, such as {@code site.css}. */
        String of(String name);

        /** What that person may do. */
        default Account account() {
            return Account.READER;
        }

        /** The address by which that person reaches this site. */
        default SiteAddress address() {
            return SiteAddress.NONE;
        }

        /** The name of the site and how it introduces itself. */
        default SiteTexts site() {
            return SiteTexts.DEFAULT;
        }

        /** The publication of the statistics that complete the figures of cases; empty for none. */
        default String statistics() {
            return "";
        }

        /** What is sent and kept. */
        default Privacy privacy() {
            return Privacy.DEFAULT;
        }
    }

    /** The content of the HTML title element. */
    public String fullTitle() {
        return title.isEmpty() ? site().name() : title + "｜" + site().name();
    }

    /** The title without the name of the site. */
    public String ownTitle() {
        return title.isEmpty() ? site().name() : title;
    }

    /** The URL of the page; null if it has none of its own. */
    public @Nullable String url() {
        return path.isEmpty() ? null : address().url(path);
    }

    /** The URL of the feed of the search; null if the page shows no search. */
    public @Nullable String feedUrl() {
        return isLive() ? search.feedUrl() : null;
    }

    /** What the person who reads the page may do. */
    public Account account() {
        return assets.account();
    }

    /** The address by which the person who reads the page reaches this site. */
    public SiteAddress address() {
        return assets.address();
    }

    /** The name of the site and how it introduces itself. */
    public SiteTexts site() {
        return assets.site();
    }

    /** What the search box shows while it is empty: example searches. */
    public String placeholder() {
        List<String> examples = site().examples();
        return site().equals(SiteTexts.DEFAULT) || examples.isEmpty()
                ? "例：看取り 多職種"
                : "例：" + String.join("、", examples.subList(0, Math.min(2, examples.size())));
    }

    /** Whether the corpus gives the site a name. */
    public boolean hasOwnName() {
        return !site().name().equals(SiteTexts.DEFAULT.name());
    }

    /** The publication of the statistics that complete the figures of cases; empty for none. */
    public String statistics() {
        return assets.statistics();
    }

    /** What is sent and kept. */
    public Privacy privacy() {
        return assets.privacy();
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
