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
 */
public record Bulkheads(Bulkhead searches, Bulkhead pages, Bulkhead exports) {
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
                        limits.times().search()));
    }

    List<Bulkhead> all() {
        return List.of(searches, pages, exports);
    }
}
