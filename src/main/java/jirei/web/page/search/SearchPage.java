package jirei.web.page.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.cases.Indicator;
import jirei.query.SearchRequest;
import jirei.search.IndexState;
import jirei.search.SearchResults;
import jirei.web.page.Chip;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.RejectedInput;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;

/**
 * The result page. Immutable.
 *
 * @param frame the frame of the page
 * @param heading the request as a heading
 * @param count the hit count and what it is made of
 * @param interpretation how the query was interpreted
 * @param filters the filters
 * @param rejected why filters are left out of the search, one or more sentences each
 * @param display the display options
 * @param hits the hits of this page
 * @param advice help if the search has no hits
 * @param alternatives other links if this page has no hits; empty otherwise
 * @param apiUrl the URL of the same search in the API
 * @param hasCases whether there is any case to search
 */
public record SearchPage(
        Frame frame,
        String heading,
        CountView count,
        InterpretationView interpretation,
        FilterView filters,
        List<String> rejected,
        DisplayOptions display,
        HitList hits,
        AdviceView advice,
        List<Link> alternatives,
        String apiUrl,
        boolean hasCases) {
    public SearchPage {
        rejected = List.copyOf(rejected);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Returns the page for {@code results} over an index in {@code state}.
     *
     * @param requested the search and the input that it leaves out
     * @param indicators the indicators that some case has
     * @param hasCases whether there is any case to search
     */
    public static SearchPage of(
            SearchParameters.PageSearch requested,
            SearchResults results,
            Set<Indicator> indicators,
            IndexState state,
            boolean hasCases,
            Frame.AssetUrls assets) {
        SearchState search = requested.search();
        SearchRequest request = search.request();
        String heading = heading(request);
        return new SearchPage(
                new Frame(heading, search, assets, Frame.Form.LIVE)
                        .describing(heading + "：" + Wording.count(results.total()) + "。", search.url()),
                heading,
                CountView.of(search, results),
                InterpretationView.of(search, results, state),
                FilterView.of(search, results, requested.rejected(), indicators),
                requested.rejected().stream().map(RejectedInput::detail).toList(),
                DisplayOptions.of(request),
                HitList.of(search, results),
                AdviceView.of(results.advice()),
                results.hits().isEmpty() ? alternatives(search, results) : List.of(),
                search.apiUrl(),
                hasCases);
    }

    /** Returns {@code request} as a heading. */
    public static String heading(SearchRequest request) {
        return request.query().text().isBlank()
                ? "絞り込みの結果"
                : "「" + request.query().text() + "」の検索結果";
    }

    /** Returns the links of an empty page: to the last page with hits, or to all cases. */
    private static List<Link> alternatives(SearchState search, SearchResults results) {
        if (results.items(false) == 0) {
            return List.of(new Link("事例の一覧から選ぶ", "/#_cases"));
        }
        int last = Pagination.lastPage(
                search.request().size(), results.items(search.request().byCase()));
        return List.of(
                new Link("最後のページ（" + last + "ページ目）を見る", search.withPage(last).url()));
    }

    /** The name under which the search is saved: heading and filters. */
    public String name() {
        String filterLabels = filters.chips().stream().map(Chip::label).collect(Collectors.joining("、"));
        return heading + (filterLabels.isEmpty() ? "" : "（" + filterLabels + "）");
    }

    /** Whether no page has hits; then there is nothing to draw charts of either. */
    public boolean hasNoHits() {
        return hits.whole() == 0 && frame.search().request().page() == 1;
    }

    /** Whether there is more to say on how the query was interpreted than the query itself. */
    public boolean hasWords() {
        return interpretation.expansions().isNeeded() || !count.context().isEmpty();
    }

    /** Whether the query has nothing that can be searched for. */
    public boolean hasNothingToSearch() {
        return frame.search().request().query().hasNothingToSearch();
    }

    /** The heading of an empty page. */
    public String emptyHeading() {
        if (!hasCases) {
            return "まだ事例がありません";
        }
        if (hasNothingToSearch()) {
            return "キーワードがありません";
        }
        return hasNoHits() ? "該当する記述は見つかりませんでした" : "このページには結果がありません";
    }
}
