package jirei.search;

/**
 * How much matches, counted to the end.
 *
 * @param sections how many sections
 * @param cases in how many cases they stand
 */
public record HitCount(long sections, long cases) {
    /** Nothing. */
    public static final HitCount NONE = new HitCount(0, 0);
}
