package jirei.web.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Counts the requests of each address in the minute that runs. */
final class RequestRateLimiter {
    private static final long MINUTE = 60_000_000_000L;

    private final int most;
    private final LongSupplier nanoTime;
    private Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private long minute;

    /**
     * @param limit how many requests an address may make in a minute; 0 for any number
     */
    RequestRateLimiter(int limit, LongSupplier nanoTime) {
        this.most = limit;
        this.nanoTime = nanoTime;
    }

    /** Whether {@code address} may make one more. */
    boolean allows(String address) {
        return most == 0
                || ofThisMinute()
                                .computeIfAbsent(address, any -> new AtomicInteger())
                                .incrementAndGet()
                        <= most;
    }

    /** Those of the minute before go with it, so that their number stays bounded. */
    private synchronized Map<String, AtomicInteger> ofThisMinute() {
        long now = Math.floorDiv(nanoTime.getAsLong(), MINUTE);
        if (now != minute) {
            minute = now;
            counts = new ConcurrentHashMap<>();
        }
        return counts;
    }

    /** In how many seconds the next minute begins, 1 to 60. */
    int secondsToWait() {
        return (int) (60 - Math.floorMod(nanoTime.getAsLong(), MINUTE) / 1_000_000_000L);
    }
}
