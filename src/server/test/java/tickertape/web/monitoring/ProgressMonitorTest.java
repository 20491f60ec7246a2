package tickertape.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// What has not beaten for too long beats no more.
class ProgressMonitorTest {

    private final FakeTime time = new FakeTime();
    private final ProgressMonitor pulse = new ProgressMonitor(Duration.ofSeconds(5), time::nanoTime);

    @Test
    void beatsUntilItHasBeenSilentForTooLong() {
        assertThat(pulse.beats()).as("from the start").isTrue();
        time.pass(Duration.ofSeconds(5));
        assertThat(pulse.beats()).isTrue();

        time.pass(Duration.ofNanos(1));

        assertThat(pulse.beats()).isFalse();
    }

    @Test
    void beatsAgainWithTheNextBeat() {
        time.pass(Duration.ofHours(1));

        pulse.beat();

        assertThat(pulse.beats()).isTrue();
    }
}
