package dev.dockhand.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private Instant now = Instant.parse("2026-11-27T00:00:00Z");
    private final RateLimit limit = new RateLimit(2, Duration.ofMinutes(15), () -> now);

    @Test
    void aCallerIsRefusedUntilTheFailuresAreOld() {
        limit.failed("10.0.0.1");
        assertThat(limit.isExceeded("10.0.0.1")).isFalse();
        limit.failed("10.0.0.1");
        assertThat(limit.isExceeded("10.0.0.1")).isTrue();
        assertThat(limit.isExceeded("10.0.0.2")).isFalse();
        now = now.plus(Duration.ofMinutes(16));
        assertThat(limit.isExceeded("10.0.0.1")).isFalse();
    }

    @Test
    void askingRemembersNobodyAndFailingABoundedNumber() {
        for (int i = 0; i < 20_000; i++) {
            limit.isExceeded("asks-" + i);
        }
        assertThat(limit.callers()).isZero();
        for (int i = 0; i < 20_000; i++) {
            limit.failed("fails-" + i);
        }
        assertThat(limit.callers()).isEqualTo(10_000);
    }
}
