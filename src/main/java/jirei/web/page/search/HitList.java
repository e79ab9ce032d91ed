package jirei.web.page.search;

import java.util.List;
import java.util.Objects;
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
 * @param whole how many of the hits, or of the groups, match the whole query; the others have some of the words
 * @param someHeading the heading of the others; empty if there are none on this page
 * @param pagination the links to the other pages
 */
public record HitList(
        String range,
        List<HitView> hits,
        List<GroupView> groups,
        int whole,
        String someHeading,
        Pagination pagination) {
    public HitList {
        hits = List.copyOf(hits);
        groups = List.copyOf(groups);
    }

    static HitList of(SearchState search, SearchResults results) {
        SearchState searched =
                CorrectionView.searched(search, results.interpretation().correction());
        List<GroupView> groups = GroupView.of(searched, results);
        int items = groups.isEmpty() ? results.hits().size() : groups.size();
        int whole = results.some() == null ? items : wholeItems(search.request(), results, items);
        return new HitList(
                range(search.request(), results),
                HitView.all(results, searched),
                groups,
                whole,
                whole == items ? "" : Wording.someWords(Objects.requireNonNull(results.some())),
                Pagination.of(search, results.items(search.request().byCase())));
    }

    /** Returns how many of {@code items} on this page are among those of the whole query, which come first. */
    private static int wholeItems(SearchRequest request, SearchResults results, int items) {
        long all = request.byCase() ? results.total().cases() : results.total().sections();
        return Math.clamp(all - (request.page() - 1L) * request.size(), 0, items);
    }

    /** The hits that match the whole query. */
    public List<HitView> wholeHits() {
        return hits.subList(0, whole);
    }

    /** The hits with some of the words. */
    public List<HitView> someHits() {
        return hits.subList(whole, hits.size());
    }

    /** The cases that match the whole query. */
    public List<GroupView> wholeGroups() {
        return groups.subList(0, whole);
    }

    /** The cases with some of the words. */
    public List<GroupView> someGroups() {
        return groups.subList(whole, groups.size());
    }

    /** Whether this page has hits with some of the words. */
    public boolean hasSome() {
        return !someHeading.isEmpty();
    }

    private static String range(SearchRequest request, SearchResults results) {
        int shown = request.byCase() ? results.groups().size() : results.hits().size();
        if (shown == 0 || shown == results.items(request.byCase())) {
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
