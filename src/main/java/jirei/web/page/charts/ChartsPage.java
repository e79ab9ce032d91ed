package jirei.web.page.charts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jirei.query.Facet;
import jirei.search.FacetCount;
import jirei.search.FacetCrossTab;
import jirei.search.IndexState;
import jirei.search.SearchResults;
import jirei.web.page.Chip;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Notices;
import jirei.web.page.PrefectureTileMap;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The charts of a search. Immutable.
 *
 * @param frame the frame of the page
 * @param heading the request as a heading
 * @param count the hit count in words
 * @param notices one sentence for each deviation from the literal query
 * @param filters the filters that are set, in words
 * @param back the link to the results
 * @param charts the charts
 * @param hasCases whether there is any case to draw
 */
public record ChartsPage(
        Frame frame,
        String heading,
        String count,
        List<String> notices,
        List<String> filters,
        Link back,
        Charts charts,
        boolean hasCases) {
    /** The id of the scatter plot in URLs of files. */
    public static final String SCATTER = "scatter";

    private static final String MATRIX = "matrix";

    private static final List<Facet> CHARTED = List.of(Facet.PREFECTURE, Facet.ACTOR, Facet.THEME, Facet.YEAR);

    public ChartsPage {
        notices = List.copyOf(notices);
        filters = List.copyOf(filters);
    }

    /**
     * The charts. Immutable.
     *
     * @param map the prefectures as a map
     * @param bars one bar chart for each facet
     * @param matrix actors by themes
     * @param scatter the cases by population and ageing rate; null if no case has both figures
     */
    public record Charts(
            PrefectureTileMap map, List<BarChart> bars, MatrixChart matrix, @Nullable ScatterChart scatter) {
        public Charts {
            bars = List.copyOf(bars);
        }

        static Charts of(SearchState search, Counts counts, Corpus corpus) {
            Map<Facet, List<FacetCount>> facets = counts.results().facets();
            return new Charts(
                    PrefectureTileMap.ofChoices(search, facets.getOrDefault(Facet.PREFECTURE, List.of())),
                    Stream.concat(CHARTED.stream(), search.request().query().facets().ownFacets().stream())
                            .filter(facet ->
                                    !facets.getOrDefault(facet, List.of()).isEmpty())
                            .map(facet -> BarChart.of(facet, search, facets.getOrDefault(facet, List.of())))
                            .toList(),
                    MatrixChart.of(
                            search,
                            counts.matrix(),
                            corpus.actors(),
                            search.request().query().facets().themes()),
                    ScatterChart.of(search, corpus.points(), corpus.cases(), counts.cases()));
        }

        /** Links to the charts within the page. */
        public List<Link> contents() {
            Stream<Link> byFacet =
                    bars.stream().map(chart -> new Link(chart.title() + "ごとの数", "#" + chart.headingId()));
            Stream<Link> pairs = hasMatrix() ? Stream.of(new Link("主体とテーマの組み合わせ", "#_matrix")) : Stream.empty();
            Stream<Link> regions = scatter == null ? Stream.empty() : Stream.of(new Link("人口と高齢化率", "#_scatter"));
            return Stream.of(byFacet, pairs, regions).flatMap(links -> links).toList();
        }

        /** The charts that can be saved, each with its id in place of a URL. */
        public List<Link> files() {
            Stream<Link> byFacet = bars.stream().map(chart -> new Link(chart.title() + "ごとの数", chart.id()));
            Stream<Link> pairs = hasMatrix() ? Stream.of(new Link("主体とテーマの組み合わせ", MATRIX)) : Stream.empty();
            Stream<Link> regions = scatter == null ? Stream.empty() : Stream.of(new Link("人口と高齢化率", SCATTER));
            return Stream.of(byFacet, pairs, regions).flatMap(links -> links).toList();
        }

        /** Whether there is nothing to draw. */
        public boolean isEmpty() {
            return files().isEmpty();
        }

        /** Whether the matrix has rows. */
        public boolean hasMatrix() {
            return !matrix.rows().isEmpty();
        }
    }

    /**
     * The results of a search as far as the charts need them. Immutable.
     *
     * @param results the search results with facets
     * @param matrix actors by themes
     * @param cases the ids of the cases with hits
     */
    public record Counts(SearchResults results, FacetCrossTab matrix, Set<String> cases) {
        public Counts {
            cases = Set.copyOf(cases);
        }
    }

    /**
     * The corpus as far as the charts need it. Immutable.
     *
     * @param points the cases with known figures
     * @param cases the number of all cases
     * @param actors all actors, in their order
     */
    public record Corpus(List<RegionPoint> points, int cases, Collection<String> actors) {
        public Corpus {
            points = List.copyOf(points);
            actors = List.copyOf(actors);
        }
    }

    /** Returns the page for {@code counts}, the results of {@code search} over an index in {@code state}. */
    public static ChartsPage of(
            SearchState search, Counts counts, Corpus corpus, IndexState state, Frame.AssetUrls assets) {
        String heading = heading(search);
        SearchResults results = counts.results();
        return new ChartsPage(
                new Frame(heading, search, assets, Frame.Form.AT_HEAD),
                heading,
                Wording.count(results.total()),
                Notices.of(results, state),
                Chip.of(search).stream().map(Chip::text).toList(),
                new Link(search.isBlank() ? "トップに戻る" : "検索結果の一覧に戻る", search.url()),
                Charts.of(search, counts, corpus),
                corpus.cases() > 0);
    }

    /** The URL of the file of the chart {@code id}. */
    public String fileUrl(String id) {
        return "/charts/file" + frame.search().queryString().with("chart", id);
    }

    private static String heading(SearchState search) {
        String query = search.request().query().text();
        if (search.isBlank()) {
            return "事例集の全体を図で見る";
        }
        return query.isBlank() ? "絞り込みの結果を図で見る" : "「" + query + "」の検索結果を図で見る";
    }
}
