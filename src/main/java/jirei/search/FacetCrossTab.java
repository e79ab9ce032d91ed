package jirei.search;

import java.util.Map;
import jirei.query.Facet;

/**
 * How much is found for each pair of values of two facets (行列).
 *
 * @param rows the facet of the rows
 * @param columns the facet of the columns
 * @param counts what is found when just the two values of the cell are chosen in these facets, all other filters staying;
 *     cells with nothing are left out
 */
public record FacetCrossTab(Facet rows, Facet columns, Map<Cell, HitCount> counts) {
    public FacetCrossTab {
        counts = Map.copyOf(counts);
    }

    /** A pair of values as the index holds them. */
    public record Cell(String row, String column) {}

    /** What is found for {@code row} and {@code column}. */
    public HitCount at(String row, String column) {
        return counts.getOrDefault(new Cell(row, column), HitCount.NONE);
    }
}
