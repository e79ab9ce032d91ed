package jirei.search;

/**
 * Number of cases whose title, place or parent heading matches, apart from the text of their sections. Such a match is
 * counted once for the case. Immutable.
 *
 * @param cases number of cases with such a match
 * @param listed number of those cases without a match in the text of a section, each counted and listed by its first
 *     section
 */
public record ContextCount(long cases, long listed) {
    /** No such match. */
    public static final ContextCount NONE = new ContextCount(0, 0);
}
