package jirei.query;

import jirei.cases.RegionFigures;

/**
 * A region to which cases are compared (うちに似た自治体).
 *
 * @param region its figures, at least one, and its name, which may be empty
 * @param top to how many cases, the most alike, the search is narrowed, 1 to {@value #MAX_CASES}; {@link #ALL} for no
 *     narrowing
 */
public record RegionComparison(RegionFigures region, int top) {
    /** Cases are ordered by likeness, but none is left out. */
    public static final int ALL = 0;
    /** The most cases that one can narrow to. */
    public static final int MAX_CASES = 1_000;

    /**
     * @throws IllegalArgumentException if no figure is known or {@code top} is out of range
     */
    public RegionComparison {
        if (region.figures().isEmpty()) {
            throw new IllegalArgumentException("a region without figures is like nothing");
        }
        if (top < 0 || top > MAX_CASES) {
            throw new IllegalArgumentException("top must be 0 to " + MAX_CASES + ", got " + top);
        }
    }
}
