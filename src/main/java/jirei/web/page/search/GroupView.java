package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import jirei.search.Hit;
import jirei.search.HitGroup;
import jirei.search.SearchResults;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * A case with its best hits. Immutable.
 *
 * @param url the URL of the case, which keeps the search
 * @param caseLine the case
 * @param hits the hits shown, in their order
 * @param moreText the number of further hits in words; empty if all are shown
 */
public record GroupView(String url, HitView.CaseLine caseLine, List<HitView> hits, String moreText) {
    public GroupView {
        hits = List.copyOf(hits);
    }

    static List<GroupView> of(SearchState search, SearchResults results) {
        List<GroupView> views = new ArrayList<>();
        int from = 0;
        for (HitGroup group : results.groups()) {
            views.add(of(search, results, group, results.hits().subList(from, from + group.shown())));
            from += group.shown();
        }
        return views;
    }

    private static GroupView of(SearchState search, SearchResults results, HitGroup group, List<Hit> hits) {
        long more = group.sections() - group.shown();
        return new GroupView(
                search.caseUrl(group.caseId()),
                HitView.caseLine(hits.getFirst(), HitView.similarity(results, group.caseId())),
                HitView.all(hits, search),
                more == 0 ? "" : "この事例のほか" + Wording.grouped(more) + "件の記述");
    }

    /** Whether more sections match than are shown. */
    public boolean hasMore() {
        return !moreText.isEmpty();
    }
}
