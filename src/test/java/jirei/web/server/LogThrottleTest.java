package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogThrottleTest {
    private static final long MINUTE = 60_000_000_000L;

    private final long[] now = {5};
    private final List<String> messages = new ArrayList<>();
    private final LogThrottle throttle = new LogThrottle(2, () -> now[0]);

    private void log(int times) {
        for (int i = 0; i < times; i++) {
            throttle.log(more -> messages.add("failed" + more));
        }
    }

    @Test
    void messagesBeyondTheLimitAreDroppedAndCounted() {
        log(1_000);
        assertThat(messages).containsExactly("failed", "failed");

        now[0] += MINUTE;
        log(1);
        assertThat(messages).last().isEqualTo("failed (998 similar messages dropped)");

        now[0] += MINUTE;
        log(1);
        assertThat(messages).last().isEqualTo("failed");
    }
}
