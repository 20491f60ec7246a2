package tickertape.tape.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Each wait has its class.
class WaitsTest {

    @Test
    void waitBelongsToTheFirstClassThatItDoesNotExceed() {
        assertThat(Waits.of(0)).isZero();
        assertThat(Waits.of(1_000_000)).isZero();
        assertThat(Waits.of(1_000_001)).isEqualTo(1);
        assertThat(Waits.of(Duration.ofSeconds(10).toNanos())).isEqualTo(Waits.CLASSES - 2);
        assertThat(Waits.of(Duration.ofDays(1).toNanos())).isEqualTo(Waits.CLASSES - 1);
    }
}
