package jirei.web.server;

import java.util.List;
import jirei.web.settings.WebLimits;

/**
 * The bulkheads of the server. Together they have more permits than there are processors, and the operating system
 * shares the processors among the threads. Immutable.
 *
 * @param searches searches and suggestions
 * @param pages cases, comparisons, charts and lists, including their rendering
 * @param exports parts of exported files: a page of hits is one task
 * @param logins checks of passwords
 * @param originals pages of originals, most of whose time is spent in other processes
 */
public record Bulkheads(Bulkhead searches, Bulkhead pages, Bulkhead exports, Bulkhead logins, Bulkhead originals) {
    /** Hashing a password occupies a processor for about 0.3 seconds. */
    private static final int CONCURRENT_LOGINS = 2;
    /** Pages that are made and pages that are kept together. */
    private static final int CONCURRENT_ORIGINALS = 8;

    /** Returns the bulkheads for {@code limits}. Work waits as long as a search may take. */
    public static Bulkheads of(WebLimits limits) {
        return new Bulkheads(
                new Bulkhead(
                        "search",
                        limits.load().concurrentSearches(),
                        limits.times().search()),
                new Bulkhead(
                        "page",
                        limits.load().concurrentSearches(),
                        limits.times().search()),
                new Bulkhead(
                        "export",
                        limits.load().concurrentExports(),
                        limits.times().search()),
                new Bulkhead("login", CONCURRENT_LOGINS, limits.times().search()),
                new Bulkhead("original", CONCURRENT_ORIGINALS, limits.times().search()));
    }

    List<Bulkhead> all() {
        return List.of(searches, pages, exports, logins, originals);
    }
}
