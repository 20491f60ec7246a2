package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// Retries are spread, silence is measured by the monotonic clock.
class TermsTest {

    private final FakeTime time = new FakeTime();
    private final Terms terms = new Terms(
            "1.0", Duration.ofSeconds(15), Duration.ofSeconds(3), time, time::nanoTime, new SplittableRandom(1));

    @Test
    void retriesAreSpreadAroundTheSetting() {
        var retries = LongStream.generate(terms::retryMillis).limit(10_000).summaryStatistics();

        assertThat(retries.getMin()).isBetween(1500L, 1510L);
        assertThat(retries.getMax()).isBetween(4490L, 4500L);
        assertThat(retries.getAverage()).isBetween(2950.0, 3050.0);
    }

    @Test
    void silenceIsTooLongFromTheHeartbeatOn() {
        long written = time.nanoTime();

        time.pass(Duration.ofSeconds(15).minusNanos(1));
        assertThat(terms.silentSince(written)).isFalse();
        time.pass(Duration.ofNanos(1));
        assertThat(terms.silentSince(written)).isTrue();
    }
}
