package jirei.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.query.Facet;
import jirei.search.CaseSummary;
import jirei.search.FacetCount;
import jirei.search.IndexStatus;
import jirei.search.SearchResults;
import jirei.web.request.SearchState;

/**
 * The page one sees first: what is in here and how to begin.
 *
 * @param frame what stands around it
 * @param contents how much of what is in here
 * @param collections the case collections, by name
 * @param examples searches to try
 * @param map the prefectures as ways in
 * @param browsing the values of other facets as ways in
 * @param cases the cases, the newest first
 * @param casesNote says so where not all cases stand here; empty where they do
 */
public record StartPage(
        Frame frame,
        List<Content> contents,
        List<String> collections,
        List<Link> examples,
        PrefectureTileMap map,
        List<Browsing> browsing,
        List<CaseCard> cases,
        String casesNote) {
    private static final int MAX_CASES = 60;
    /** Those of one year stay in the order of their numbers; those without a year come last. */
    private static final Comparator<CaseSummary> NEWEST_FIRST =
            Comparator.comparing(CaseSummary::year, Comparator.nullsLast(Comparator.reverseOrder()));

    private static final List<String> EXAMPLES =
            List.of("看取り", "多職種 研修", "情報共有 ICT", "退院支援 -病院", "\"在宅医療\" 相談", "主体:医師会 夜間");

    public StartPage {
        contents = List.copyOf(contents);
        collections = List.copyOf(collections);
        examples = List.copyOf(examples);
        browsing = List.copyOf(browsing);
        cases = List.copyOf(cases);
    }

    /** How much there is of something, as in 16 事例. */
    public record Content(String number, String unit, String what) {}

    /** A facet as ways in. */
    public record Browsing(String label, List<Way> ways) {
        public Browsing {
            ways = List.copyOf(ways);
        }
    }

    /** A value as a way in, with the number of cases behind it. */
    public record Way(String label, String url, String cases) {}

    /** What {@code status}, {@code cases} and {@code everything}, the answer to asking for nothing, tell of the corpus. */
    public static StartPage of(
            IndexStatus status, List<CaseSummary> cases, SearchResults everything, Frame.AssetUrls assets) {
        Map<Facet, List<FacetCount>> facets = everything.facets();
        return new StartPage(
                new Frame("", SearchState.NOTHING, assets, Frame.Form.IN_PAGE),
                contents(
                        status, facets.getOrDefault(Facet.PREFECTURE, List.of()).size()),
                cases.stream()
                        .map(CaseSummary::collection)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList(),
                EXAMPLES.stream()
                        .map(example ->
                                new Link(example, SearchState.of(example).url()))
                        .toList(),
                PrefectureTileMap.ofCases(facets.getOrDefault(Facet.PREFECTURE, List.of())),
                Stream.of(Facet.ACTOR, Facet.THEME)
                        .map(facet -> browsing(facet, facets.getOrDefault(facet, List.of())))
                        .filter(browsing -> !browsing.ways().isEmpty())
                        .toList(),
                cases.stream()
                        .sorted(NEWEST_FIRST)
                        .limit(MAX_CASES)
                        .map(CaseCard::of)
                        .toList(),
                cases.size() > MAX_CASES
                        ? "新しい年度から" + MAX_CASES + "事例を示しています。ほかの事例は、検索や地図からさがせます。"
                        : "新しい年度から番号の順に並んでいます。");
    }

    /** Whether not all cases stand here. */
    public boolean hasCasesNote() {
        return !casesNote.isEmpty();
    }

    private static List<Content> contents(IndexStatus status, int prefectures) {
        return List.of(
                new Content(Wording.grouped(status.cases()), "事例", "地域の取組"),
                new Content(Wording.grouped(status.sections()), "件", "見出しごとの記述"),
                new Content(Integer.toString(prefectures), "都道府県", "取組のあった地域"));
    }

    private static Browsing browsing(Facet facet, List<FacetCount> labels) {
        return new Browsing(
                facet.label(),
                labels.stream()
                        .filter(label -> label.count().sections() > 0)
                        .map(label -> new Way(
                                facet.valueLabel(label.value()),
                                SearchState.NOTHING.with(facet, label.value()).url(),
                                Wording.grouped(label.count().cases())))
                        .toList());
    }
}
