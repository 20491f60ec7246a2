package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.LogRecords;

/// How often a failed request is logged.
class FailureLogTest {

    private final AtomicLong now = new AtomicLong();
    private final FailureLog failures = new FailureLog(System.getLogger(FailureLogTest.class.getName()), now::get);

    @AutoClose
    private final LogRecords log = new LogRecords(FailureLogTest.class);

    @BeforeEach
    void listen() {
        log.listen();
    }

    @Test
    void aFewFailuresAreLoggedInFull() {
        fail(5);

        assertThat(log.lines()).hasSize(5).containsOnly("a request failed");
        assertThat(log.failures()).hasSize(5);
    }

    @Test
    void ofManyTheRestOfTheMinuteIsCounted() {
        fail(1_000);

        assertThat(log.lines()).hasSize(6).last().isEqualTo("more requests fail; for a minute they are only counted");
        assertThat(log.failures()).hasSize(5);
    }

    @Test
    void howManyThereWereIsSaidWithTheNextOne() {
        fail(1_000);
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        fail(1);

        assertThat(log.lines()).endsWith("995 more requests failed", "a request failed");
        assertThat(log.failures()).hasSize(6);
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(_ -> failures.add(new IllegalStateException("on purpose")));
    }
}
