package jirei.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.FacetLabel;
import jirei.search.InterpretedWord;
import jirei.search.SearchResults;
import jirei.search.Widening;

/**
 * The page of results.
 *
 * @param frame what stands around it
 * @param heading what was asked, as a heading
 * @param count how much was found
 * @param range which of it is on this page; empty where nothing is
 * @param reading how the query was understood, one sentence; empty where only filters are set
 * @param notices where the query was not taken by the letter
 * @param words what each word finds by itself; empty for a single word
 * @param chips the filters that are set, each with the way to be rid of it
 * @param clearUrl the same without any filter
 * @param facets what can be chosen
 * @param map the prefectures once more, as a map
 * @param narrowed how many filters are set, in words; empty where none is
 * @param sorts the orders
 * @param sizes the numbers of hits a page
 * @param hits the hits of this page
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
        List<String> notices,
        List<WordCount> words,
        List<Chip> chips,
        String clearUrl,
        List<FacetView> facets,
        PrefectureMap map,
        String narrowed,
        List<Option> sorts,
        List<Option> sizes,
        List<HitView> hits,
        PageLinks pages,
        List<Link> nothing,
        String apiUrl) {
    private static final Set<Integer> SIZES = Set.of(10, 20, 50, 100);

    public SearchPage {
        notices = List.copyOf(notices);
        words = List.copyOf(words);
        chips = List.copyOf(chips);
        facets = List.copyOf(facets);
        sorts = List.copyOf(sorts);
        sizes = List.copyOf(sizes);
        hits = List.copyOf(hits);
        nothing = List.copyOf(nothing);
    }

    /**
     * A filter that is set.
     *
     * @param facet the facet's name
     * @param label the value's name
     * @param withoutUrl the same search without it
     */
    public record Chip(String facet, String label, String withoutUrl) {}

    /** A choice in a list. */
    public record Option(String value, String label, boolean selected) {}

    /**
     * What a word finds by itself.
     *
     * @param text the word as typed
     * @param note how it was looked for and how often it was found
     */
    public record WordCount(String text, String note) {}

    /** The answer {@code results} to {@code search}. */
    public static SearchPage of(SearchState search, SearchResults results, Frame.AssetUrls assets) {
        SearchRequest request = search.request();
        String heading = request.query().isBlank() ? "絞り込みの結果" : "「" + request.query() + "」の検索結果";
        var interpretation = results.interpretation();
        String reading = interpretation.widening() == Widening.SENTENCE
                ? ""
                : QueryReading.of(interpretation.query().expression());
        return new SearchPage(
                new Frame(heading, search, assets, Frame.Form.LIVE),
                heading,
                Wording.count(results.total()),
                range(request, results),
                reading.isEmpty() ? "" : reading + "をさがしました。",
                Notices.on(results.interpretation()),
                words(results.interpretation().words()),
                chips(search),
                search.withoutFilters().url(),
                facets(results.facets()),
                PrefectureMap.ofSections(search, results.facets().getOrDefault(Facet.PREFECTURE, List.of())),
                narrowed(request),
                sorts(request),
                sizes(request),
                HitView.all(results.hits(), search),
                PageLinks.of(search, results.total().sections()),
                results.hits().isEmpty() ? waysOn(search, results) : List.of(),
                search.apiUrl());
    }

    private static String range(SearchRequest request, SearchResults results) {
        if (results.hits().isEmpty()) {
            return "";
        }
        long first = (request.page() - 1L) * request.size() + 1;
        long last = first + results.hits().size() - 1;
        return results.hits().size() == results.total().sections()
                ? ""
                : Wording.grouped(first) + "〜" + Wording.grouped(last) + "件目";
    }

    private static List<WordCount> words(List<InterpretedWord> words) {
        return words.size() < 2
                ? List.of()
                : words.stream()
                        .map(word -> new WordCount(word.text(), note(word)))
                        .toList();
    }

    private static String note(InterpretedWord word) {
        String count = Wording.grouped(word.sections()) + "件";
        if (word.excluded()) {
            return count + "を除外";
        }
        return word.dropped() ? count + "・検索から除いたことば" : count;
    }

    private static List<Chip> chips(SearchState search) {
        List<Chip> chips = new ArrayList<>();
        search.request()
                .filters()
                .forEach((facet, values) -> values.forEach(value -> chips.add(new Chip(
                        facet.label(),
                        facet.valueLabel(value),
                        search.without(facet, value).url()))));
        return chips;
    }

    private static List<FacetView> facets(Map<Facet, List<FacetLabel>> facets) {
        return Stream.of(Facet.values())
                .filter(facet -> !facets.getOrDefault(facet, List.of()).isEmpty())
                .map(facet -> FacetView.of(facet, facets.getOrDefault(facet, List.of())))
                .toList();
    }

    private static String narrowed(SearchRequest request) {
        long chosen = request.filters().values().stream().mapToLong(Set::size).sum();
        return chosen == 0 ? "" : chosen + "つ選択中";
    }

    private static List<Option> sorts(SearchRequest request) {
        return Stream.of(SortOrder.values())
                .map(sort -> new Option(sort.id(), sort.label(), sort == request.sort()))
                .toList();
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
            int last =
                    PageLinks.lastPage(search.request().size(), results.total().sections());
            return List.of(
                    new Link("最後のページ（" + last + "ページ目）を見る", search.onPage(last).url()));
        }
        if (search.isFiltered() && !search.request().query().isBlank()) {
            ways.add(new Link("絞り込みをすべて解除して検索する", search.withoutFilters().url()));
        }
        for (InterpretedWord word : results.interpretation().words()) {
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

    /** Whether there is a query whose reading can be told. */
    public boolean hasReading() {
        return !reading.isEmpty();
    }

    /** Whether there are several words to count. */
    public boolean hasWords() {
        return !words.isEmpty();
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
