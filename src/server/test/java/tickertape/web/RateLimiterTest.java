package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// How often an address may write.
class RateLimiterTest {

    private final FakeTime time = new FakeTime();
    private final RateLimiter rate = new RateLimiter(60, time::nanoTime);

    @Test
    void writesBeyondTheLimitHaveToWait() {
        use(60, "10.0.0.1");

        assertThat(rate.secondsToWait("10.0.0.1")).hasValue(1);
        assertThat(rate.secondsToWait("10.0.0.2")).as("of another address").isEmpty();
    }

    @Test
    void whoHasWaitedMayWriteAgain() {
        use(60, "10.0.0.1");
        time.pass(Duration.ofMillis(1_100));

        assertThat(rate.secondsToWait("10.0.0.1")).isEmpty();
        assertThat(rate.secondsToWait("10.0.0.1")).isPresent();
    }

    @Test
    void onlySoManyAddressesAreRemembered() {
        use(60, "10.0.0.1");
        for (int i = 0; i < RateLimiter.REMEMBERED; i++) {
            use(1, "192.0.2." + i);
        }

        assertThat(rate.secondsToWait("10.0.0.1")).isEmpty();
    }

    private void use(int writes, String address) {
        for (int i = 0; i < writes; i++) {
            assertThat(rate.secondsToWait(address)).isEmpty();
        }
    }
}
