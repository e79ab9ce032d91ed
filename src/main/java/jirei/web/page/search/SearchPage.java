package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.search.WordInterpretation;
import jirei.web.page.Chip;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Notices;
import jirei.web.page.PrefectureTileMap;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The page of results.
 *
 * @param frame what stands around it
 * @param heading what was asked, as a heading
 * @param count how much was found
 * @param range which of it is on this page; empty where nothing is
 * @param reading how the query was understood, one sentence; empty where only filters are set
 * @param spelling another spelling of the query; null where none is proposed
 * @param notices where the query was not taken by the letter
 * @param words how each word was looked for
 * @param chips the filters that are set, each with the way to be rid of it
 * @param clearUrl the same without any filter
 * @param facets what can be chosen
 * @param panel what else it can be narrowed by
 * @param unknown which cases are left out because what a range asks for isn't known of them
 * @param map the prefectures once more, as a map
 * @param narrowed how many filters are set, in words; empty where none is
 * @param sorts the orders
 * @param groupings whether hits stand under their case
 * @param sizes the numbers of hits a page
 * @param hits the hits of this page
 * @param groups the same under their cases; empty where they aren't grouped
 * @param pages the way to the other pages
 * @param nothing what to do where nothing was found; empty where something was
 * @param apiUrl the same search in the API
 */
