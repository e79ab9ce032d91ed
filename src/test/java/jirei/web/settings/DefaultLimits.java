package jirei.web.settings;

import java.time.Duration;

/** The usual limits but for one. */
public final class DefaultLimits {
    private static final WebLimits DEFAULT = WebLimits.DEFAULT;

    private DefaultLimits() {}

    public static WebLimits withRequestsPerMinute(int limit) {
        return of(limit, DEFAULT.search(), DEFAULT.notice());
    }

    public static WebLimits withSearch(Duration max) {
        return of(DEFAULT.requestsPerMinute(), max, DEFAULT.notice());
    }

    public static WebLimits withNotice(Duration notice) {
        return of(DEFAULT.requestsPerMinute(), DEFAULT.search(), notice);
    }

    private static WebLimits of(int requestsPerMinute, Duration search, Duration notice) {
        return new WebLimits(
                DEFAULT.queryCharacters(),
                DEFAULT.deepestHit(),
                DEFAULT.hitsPerPage(),
                DEFAULT.facetValues(),
                DEFAULT.parameters(),
                DEFAULT.headBytes(),
                DEFAULT.bodyBytes(),
                DEFAULT.connections(),
                DEFAULT.requestsAtOnce(),
                requestsPerMinute,
                search,
                DEFAULT.idle(),
                DEFAULT.stop(),
                notice);
    }
}
