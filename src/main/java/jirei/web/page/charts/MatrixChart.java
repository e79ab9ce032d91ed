package jirei.web.page.charts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Theme;
import jirei.query.Facet;
import jirei.search.FacetCrossTab;
import jirei.search.HitCount;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * Actors by themes, as a table of bubbles. Immutable.
 *
 * @param themes the columns
 * @param rows the actors with hits
 */
public record MatrixChart(List<Theme> themes, List<Row> rows) {
    /** The radius of a bubble that fills a cell. */
    private static final double MAX_RADIUS = 19;

    private static final int MIN_RADIUS = 3;

    public MatrixChart {
        themes = List.copyOf(themes);
        rows = List.copyOf(rows);
    }

    /** An actor with a cell for each theme. Immutable. */
    public record Row(String actor, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * An actor in a theme. Immutable.
     *
     * @param count the number of sections
     * @param radius the radius of the bubble, whose area is proportional to the count; 0 for no hits
     * @param ariaLabel actor, theme, sections and cases in words
     * @param url the URL of the search with only these two values selected; null if there are no hits
     */
    public record Cell(String count, int radius, String ariaLabel, @Nullable String url) {}

    /**
     * Returns the chart of {@code matrix}.
     *
     * @param actors all actors, in the order of the rows
     * @param themes all themes, in the order of the columns
     */
    static MatrixChart of(SearchState search, FacetCrossTab matrix, Collection<String> actors, List<Theme> themes) {
        Set<String> found =
                matrix.counts().keySet().stream().map(FacetCrossTab.Cell::row).collect(Collectors.toSet());
        long max = matrix.counts().values().stream()
                .mapToLong(HitCount::sections)
                .max()
                .orElse(0);
        // an index may have actors that have been removed from the lexicon
        List<Row> rows = Stream.concat(actors.stream(), found.stream().sorted())
                .distinct()
                .filter(found::contains)
                .map(actor -> row(search, matrix, actor, themes, max))
                .toList();
        return new MatrixChart(themes, rows);
    }

    private static Row row(SearchState search, FacetCrossTab matrix, String actor, List<Theme> themes, long max) {
        List<Cell> cells = new ArrayList<>();
        for (Theme theme : themes) {
            HitCount count = matrix.at(actor, theme.id());
            SearchState filtered = search.withOnly(Facet.ACTOR, actor).withOnly(Facet.THEME, theme.id());
            cells.add(new Cell(
                    Wording.grouped(count.sections()),
                    radius(count.sections(), max),
                    actor + "、" + theme.label() + "：" + Wording.count(count),
                    count.sections() == 0 ? null : filtered.url()));
        }
        return new Row(actor, cells);
    }

    private static int radius(long count, long max) {
        return count == 0 ? 0 : Math.max(MIN_RADIUS, (int) Math.round(MAX_RADIUS * Math.sqrt((double) count / max)));
    }
}
