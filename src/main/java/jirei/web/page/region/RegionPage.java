package jirei.web.page.region;

import java.util.List;
import jirei.cases.RegionFigures;
import jirei.query.RegionComparison;
import jirei.query.SortOrder;
import jirei.search.RegionMatch;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.request.ParameterNames;
import jirei.web.request.QueryString;
import jirei.web.request.RegionInput;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the reader enters a municipality, with the cases of similar regions. Immutable.
 *
 * @param frame the frame of the page
 * @param form the form
 * @param matches the similar cases; null unless the form has a figure to compare
 * @param hasCases whether there is any case to compare with
 */
public record RegionPage(Frame frame, RegionForm form, @Nullable Matches matches, boolean hasCases) {
    private static final int DEFAULT_TOP = 10;
    /**
     * The cases of similar regions. Immutable.
     *
     * @param heading the heading
     * @param cases the cases, most similar first
     * @param searchLinks links that search in these cases; empty if there are none
     * @param apiUrl the URL of the same comparison in the API
     */
    public record Matches(String heading, List<RegionMatchView> cases, List<Link> searchLinks, String apiUrl) {
        public Matches {
            cases = List.copyOf(cases);
            searchLinks = List.copyOf(searchLinks);
        }

        static Matches of(
                SearchState search, RegionComparison comparison, List<RegionMatch> matches, SimilarityStrips strips) {
            RegionFigures region = comparison.region();
            int top = comparison.top() == RegionComparison.ALL ? DEFAULT_TOP : comparison.top();
            SearchState filtered = within(search, comparison, top).sortedBy(SortOrder.REGION_SIMILARITY);
            return new Matches(
                    (region.name().isEmpty() ? "入力した数値" : region.name()) + "に似た自治体の事例",
                    matches.stream()
                            .map(match -> RegionMatchView.of(match, filtered, comparison, strips))
                            .toList(),
                    matches.isEmpty() ? List.of() : links(filtered, comparison, top),
                    "/api/like"
                            + new QueryString(
                                    ParameterNames.like(search.request().filters())));
        }

        /** Whether no case is comparable. */
        public boolean isEmpty() {
            return cases.isEmpty();
        }
    }

    /**
     * The cases of the corpus as far as the page needs them. Immutable.
     *
     * @param count their number
     * @param strips draws regions among theirs
     * @param source the publication of the statistics
     */
    public record Cases(long count, SimilarityStrips strips, String source) {}

    /** Returns the page for {@code requested} and the cases {@code matches}, most similar first. */
    public static RegionPage of(
            SearchParameters.RegionSearch requested, List<RegionMatch> matches, Cases cases, Frame.AssetUrls assets) {
        SearchState search = requested.search();
        RegionInput input = requested.region();
        return new RegionPage(
                new Frame("うちに似た自治体", search, assets, Frame.Form.AT_HEAD),
                RegionForm.of(search, input, cases.source(), requested.rejected()),
                input.comparison()
                        .map(comparison -> Matches.of(search, comparison, matches, cases.strips()))
                        .orElse(null),
                cases.count() > 0);
    }

    /** Returns {@code search} in the {@code top} cases with the most similar regions. */
    private static SearchState within(SearchState search, RegionComparison comparison, int top) {
        return search.filteredBy(search.request()
                .filters()
                .withComparison(new RegionComparison(comparison.region(), comparison.weights(), top)));
    }

    private static List<Link> links(SearchState filtered, RegionComparison comparison, int top) {
        String query = filtered.request().query().text();
        String action = query.isEmpty() ? "記述を読む" : "「" + query + "」を探す";
        return List.of(
                new Link("上位" + top + "事例の中で" + action, filtered.url()),
                new Link(
                        "すべての事例を、似た自治体の順に並べて" + action,
                        within(filtered, comparison, RegionComparison.ALL).url()));
    }
}
