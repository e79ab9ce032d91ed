package jirei.search;

/**
 * Number of matches, exact or a lower bound. Immutable.
 *
 * @param sections number of matching sections
 * @param cases number of cases with a matching section
 * @param exact whether the numbers are exact; otherwise they are lower bounds
 */
public record HitCount(long sections, long cases, boolean exact) {
    /** No match, exact. */
    public static final HitCount NONE = new HitCount(0, 0);

    /** Creates an exact count. */
    public HitCount(long sections, long cases) {
        this(sections, cases, true);
    }

    /** Returns this count as a lower bound, for a search that was stopped by its deadline. */
    public HitCount asLowerBound() {
        return new HitCount(sections, cases, false);
    }
}
