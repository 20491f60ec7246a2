package tickertape.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// A monitor reports late progress.
class ProgressMonitorTest {

    private final FakeTime time = new FakeTime();
    private final ProgressMonitor progress = new ProgressMonitor(Duration.ofSeconds(5), time::nanoTime);

    @Test
    void beatsUntilItHasBeenSilentForTooLong() {
        assertThat(progress.isOnTime()).as("from the start").isTrue();
        time.pass(Duration.ofSeconds(5));
        assertThat(progress.isOnTime()).isTrue();

        time.pass(Duration.ofNanos(1));

        assertThat(progress.isOnTime()).isFalse();
    }

    @Test
    void beatsAgainWithTheNextBeat() {
        time.pass(Duration.ofHours(1));

        progress.record();

        assertThat(progress.isOnTime()).isTrue();
    }
}
