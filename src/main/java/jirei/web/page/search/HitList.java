package jirei.web.page.search;

import java.util.List;
import jirei.query.SearchRequest;
import jirei.search.SearchResults;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * One page of hits. Immutable.
 *
 * @param range the ranks shown, in words; empty if all hits or none are on this page
 * @param hits the hits of this page, in their order
 * @param groups the same hits by case; empty unless they are grouped
 * @param pagination the links to the other pages
 */
public record HitList(String range, List<HitView> hits, List<GroupView> groups, Pagination pagination) {
    public HitList {
        hits = List.copyOf(hits);
        groups = List.copyOf(groups);
    }

    static HitList of(SearchState search, SearchResults results) {
        SearchState searched =
                CorrectionView.searched(search, results.interpretation().correction());
        return new HitList(
                range(search.request(), results),
                HitView.all(results, searched),
                GroupView.of(searched, results),
                Pagination.of(search, size(search.request(), results)));
    }

    /** Returns the number of list items on all pages: sections, or cases if grouped. */
    static long size(SearchRequest request, SearchResults results) {
        return request.byCase() ? results.total().cases() : results.total().sections();
    }

    private static String range(SearchRequest request, SearchResults results) {
        int shown = request.byCase() ? results.groups().size() : results.hits().size();
        if (shown == 0 || shown == size(request, results)) {
            return "";
        }
        long first = (request.page() - 1L) * request.size() + 1;
        return Wording.grouped(first) + "〜" + Wording.grouped(first + shown - 1) + (request.byCase() ? "事例目" : "件目");
    }

    /** Whether hits are grouped by case. */
    public boolean isGrouped() {
        return !groups.isEmpty();
    }

    /** Whether this page has no hits. */
    public boolean isEmpty() {
        return hits.isEmpty();
    }
}
