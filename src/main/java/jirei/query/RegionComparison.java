package jirei.query;

import jirei.cases.RegionFigures;
import jirei.cases.RegionWeights;

/**
 * A region to which cases are compared (うちに似た自治体). Immutable.
 *
 * @param region figures of the region, at least one; the name may be empty
 * @param weights how much each indicator counts
 * @param top number of most similar cases to which the search is filtered, 1 to {@value #MAX_CASES}; {@link #ALL} for
 *     no filter
 */
public record RegionComparison(RegionFigures region, RegionWeights weights, int top) {
    /** Cases can be sorted by similarity, but none is filtered out. */
    public static final int ALL = 0;
    /** The maximum of {@code top}. */
    public static final int MAX_CASES = 1_000;

    /**
     * @throws IllegalArgumentException if no figure is known or {@code top} is out of range
     */
    public RegionComparison {
        if (region.figures().isEmpty()) {
            throw new IllegalArgumentException("region must have at least one figure");
        }
        if (top < 0 || top > MAX_CASES) {
            throw new IllegalArgumentException("top must be 0 to " + MAX_CASES + ", got " + top);
        }
    }

    /** Returns a comparison in which every indicator counts the same. */
    public RegionComparison(RegionFigures region, int top) {
        this(region, RegionWeights.EQUAL, top);
    }
}
