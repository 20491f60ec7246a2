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

/// However many are refused or dropped, the log has a line a minute of it.
class StreamLogTest {

    private final FakeTime time = new FakeTime();
    private final StreamCounters ledger = new StreamCounters();
    private final StreamLog bulletin = new StreamLog(ledger, time::nanoTime);

    @AutoClose
    private final LogRecords log = new LogRecords(StreamLog.class);

    @BeforeEach
    void listen() {
        log.listen();
    }

    @Test
    void nothingIsSaidWhileNothingHappens() {
        pass(Duration.ofHours(1));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void firstRefusalIsToldAtOnceAndTheNextOnesTogetherAMinuteLater() {
        ledger.add(StreamCounter.REFUSALS_LIMIT, 1);
        pass(Duration.ofSeconds(1));
        ledger.add(StreamCounter.REFUSALS_LIMIT, 3000);
        ledger.add(StreamCounter.REFUSALS_ADDRESS_LIMIT, 20);
        pass(Duration.ofSeconds(58));
        assertThat(log.lines()).hasSize(1);
        ledger.add(StreamCounter.REFUSALS_LIMIT, 1);
        pass(Duration.ofSeconds(3));

        assertThat(log.lines())
                .containsExactly(
                        "Streams refused: 1 for want of a place (stream.subscribers), 0 as too many from one address"
                                + " (stream.subscribers-per-address), 0 at the end",
                        "Streams refused: 3,001 for want of a place (stream.subscribers), 20 as too many from one address"
                                + " (stream.subscribers-per-address), 0 at the end");
    }

    @Test
    void afterAQuietMinuteTheNextIsToldAtOnceAgain() {
        ledger.add(StreamCounter.DEPARTURES_STALLED, 2);
        pass(Duration.ofMinutes(3));
        ledger.add(StreamCounter.DEPARTURES_STALLED, 1);
        pass(Duration.ofSeconds(1));

        assertThat(log.lines())
                .containsExactly(
                        "Slow readers dropped: 2, which took no bytes until the write timed out",
                        "Slow readers dropped: 1, which took no bytes until the write timed out");
    }

    @Test
    void whoLeavesIsNoNews() {
        ledger.add(StreamCounter.DEPARTURES_LEFT, 1000);
        ledger.add(StreamCounter.CONNECTS_SNAPSHOT, 1000);
        pass(Duration.ofMinutes(2));

        assertThat(log.lines()).isEmpty();
    }

    private void pass(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            time.pass(Duration.ofSeconds(1));
            bulletin.tell();
        }
    }
}
