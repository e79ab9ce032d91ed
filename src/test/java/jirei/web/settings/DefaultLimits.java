package jirei.web.settings;

import java.time.Duration;

/** The usual limits but for one. */
public final class DefaultLimits {
    private static final WebLimits USUAL = WebLimits.USUAL;

    private DefaultLimits() {}

    public static WebLimits withRequestsPerMinute(int most) {
        return of(most, USUAL.search(), USUAL.notice());
    }

    public static WebLimits withSearch(Duration most) {
        return of(USUAL.requestsPerMinute(), most, USUAL.notice());
    }

    public static WebLimits withNotice(Duration notice) {
        return of(USUAL.requestsPerMinute(), USUAL.search(), notice);
    }

    private static WebLimits of(int requestsPerMinute, Duration search, Duration notice) {
        return new WebLimits(
                USUAL.queryCharacters(),
                USUAL.deepestHit(),
                USUAL.hitsPerPage(),
                USUAL.facetValues(),
                USUAL.parameters(),
                USUAL.headBytes(),
                USUAL.bodyBytes(),
                USUAL.connections(),
                USUAL.requestsAtOnce(),
                requestsPerMinute,
                search,
                USUAL.idle(),
                USUAL.stop(),
                notice);
    }
}
