package jirei.search;

/**
 * A value of a facet and how much is found when it is chosen (値と件数).
 *
 * @param value the value as the index holds it
 * @param count how much is found
 * @param selected whether it is chosen now; chosen values are shown even at a count of 0
 * @param excluded whether it is excluded now, likewise; the count is then what is found when it is chosen instead
 */
public record FacetCount(String value, HitCount count, boolean selected, boolean excluded) {
    /** A value that isn't excluded. */
    public FacetCount(String value, HitCount count, boolean selected) {
        this(value, count, selected, false);
    }
}
