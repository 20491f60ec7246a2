package tickertape.tape.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Each wait has its class.
class LatencyBucketsTest {

    @Test
    void waitBelongsToTheFirstClassThatItDoesNotExceed() {
        assertThat(LatencyBuckets.of(0)).isZero();
        assertThat(LatencyBuckets.of(1_000_000)).isZero();
        assertThat(LatencyBuckets.of(1_000_001)).isEqualTo(1);
        assertThat(LatencyBuckets.of(Duration.ofSeconds(10).toNanos())).isEqualTo(LatencyBuckets.COUNT - 2);
        assertThat(LatencyBuckets.of(Duration.ofDays(1).toNanos())).isEqualTo(LatencyBuckets.COUNT - 1);
    }
}
