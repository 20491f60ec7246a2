package tickertape.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;

/// However often something happens, the log has a line a minute of it.
class AggregateLogTest {

    private final FakeTime time = new FakeTime();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong found = new AtomicLong();
    private final AggregateLog aggregate = new AggregateLog(
            System.getLogger(AggregateLogTest.class.getName()),
            Level.WARNING,
            time::nanoTime,
            "{0} lost, {1} found",
            lost::get,
            found::get);

    @AutoClose
    private final LogRecords log = new LogRecords(AggregateLogTest.class);

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
    void beginningIsLoggedAtOnceAndTheRestTogetherEachMinute() {
        lost.addAndGet(1);
        pass(Duration.ofSeconds(1));
        lost.addAndGet(3_000);
        found.addAndGet(2);
        pass(Duration.ofSeconds(58));
        assertThat(log.lines()).containsExactly("1 lost, 0 found");

        pass(Duration.ofSeconds(3));

        assertThat(log.lines()).containsExactly("1 lost, 0 found", "3000 lost, 2 found");
    }

    @Test
    void afterAQuietMinuteTheNextIsLoggedAtOnceAgain() {
        lost.addAndGet(1);
        pass(Duration.ofMinutes(3));
        lost.addAndGet(1);
        pass(Duration.ofSeconds(1));

        assertThat(log.lines()).containsExactly("1 lost, 0 found", "1 lost, 0 found");
    }

    @Test
    void failureIsLoggedWithItsStackTraceAndTheSameLine() {
        Exception failure = new IllegalStateException("no disk");
        lost.addAndGet(2);

        aggregate.update(failure);

        assertThat(log.lines()).containsExactly("2 lost, 0 found");
        assertThat(log.failures()).containsExactly(failure);
    }

    private void pass(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            time.pass(Duration.ofSeconds(1));
            aggregate.update();
        }
    }
}
