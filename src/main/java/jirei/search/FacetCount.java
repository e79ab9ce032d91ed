package jirei.search;

/**
 * A value of a facet and the hit count if it is selected (値と件数). Immutable.
 *
 * @param value canonical value
 * @param count hit count of the request with this value selected
 * @param selected whether the value is selected in the request; selected values are listed even with a count of 0
 * @param excluded whether the value is excluded in the request; excluded values are listed even with a count of 0, and
 *     the count is that of selecting the value instead
 */
public record FacetCount(String value, HitCount count, boolean selected, boolean excluded) {
    /** Creates the count of a value that is not excluded. */
    public FacetCount(String value, HitCount count, boolean selected) {
        this(value, count, selected, false);
    }
}
