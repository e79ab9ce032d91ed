package jirei.web.page.charts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jirei.query.Facet;
import jirei.search.FacetCount;
import jirei.search.FacetCrossTab;
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
 * A search as charts.
 *
 * @param frame what stands around it
 * @param heading what was asked, as a heading
 * @param count how much was found
 * @param notices where the query was not taken by the letter
 * @param filters the filters that are set, in words
 * @param back the way to the results
 * @param map the prefectures as a map
 * @param bars what is counted by one facet each
 * @param matrix actors by themes
 * @param scatter the cases by population and ageing rate; null where no case has the figures
 */
public record ChartsPage(
        Frame frame,
        String heading,
        String count,
        List<String> notices,
        List<String> filters,
        Link back,
        PrefectureTileMap map,
        List<BarChart> bars,
        MatrixChart matrix,
        @Nullable ScatterChart scatter) {
    private static final List<Facet> COUNTED = List.of(Facet.PREFECTURE, Facet.ACTOR, Facet.THEME, Facet.YEAR);

    public ChartsPage {
        notices = List.copyOf(notices);
        filters = List.copyOf(filters);
        bars = List.copyOf(bars);
    }

    /**
     * What is found.
     *
     * @param results the answer to the search
     * @param matrix actors by themes
     * @param cases the ids of the cases in which something is found
     */
    public record Found(SearchResults results, FacetCrossTab matrix, Set<String> cases) {
        public Found {
            cases = Set.copyOf(cases);
        }
    }

    /**
     * The corpus as far as charts need it.
     *
     * @param points the cases whose figures are known
     * @param cases how many cases there are
     * @param actors all actors, in order
     */
    public record Corpus(List<RegionPoint> points, int cases, Collection<String> actors) {
        public Corpus {
            points = List.copyOf(points);
            actors = List.copyOf(actors);
        }
    }

    /** What {@code found} tells of {@code search}. */
    public static ChartsPage of(SearchState search, Found found, Corpus corpus, Frame.AssetUrls assets) {
        String heading = heading(search);
        SearchResults results = found.results();
        Map<Facet, List<FacetCount>> facets = results.facets();
        return new ChartsPage(
                new Frame(heading, search, assets, Frame.Form.AT_HEAD),
                heading,
                Wording.count(results.total()),
                Notices.on(results),
                Chip.of(search).stream().map(Chip::text).toList(),
                new Link(search.isBlank() ? "はじめのページにもどる" : "検索結果の一覧にもどる", search.url()),
                PrefectureTileMap.ofChoices(search, facets.getOrDefault(Facet.PREFECTURE, List.of())),
                COUNTED.stream()
                        .filter(facet -> !facets.getOrDefault(facet, List.of()).isEmpty())
                        .map(facet -> BarChart.of(facet, search, facets.getOrDefault(facet, List.of())))
                        .toList(),
                MatrixChart.of(search, found.matrix(), corpus.actors()),
                ScatterChart.of(search, corpus.points(), corpus.cases(), found.cases()));
    }

    private static String heading(SearchState search) {
        String query = search.request().query();
        if (search.isBlank()) {
            return "事例集の全体を図で見る";
        }
        return query.isBlank() ? "絞り込みの結果を図で見る" : "「" + query + "」の検索結果を図で見る";
    }

    /** The charts as links within the page. */
    public List<Link> contents() {
        Stream<Link> byFacet = bars.stream().map(chart -> new Link(chart.title() + "ごとの数", "#" + chart.headingId()));
        Stream<Link> pairs = hasMatrix() ? Stream.of(new Link("主体とテーマの組み合わせ", "#_matrix")) : Stream.empty();
        Stream<Link> regions = scatter == null ? Stream.empty() : Stream.of(new Link("人口と高齢化率", "#_scatter"));
        return Stream.of(byFacet, pairs, regions).flatMap(links -> links).toList();
    }

    /** Whether any actor acts in any theme. */
    public boolean hasMatrix() {
        return !matrix.rows().isEmpty();
    }
}