public record SearchPage(
        Frame frame,
        String heading,
        String count,
        String range,
        String reading,
        @Nullable CorrectionView spelling,
        List<String> notices,
        ExpansionsView words,
        List<Chip> chips,
        String clearUrl,
        List<FacetView> facets,
        FilterPanel panel,
        List<String> unknown,
        PrefectureTileMap map,
        String narrowed,
        List<Option> sorts,
        List<Option> groupings,
        List<Option> sizes,
        List<HitView> hits,
        List<GroupView> groups,
        Pagination pages,
        List<Link> nothing,
        String apiUrl) {
    private static final Set<Integer> SIZES = Set.of(10, 20, 50, 100);

    public SearchPage {
        notices = List.copyOf(notices);
        chips = List.copyOf(chips);
        facets = List.copyOf(facets);
        sorts = List.copyOf(sorts);
        unknown = List.copyOf(unknown);
        groupings = List.copyOf(groupings);
        sizes = List.copyOf(sizes);
        hits = List.copyOf(hits);
        groups = List.copyOf(groups);
        nothing = List.copyOf(nothing);
    }

    /** A choice in a list. */
    public record Option(String value, String label, boolean selected) {}

    /** The answer {@code results} to {@code search}. */
    public static SearchPage of(SearchState search, SearchResults results, Frame.AssetUrls assets) {
        SearchRequest request = search.request();
        String heading = heading(request);
        var interpretation = results.interpretation();
        SearchState answered = CorrectionView.answered(search, interpretation.correction());
        String reading = interpretation.relaxation() == Relaxation.ANY_CONTENT_WORD
                ? ""
                : QueryDescription.of(interpretation.query().expression());
        return new SearchPage(
                new Frame(heading, search, assets, Frame.Form.LIVE),
                heading,
                Wording.count(results.total()),
                range(request, results),
                reading.isEmpty() ? "" : reading + "をさがしました。",
                CorrectionView.of(search, interpretation.correction()),
                Notices.on(results),
                ExpansionsView.of(search, results.interpretation().words()),
                Chip.of(search),
                search.withoutFilters().url(),
                facets(results.facets()),
                FilterPanel.of(search),
                unknown(results),
                PrefectureTileMap.ofSections(search, results.facets().getOrDefault(Facet.PREFECTURE, List.of())),
                narrowed(request),
                sorts(request),
                groupings(request),
                sizes(request),
                HitView.all(results, answered),
                GroupView.of(answered, results),
                Pagination.of(search, paged(request, results)),
                results.hits().isEmpty() ? waysOn(search, results) : List.of(),
                search.apiUrl());
    }

    /** How many hits there are to page through, or cases. */
    private static long paged(SearchRequest request, SearchResults results) {
        return request.byCase() ? results.total().cases() : results.total().sections();
    }

    /** What {@code request} asks, as a heading. */
    public static String heading(SearchRequest request) {
        return request.query().isBlank() ? "絞り込みの結果" : "「" + request.query() + "」の検索結果";
    }

    /** How much was found, in words. */
    public static String count(HitCount total) {
        return Wording.count(total);
    }

    /** Where the query was not taken by the letter, a sentence each. */
    public static List<String> notices(SearchResults results) {
        return Notices.on(results);
    }

    private static String range(SearchRequest request, SearchResults results) {
        int shown = request.byCase() ? results.groups().size() : results.hits().size();
        if (shown == 0 || shown == paged(request, results)) {
            return "";
        }
        long first = (request.page() - 1L) * request.size() + 1;
        return Wording.grouped(first) + "〜" + Wording.grouped(first + shown - 1) + (request.byCase() ? "事例目" : "件目");
    }

    private static List<String> unknown(SearchResults results) {
        return Stream.of(Indicator.values())
                .filter(results.missingIndicators()::containsKey)
                .map(measure -> measure.label() + "がわからない事例"
                        + Wording.grouped(results.missingIndicators().getOrDefault(measure, 0L)) + "件は含まれていません。")
                .toList();
    }

    private static List<FacetView> facets(Map<Facet, List<FacetCount>> facets) {
        return Stream.of(Facet.values())
                .filter(facet -> !facets.getOrDefault(facet, List.of()).isEmpty())
                .map(facet -> FacetView.of(facet, facets.getOrDefault(facet, List.of())))
                .toList();
    }

    private static String narrowed(SearchRequest request) {
        int chosen = request.filters().count();
        return chosen == 0 ? "" : "選択中：" + chosen;
    }

    private static List<Option> sorts(SearchRequest request) {
        return Stream.of(SortOrder.values())
                .filter(sort ->
                        sort != SortOrder.REGION_SIMILARITY || request.filters().comparison() != null)
                .map(sort -> new Option(sort.id(), sort.label(), sort == request.sort()))
                .toList();
    }

    private static List<Option> groupings(SearchRequest request) {
        return List.of(new Option("section", "記述ごと", !request.byCase()), new Option("case", "事例ごと", request.byCase()));
    }

    /** The usual sizes, and the one that was asked for by URL. */
    private static List<Option> sizes(SearchRequest request) {
        return Stream.concat(SIZES.stream(), Stream.of(request.size()))
                .distinct()
                .sorted()
                .map(size -> new Option(Integer.toString(size), size + "件ずつ", size == request.size()))
                .toList();
    }

    /** What leads on from an empty page: the last page with hits, fewer filters, single words. */
    private static List<Link> waysOn(SearchState search, SearchResults results) {
        List<Link> ways = new ArrayList<>();
        if (results.total().sections() > 0) {
            int last = Pagination.lastPage(search.request().size(), paged(search.request(), results));
            return List.of(
                    new Link("最後のページ（" + last + "ページ目）を見る", search.onPage(last).url()));
        }
        if (search.isFiltered() && !search.request().query().isBlank()) {
            ways.add(new Link("絞り込みをすべて解除して検索する", search.withoutFilters().url()));
        }
        for (WordInterpretation word : results.interpretation().words()) {
            if (word.sections() > 0
                    && !word.excluded()
                    && results.interpretation().words().size() > 1) {
                ways.add(new Link(
                        "「" + word.text() + "」だけで検索する（" + Wording.grouped(word.sections()) + "件）",
                        SearchState.of(word.text()).url()));
            }
        }
        ways.add(new Link("事例の一覧から選ぶ", "/#_cases"));
        return ways;
    }

    /** What the search is called where it is kept: what was asked and what was chosen. */
    public String name() {
        String chosen = chips.stream().map(Chip::label).collect(Collectors.joining("、"));
        return heading + (chosen.isEmpty() ? "" : "（" + chosen + "）");
    }

    /** Whether there is a query whose reading can be told. */
    public boolean hasReading() {
        return !reading.isEmpty();
    }

    /** Whether hits stand under their case. */
    public boolean isGrouped() {
        return !groups.isEmpty();
    }

    /** Whether any filter is set. */
    public boolean hasChips() {
        return !chips.isEmpty();
    }

    /** Whether nothing at all was found, on no page. */
    public boolean isFruitless() {
        return isEmpty() && frame.search().request().page() == 1;
    }

    /** Whether nothing stands on this page. */
    public boolean isEmpty() {
        return hits.isEmpty();
    }

    /** What an empty page says first. */
    public String emptyHeading() {
        return isFruitless() ? "あてはまる記述は見つかりませんでした" : "このページには結果がありません";
    }
}
