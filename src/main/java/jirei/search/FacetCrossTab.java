package jirei.search;

import java.util.Map;
import jirei.query.Facet;

/**
 * Cross tabulation of two facets (行列). Immutable.
 *
 * @param rows facet of the rows
 * @param columns facet of the columns
 * @param counts hit count by cell: that of the request with only the two values of the cell selected in these facets
 *     and its other filters unchanged; empty cells are left out
 */
public record FacetCrossTab(Facet rows, Facet columns, Map<Cell, HitCount> counts) {
    public FacetCrossTab {
        counts = Map.copyOf(counts);
    }

    /**
     * A pair of canonical values. Immutable.
     *
     * @param row value of the row facet
     * @param column value of the column facet
     */
    public record Cell(String row, String column) {}

    /** Returns the hit count of a cell; {@link HitCount#NONE} if it is empty. */
    public HitCount at(String row, String column) {
        return counts.getOrDefault(new Cell(row, column), HitCount.NONE);
    }
}
