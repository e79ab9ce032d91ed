package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import jirei.search.Hit;
import jirei.search.HitGroup;
import jirei.search.SearchResults;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * A case with its best hits.
 *
 * @param url the case, which keeps the search
 * @param where prefecture and place; may be empty
 * @param number its number in words; may be empty
 * @param title its title
 * @param likeness how like one's own municipality it is; empty where that isn't asked or known
 * @param hits the hits shown
 * @param more how many more there are; empty where all are shown
 */
public record GroupView(
        String url, String where, String number, String title, String likeness, List<HitView> hits, String more) {
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
        Hit best = hits.getFirst();
        long more = group.sections() - group.shown();
        return new GroupView(
                search.caseUrl(group.caseId()),
                Wording.where(best.prefecture(), best.place()),
                Wording.number(best.number()),
                best.caseTitle(),
                HitView.likeness(results, group.caseId()),
                HitView.all(hits, search),
                more == 0 ? "" : "この事例のほか" + Wording.grouped(more) + "件の記述");
    }

    /** Whether more sections match than are shown. */
    public boolean hasMore() {
        return !more.isEmpty();
    }
}
