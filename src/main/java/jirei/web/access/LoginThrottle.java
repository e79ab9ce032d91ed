package jirei.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import jirei.library.editors.Editor;
import org.jspecify.annotations.Nullable;

/**
 * Limits wrong passwords, for each client address and for each name: after some, the wait doubles with each further one.
 * The wait for a name is short, so that nobody can keep its editor out for long. Thread-safe.
 */
final class LoginThrottle {
    private static final int FREE_OF_ADDRESS = 5;
    private static final int FREE_OF_NAME = 10;
    private static final Duration LONGEST_OF_ADDRESS = Duration.ofMinutes(15);
    private static final Duration LONGEST_OF_NAME = Duration.ofMinutes(1);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MAX_REMEMBERED = 20_000;

    private final InstantSource clock;
    private final Cache<String, Failures> failures;

    /**
     * The failures of an address or a name. Immutable.
     *
     * @param until the time of the next attempt, in milliseconds since the epoch
     */
    private record Failures(int count, long until) {
        private static final Failures NONE = new Failures(0, 0);

        Failures another(long now, int free, Duration longest) {
            int beyond = Math.min(count + 1 - free, 20);
            long wait = beyond < 0 ? 0 : Math.min(1_000L << beyond, longest.toMillis());
            return new Failures(count + 1, now + wait);
        }
    }

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .expireAfterWrite(MEMORY)
                .maximumSize(MAX_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * Counts an attempt as failed, until {@link #succeed}, so that many at once are counted as well.
     *
     * @return the seconds to wait, rounded up; 0 if the password may be checked now
     */
    synchronized long attempt(String address, String name) {
        long now = clock.millis();
        Failures ofAddress = of(addressKey(address));
        Failures ofName = of(nameKey(name));
        long wait = Math.max(ofAddress.until(), ofName.until()) - now;
        if (wait > 0) {
            return Math.ceilDiv(wait, 1_000L);
        }
        failures.put(addressKey(address), ofAddress.another(now, FREE_OF_ADDRESS, LONGEST_OF_ADDRESS));
        failures.put(nameKey(name), ofName.another(now, FREE_OF_NAME, LONGEST_OF_NAME));
        return 0;
    }

    /** Forgets the failures of {@code address} and {@code name}. */
    synchronized void succeed(String address, String name) {
        failures.invalidate(addressKey(address));
        failures.invalidate(nameKey(name));
    }

    private Failures of(String key) {
        @Nullable Failures known = failures.getIfPresent(key);
        return known == null ? Failures.NONE : known;
    }

    /** One subscriber has all addresses of an IPv6 network of 64 bits. */
    private static String addressKey(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 8
                ? "address " + address
                : "address " + String.join(":", java.util.List.of(groups).subList(0, 4));
    }

    private static String nameKey(String name) {
        return Editor.isName(name) ? "name " + name : "no name";
    }
}
