package jirei.web.page.search;

import java.util.List;
import java.util.Objects;
import jirei.query.HitLayout;
import jirei.query.SearchRequest;
import jirei.search.SearchResults;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * One page of hits. Immutable.
 *
 * @param range the ranks shown of the hits of the whole query, in words; empty if all hits or none are on this page
 * @param hits the hits of this page, in their order
 * @param groups the same hits by case; empty unless they are grouped
 * @param isTable whether the hits are listed by their matches
 * @param whole how many of the hits, or of the groups, match the whole query; the others have some of the words
 * @param someHeading the heading of the others; empty if there are none on this page
 * @param someRange the places shown of the others among themselves, in words; empty if all or none are on this page
 * @param pagination the links to the other pages
 */
public record HitList(
        String range,
        List<HitView> hits,
        List<GroupView> groups,
        boolean isTable,
        int whole,
        String someHeading,
        String someRange,
        Pagination pagination) {
    public HitList {
        hits = List.copyOf(hits);
        groups = List.copyOf(groups);
    }

    static HitList of(SearchState search, SearchResults results) {
        SearchRequest request = search.request();
        SearchState searched =
                CorrectionView.searched(search, results.interpretation().correction());
        List<GroupView> groups = GroupView.of(searched, results);
        int items = groups.isEmpty() ? results.hits().size() : groups.size();
        long all = request.byCase() ? results.total().cases() : results.total().sections();
        long before = (request.page() - 1L) * request.size();
        int whole = results.some() == null ? items : Math.clamp(all - before, 0, items);
        boolean isAll = items == results.items(request.byCase());
        String unit = request.byCase() ? "事例目" : "件目";
        long someBefore = Math.max(0, before - all);
        long some = results.items(request.byCase()) - all;
        return new HitList(
                isAll ? "" : range(before, whole, unit),
                HitView.all(results, searched),
                groups,
                request.layout() == HitLayout.MATCHES,
                whole,
                whole == items ? "" : Wording.someWords(Objects.requireNonNull(results.some())),
                items - whole == some ? "" : range(someBefore, items - whole, unit),
                Pagination.of(search, results.items(request.byCase())));
    }

    private static String range(long before, int shown, String unit) {
        return shown == 0 ? "" : Wording.grouped(before + 1) + "〜" + Wording.grouped(before + shown) + unit;
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

    /** Whether some of the hits with some of the words are on other pages. */
    public boolean hasSomeElsewhere() {
        return !someRange.isEmpty();
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
