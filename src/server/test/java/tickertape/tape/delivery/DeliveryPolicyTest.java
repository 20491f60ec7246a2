package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// Retries are spread, silence is measured by the monotonic clock.
class DeliveryPolicyTest {

    private final FakeTime time = new FakeTime();
    private final DeliveryPolicy policy = Streams.policy(time, Duration.ofMinutes(10));

    @Test
    void retriesAreSpreadAroundTheSetting() {
        var retries = LongStream.generate(policy::retryMillis).limit(10_000).summaryStatistics();

        assertThat(retries.getMin()).isBetween(1500L, 1510L);
        assertThat(retries.getMax()).isBetween(4490L, 4500L);
        assertThat(retries.getAverage()).isBetween(2950.0, 3050.0);
    }

    @Test
    void silenceIsTooLongFromTheHeartbeatOn() {
        long written = time.nanoTime();

        time.pass(Duration.ofSeconds(15).minusNanos(1));
        assertThat(policy.silent(written, time.nanoTime())).isFalse();
        time.pass(Duration.ofNanos(1));
        assertThat(policy.silent(written, time.nanoTime())).isTrue();
    }

    @Test
    void lifetimesAreSpreadAroundTheRotation() {
        var minutes = LongStream.generate(policy::lifetimeNanos)
                .limit(10_000)
                .map(nanos -> Duration.ofNanos(nanos).toSeconds())
                .summaryStatistics();

        assertThat(minutes.getMin()).isBetween(300L, 303L);
        assertThat(minutes.getMax()).isBetween(897L, 900L);
    }

    @Test
    void withoutRotationAStreamMayLiveForEver() {
        assertThat(Streams.policy(time, Duration.ZERO).lifetimeNanos()).isEqualTo(Long.MAX_VALUE);
    }
}
