package jirei.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jirei.MovableClock;
import org.junit.jupiter.api.Test;

/** The wait grows with each wrong password. */
class LoginThrottleTest {
    private final MovableClock clock = new MovableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void theWaitOfAnAddressDoublesUpToAQuarterOfAnHour() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long wait = throttle.attempt("203.0.113.5", "name" + i);
            if (wait > 0) {
                waits.add(wait);
                clock.move(Duration.ofSeconds(wait));
                throttle.attempt("203.0.113.5", "name" + i);
            }
        }

        assertThat(waits).startsWith(1L, 2L, 4L, 8L).endsWith(900L, 900L);
    }

    @Test
    void theWaitOfANameIsShort() {
        long longest = 0;
        for (int i = 0; i < 40; i++) {
            long wait = throttle.attempt("203.0.113." + i, "山田");
            longest = Math.max(longest, wait);
            clock.move(Duration.ofSeconds(wait));
            throttle.attempt("198.51.100." + i, "山田");
        }

        assertThat(longest).isEqualTo(60);
    }

    @Test
    void addressesOfOneNetworkCountTogether() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.attempt("2001:db8:0:1:0:0:0:" + i, "name" + i)).isZero();
        }

        assertThat(throttle.attempt("2001:db8:0:1:9:9:9:9", "山田")).isEqualTo(1);
        assertThat(throttle.attempt("2001:db8:0:2:0:0:0:1", "佐藤")).isZero();
    }

    @Test
    void failuresAreForgottenAfterAnHour() {
        for (int i = 0; i < 5; i++) {
            throttle.attempt("203.0.113.5", "山田");
        }
        clock.move(Duration.ofMinutes(61));

        for (int i = 0; i < 5; i++) {
            assertThat(throttle.attempt("203.0.113.5", "山田")).isZero();
        }
    }
}
