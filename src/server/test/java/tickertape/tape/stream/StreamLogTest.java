package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.metrics.StreamCounters;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;

/// However many streams are refused or dropped, the log has one line a minute about it.
class StreamLogTest {

    private final FakeTime time = new FakeTime();
    private final StreamCounters counters = new StreamCounters();
    private final StreamLog streamLog = new StreamLog(counters, time::nanoTime);

    @AutoClose
    private final LogRecords log = new LogRecords(StreamLog.class);

    @BeforeEach
    void listen() {
        log.listen();
    }

    @Test
    void nothingIsLoggedWhileNothingHappens() {
        pass(Duration.ofHours(1));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void firstRefusalIsLoggedAtOnceAndTheNextOnesTogetherAMinuteLater() {
        counters.add(StreamCounter.REFUSALS_LIMIT, 1);
        pass(Duration.ofSeconds(1));
        counters.add(StreamCounter.REFUSALS_LIMIT, 3000);
        counters.add(StreamCounter.REFUSALS_ADDRESS_LIMIT, 20);
        pass(Duration.ofSeconds(58));
        assertThat(log.lines()).hasSize(1);
        counters.add(StreamCounter.REFUSALS_LIMIT, 1);
        pass(Duration.ofSeconds(3));

        assertThat(log.lines())
                .containsExactly(
                        "Streams refused: 1 at the limit (stream.subscribers), 0 at the limit of one address"
                                + " (stream.subscribers-per-address), 0 at shutdown",
                        "Streams refused: 3001 at the limit (stream.subscribers), 20 at the limit of one address"
                                + " (stream.subscribers-per-address), 0 at shutdown");
    }

    @Test
    void afterAQuietMinuteTheNextIsLoggedAtOnceAgain() {
        counters.add(StreamCounter.DEPARTURES_STALLED, 2);
        pass(Duration.ofMinutes(3));
        counters.add(StreamCounter.DEPARTURES_STALLED, 1);
        pass(Duration.ofSeconds(1));

        assertThat(log.lines())
                .containsExactly(
                        "Slow readers dropped: 2, which took no bytes until the write timed out",
                        "Slow readers dropped: 1, which took no bytes until the write timed out");
    }

    @Test
    void clientThatLeavesIsNotLogged() {
        counters.add(StreamCounter.DEPARTURES_LEFT, 1000);
        counters.add(StreamCounter.CONNECTS_SNAPSHOT, 1000);
        pass(Duration.ofMinutes(2));

        assertThat(log.lines()).isEmpty();
    }

    private void pass(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            time.pass(Duration.ofSeconds(1));
            streamLog.update();
        }
    }
}
