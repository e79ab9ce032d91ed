package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jirei.query.SearchRequest;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * Links to the pages of a result list. Immutable.
 *
 * @param previous the URL of the previous page; null on the first page
 * @param pages the first page, the last page and the pages around the current one, ascending
 * @param next the URL of the next page; null on the last page
 */
public record Pagination(@Nullable String previous, List<PageLink> pages, @Nullable String next) {
    private static final int MAX_NEIGHBOURS = 2;

    public Pagination {
        pages = List.copyOf(pages);
    }

    /**
     * A link to a page. Immutable.
     *
     * @param label the page number
     * @param url the URL of the page
     * @param current whether it is the current page
     * @param afterGap whether pages before it are left out
     */
    public record PageLink(String label, String url, boolean current, boolean afterGap) {
        /** The value of {@code aria-current}; null unless it is the current page. */
        public @Nullable String ariaCurrent() {
            return current ? "page" : null;
        }
    }

    /**
     * Returns the links from the page of {@code search}.
     *
     * @param sections the number of list items: sections, or cases if grouped
     */
    static Pagination of(SearchState search, long sections) {
        int last = lastPage(search.request().size(), sections);
        int current = search.request().page();
        var numbers = new TreeSet<Integer>(List.of(1, last));
        for (int page = Math.max(1, current - MAX_NEIGHBOURS);
                page <= Math.min(last, current + MAX_NEIGHBOURS);
                page++) {
            numbers.add(page);
        }
        List<PageLink> pages = new ArrayList<>();
        int before = 0;
        for (int page : numbers) {
            pages.add(new PageLink(
                    Integer.toString(page), search.withPage(page).url(), page == current, page > before + 1));
            before = page;
        }
        return new Pagination(
                current > 1 ? search.withPage(Math.min(current - 1, last)).url() : null,
                pages,
                current < last ? search.withPage(current + 1).url() : null);
    }

    /** Returns the last page that has hits and may be requested; 1 if there are none. */
    static int lastPage(int size, long sections) {
        long reachable = Math.min(sections, SearchRequest.MAX_HIT_RANK / size * (long) size);
        return (int) Math.max(1, (reachable + size - 1) / size);
    }

    /** Whether there is more than one page. */
    public boolean isNeeded() {
        return pages.size() > 1;
    }
}
