package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jirei.query.SearchRequest;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The way through the pages of results.
 *
 * @param previous the URL of the page before; null on the first
 * @param pages the pages near this one, the first and the last
 * @param next the URL of the page behind; null on the last
 */
public record Pagination(@Nullable String previous, List<PageLink> pages, @Nullable String next) {
    private static final int AROUND = 2;

    public Pagination {
        pages = List.copyOf(pages);
    }

    /**
     * A page.
     *
     * @param label its number
     * @param url where it is
     * @param current whether it is this one
     * @param afterGap whether pages are left out before it
     */
    public record PageLink(String label, String url, boolean current, boolean afterGap) {
        /** The value of {@code aria-current}; null where this is another page. */
        public @Nullable String currentToken() {
            return current ? "page" : null;
        }
    }

    /** The way through {@code sections} hits, or as many cases where they are grouped, as seen from {@code search}. */
    static Pagination of(SearchState search, long sections) {
        int last = lastPage(search.request().size(), sections);
        int current = search.request().page();
        var numbers = new TreeSet<Integer>(List.of(1, last));
        for (int page = Math.max(1, current - AROUND); page <= Math.min(last, current + AROUND); page++) {
            numbers.add(page);
        }
        List<PageLink> pages = new ArrayList<>();
        int before = 0;
        for (int page : numbers) {
            pages.add(new PageLink(
                    Integer.toString(page), search.onPage(page).url(), page == current, page > before + 1));
            before = page;
        }
        return new Pagination(
                current > 1 ? search.onPage(Math.min(current - 1, last)).url() : null,
                pages,
                current < last ? search.onPage(current + 1).url() : null);
    }

    /** The last page that has hits and can be asked for; 1 where there are none. */
    static int lastPage(int size, long sections) {
        long reachable = Math.min(sections, SearchRequest.MAX_HIT_RANK / size * (long) size);
        return (int) Math.max(1, (reachable + size - 1) / size);
    }

    /** Whether there is anywhere to go. */
    public boolean isNeeded() {
        return pages.size() > 1;
    }
}
