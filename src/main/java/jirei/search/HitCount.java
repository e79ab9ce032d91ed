package jirei.search;

/**
 * How much matches.
 *
 * @param sections how many sections
 * @param cases in how many cases they stand
 * @param exact whether it was counted to the end; else there may be more
 */
public record HitCount(long sections, long cases, boolean exact) {
    /** Nothing. */
    public static final HitCount NONE = new HitCount(0, 0);

    /** Counted to the end. */
    public HitCount(long sections, long cases) {
        this(sections, cases, true);
    }

    /** The same, counted until the time was over. */
    public HitCount asLowerBound() {
        return new HitCount(sections, cases, false);
    }
}
