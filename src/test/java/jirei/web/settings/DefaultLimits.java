package jirei.web.settings;

import java.time.Duration;

/** The default limits with times that no test reaches on a slow machine. Stateless. */
public final class DefaultLimits {
    /** Longer than any request of a test takes. */
    public static final Duration AMPLE = Duration.ofMinutes(10);

    public static final WebLimits.TimeLimits AMPLE_TIMES = new WebLimits.TimeLimits(
            AMPLE, AMPLE, AMPLE, WebLimits.DEFAULT.times().drain());

    private DefaultLimits() {}

    public static WebLimits withAmpleTime() {
        return of(WebLimits.DEFAULT.load(), AMPLE_TIMES);
    }

    public static WebLimits withRequestsPerMinute(int limit) {
        WebLimits.LoadLimits load = WebLimits.DEFAULT.load();
        return of(new WebLimits.LoadLimits(load.connections(), load.concurrentRequests(), limit), AMPLE_TIMES);
    }

    public static WebLimits withDrain(Duration drain) {
        return of(WebLimits.DEFAULT.load(), new WebLimits.TimeLimits(AMPLE, AMPLE, AMPLE, drain));
    }

    private static WebLimits of(WebLimits.LoadLimits load, WebLimits.TimeLimits times) {
        return new WebLimits(WebLimits.DEFAULT.search(), WebLimits.DEFAULT.request(), load, times);
    }
}
