package tickertape.chat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// However long somebody goes on, no more is remembered than counts.
class SendLimitsTest {

    private static final int RATE = 5;

    private final FakeTime time = new FakeTime();
    private final SendLimits limits = new SendLimits(RATE, time::nanoTime);

    @Test
    void whoOnlyChangesMessagesFillsNoMemory() {
        for (int i = 0; i < 1_000; i++) {
            limits.acceptChange("ann", "floor", "text " + i);
            time.pass(Duration.ofSeconds(3));
        }

        // Those of half a minute, in which the same must not be said again.
        assertThat(limits.remembered("ann")).isEqualTo(10);
        assertThat(limits.remembered("ben")).isZero();
    }
}
