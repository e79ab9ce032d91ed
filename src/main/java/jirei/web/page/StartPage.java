package jirei.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.search.CaseSummary;
import jirei.search.FacetCount;
import jirei.search.IndexStatus;
import jirei.search.SearchResults;
import jirei.web.request.SearchState;

/**
 * The start page. Immutable.
 *
 * @param frame the frame of the page
 * @param statistics the size of the corpus
 * @param collections the case collections
 * @param examples example searches
 * @param map the prefectures as a map
 * @param facets the values of other facets
 * @param cases the cases, newest first
 * @param casesNote how the list of cases is ordered or limited
 */
public record StartPage(
        Frame frame,
        List<Statistic> statistics,
        List<String> collections,
        List<Link> examples,
        PrefectureTileMap map,
        List<FacetLinks> facets,
        List<CaseCard> cases,
        String casesNote) {
    private static final int MAX_CASES = 60;
    /** Cases of one year keep the order of their numbers; cases without a year come last. */
    private static final Comparator<CaseSummary> NEWEST_FIRST =
            Comparator.comparing(CaseSummary::year, Comparator.nullsLast(Comparator.reverseOrder()));

    public StartPage {
        statistics = List.copyOf(statistics);
        collections = List.copyOf(collections);
        examples = List.copyOf(examples);
        facets = List.copyOf(facets);
        cases = List.copyOf(cases);
    }

    /** A number with its unit, such as 16 事例. Immutable. */
    public record Statistic(String number, String unit, String label) {}

    /** A facet with links to its values. Immutable. */
    public record FacetLinks(String label, List<FacetLink> links) {
        public FacetLinks {
            links = List.copyOf(links);
        }
    }

    /** A link to a facet value, with its number of cases. Immutable. */
    public record FacetLink(String label, String url, String cases) {}

    /**
     * Returns the start page.
     *
     * @param status the status of the index
     * @param cases all cases, in the order of their numbers
     * @param everything the results of the empty request
     * @param scheme the facets of the corpus
     * @param examples the example searches that find something
     */
    public static StartPage of(
            IndexStatus status,
            List<CaseSummary> cases,
            SearchResults everything,
            FacetScheme scheme,
            List<SearchState> examples,
            Frame.AssetUrls assets) {
        Map<Facet, List<FacetCount>> facets = everything.facets();
        return new StartPage(
                new Frame("", SearchState.EMPTY, assets, Frame.Form.IN_PAGE),
                statistics(
                        status, facets.getOrDefault(Facet.PREFECTURE, List.of()).size()),
                cases.stream()
                        .map(CaseSummary::collection)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList(),
                examples.stream()
                        .map(example -> new Link(example.request().query().text(), example.url()))
                        .toList(),
                PrefectureTileMap.ofCases(facets.getOrDefault(Facet.PREFECTURE, List.of())),
                Stream.concat(Stream.of(Facet.ACTOR, Facet.THEME), scheme.ownFacets().stream())
                        .map(facet -> facetLinks(facet, facets.getOrDefault(facet, List.of()), scheme))
                        .filter(browsing -> !browsing.links().isEmpty())
                        .toList(),
                cases.stream()
                        .sorted(NEWEST_FIRST)
                        .limit(MAX_CASES)
                        .map(CaseCard::of)
                        .toList(),
                cases.size() > MAX_CASES
                        ? "新しい年度から" + MAX_CASES + "事例を示しています。ほかの事例は、検索や地図から探せます。"
                        : "新しい年度から番号の順に並んでいます。");
    }

    /** Whether there is nothing to search. */
    public boolean isEmpty() {
        return cases.isEmpty();
    }

    /** Whether there is a note on the list of cases. */
    public boolean hasCasesNote() {
        return !casesNote.isEmpty();
    }

    private static List<Statistic> statistics(IndexStatus status, int prefectures) {
        return List.of(
                new Statistic(Wording.grouped(status.cases()), "事例", "地域の取組"),
                new Statistic(Wording.grouped(status.sections()), "件", "見出しごとの記述"),
                new Statistic(Integer.toString(prefectures), "都道府県", "取組のあった地域"));
    }

    private static FacetLinks facetLinks(Facet facet, List<FacetCount> labels, FacetScheme scheme) {
        return new FacetLinks(
                facet.label(),
                labels.stream()
                        .filter(label -> label.count().sections() > 0)
                        .map(label -> new FacetLink(
                                scheme.valueLabel(facet, label.value()),
                                SearchState.EMPTY.with(facet, label.value()).url(),
                                Wording.grouped(label.count().cases())))
                        .toList());
    }
}
