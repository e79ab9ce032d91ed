package jirei;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that changes only when it is moved. Thread-safe. */
public final class MovableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-22T20:00:00Z");

    public void move(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Tokyo");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the zone is fixed");
    }
}
