package jirei.web.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Limits the requests of each client address per calendar minute. Thread-safe. */
final class RequestRateLimiter {
    private static final long MINUTE = 60_000_000_000L;

    private final int limit;
    private final LongSupplier nanoTime;
    private Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private long minute;

    /**
     * @param limit the maximum number of requests per minute of an address; 0 for no limit
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    RequestRateLimiter(int limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /** Counts a request and returns whether it is within the limit. */
    boolean allows(String address) {
        return limit == 0
                || currentCounts()
                                .computeIfAbsent(address, any -> new AtomicInteger())
                                .incrementAndGet()
                        <= limit;
    }

    /** Drops the counts of the previous minute, so that their number is bounded. */
    private synchronized Map<String, AtomicInteger> currentCounts() {
        long now = Math.floorDiv(nanoTime.getAsLong(), MINUTE);
        if (now != minute) {
            minute = now;
            counts = new ConcurrentHashMap<>();
        }
        return counts;
    }

    /** The number of seconds until the next minute, 1 to 60. */
    int secondsToWait() {
        return (int) (60 - Math.floorMod(nanoTime.getAsLong(), MINUTE) / 1_000_000_000L);
    }
}
