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
 * Which actors act in which themes, as a table of bubbles.
 *
 * @param themes the columns
 * @param rows the actors of which anything is found
 */
public record MatrixChart(List<Theme> themes, List<Row> rows) {
    /** The greatest radius, which fills a cell. */
    private static final double FULL = 19;

    private static final int MIN_VALUES = 3;

    public MatrixChart {
        themes = List.copyOf(themes);
        rows = List.copyOf(rows);
    }

    /** An actor with a cell for each theme. */
    public record Row(String actor, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * An actor in a theme.
     *
     * @param count how many sections, as a number
     * @param radius how great its bubble is: its area grows with the count
     * @param spoken actor, theme, sections and cases in words
     * @param url the search with just these two chosen; null where nothing would be found
     */
    public record Cell(String count, int radius, String spoken, @Nullable String url) {}

    /**
     * {@code matrix} of actors and themes.
     *
     * @param actors all actors, in the order of the rows
     */
    static MatrixChart of(SearchState search, FacetCrossTab matrix, Collection<String> actors) {
        Set<String> found =
                matrix.counts().keySet().stream().map(FacetCrossTab.Cell::row).collect(Collectors.toSet());
        long limit = matrix.counts().values().stream()
                .mapToLong(HitCount::sections)
                .max()
                .orElse(0);
        // a corpus may hold actors that the lexicon has no more
        List<Row> rows = Stream.concat(actors.stream(), found.stream().sorted())
                .distinct()
                .filter(found::contains)
                .map(actor -> row(search, matrix, actor, limit))
                .toList();
        return new MatrixChart(List.of(Theme.values()), rows);
    }

    private static Row row(SearchState search, FacetCrossTab matrix, String actor, long limit) {
        List<Cell> cells = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            HitCount count = matrix.at(actor, theme.letter());
            SearchState chosen = search.choosing(Facet.ACTOR, actor).choosing(Facet.THEME, theme.letter());
            cells.add(new Cell(
                    Wording.grouped(count.sections()),
                    radius(count.sections(), limit),
                    actor + "、" + theme.label() + "：" + Wording.count(count),
                    count.sections() == 0 ? null : chosen.url()));
        }
        return new Row(actor, cells);
    }

    private static int radius(long count, long limit) {
        return count == 0 ? 0 : Math.max(MIN_VALUES, (int) Math.round(FULL * Math.sqrt((double) count / limit)));
    }
}
