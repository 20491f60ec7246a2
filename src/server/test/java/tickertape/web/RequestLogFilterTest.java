package tickertape.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.LogRecords;

/// How much of what others log of requests comes into the log.
class RequestLogFilterTest {

    private final Logger logger = Logger.getLogger(RequestLogFilter.LOGGERS.getFirst());
    private final AtomicLong now = new AtomicLong();
    private final RequestLogFilter filter = new RequestLogFilter(now::get);

    @AutoClose
    private final LogRecords theirs = new LogRecords(RequestLogFilter.LOGGERS.getFirst());

    @AutoClose
    private final LogRecords ours = new LogRecords(RequestLogFilter.class);

    @BeforeEach
    void install() {
        theirs.listen();
        ours.listen();
        filter.install();
    }

    @AfterEach
    void remove() {
        filter.remove();
    }

    @Test
    void ofManyFailuresInAMinuteAFewAreLogged() {
        fail(1_000);
        assertThat(theirs.failures()).hasSize(5);
        assertThat(ours.lines()).containsExactly("more requests fail; for a minute they are only counted");

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        fail(1);
        assertThat(theirs.failures()).hasSize(6);
        assertThat(ours.lines()).last().isEqualTo("995 more requests failed");
    }

    @Test
    void whatIsNoFailureIsLogged() {
        IntStream.range(0, 100).forEach(_ -> logger.info("deployed"));

        assertThat(theirs.lines()).hasSize(100);
        assertThat(ours.lines()).isEmpty();
    }

    @Test
    void allLoggersTogetherHaveSoMany() {
        fail(5);

        for (String name : RequestLogFilter.LOGGERS) {
            assertThat(Logger.getLogger(name).getFilter().isLoggable(new LogRecord(Level.WARNING, "leak")))
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void withoutItEverythingIsLogged() {
        filter.remove();
        fail(100);

        assertThat(theirs.failures()).hasSize(100);
    }

    private void fail(int times) {
        IntStream.range(0, times)
                .forEach(_ -> logger.log(Level.SEVERE, "failed to parse", new IllegalStateException("on purpose")));
    }
}
