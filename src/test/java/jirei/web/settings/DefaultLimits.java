package jirei.web.settings;

import java.time.Duration;

/** The default limits, but with times that no test reaches on a slow machine. */
public final class DefaultLimits {
    /** Longer than any request of a test takes. */
    public static final Duration AMPLE = Duration.ofMinutes(10);

    private static final WebLimits DEFAULT = WebLimits.DEFAULT;

    private DefaultLimits() {}

    public static WebLimits withAmpleTime() {
        return of(DEFAULT.requestsPerMinute(), DEFAULT.notice());
    }

    public static WebLimits withRequestsPerMinute(int limit) {
        return of(limit, DEFAULT.notice());
    }

    public static WebLimits withNotice(Duration notice) {
        return of(DEFAULT.requestsPerMinute(), notice);
    }

    private static WebLimits of(int requestsPerMinute, Duration notice) {
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
                AMPLE,
                AMPLE,
                AMPLE,
                notice);
    }
}
