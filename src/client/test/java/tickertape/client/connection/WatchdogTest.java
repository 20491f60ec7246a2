package tickertape.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// When a connection counts as dead.
class WatchdogTest {

    private static final Duration LIMIT = Duration.ofSeconds(25);

    private final AtomicLong nanos = new AtomicLong(-7);
    private final IdleStopwatch idle = new IdleStopwatch(nanos::get);
    private final List<Duration> delays = new ArrayList<>();
    private final List<String> timeouts = new ArrayList<>();
    private Runnable check = () -> {};
    private final Watchdog watchdog =
            new Watchdog(this::schedule, idle, LIMIT, () -> false, () -> timeouts.add("timeout"));

    @Test
    void silenceIsAllowedUpToTheLimit() {
        watchdog.check();
        pass(LIMIT.minusMillis(1));
        check.run();
        assertThat(timeouts).isEmpty();

        pass(Duration.ofMillis(1));
        check.run();

        assertThat(timeouts).hasSize(1);
        assertThat(delays).containsExactly(LIMIT, Duration.ofMillis(1));
    }

    @Test
    void signOfLifeBeginsAnew() {
        watchdog.check();
        pass(LIMIT.minusSeconds(1));
        idle.restart();

        check.run();
        pass(Duration.ofSeconds(2));
        check.run();

        assertThat(timeouts).isEmpty();
    }

    @Test
    void timeInWhichTheConsumerHoldsUpTheReadingIsNotSilence() {
        watchdog.check();
        idle.pause();

        pass(LIMIT.multipliedBy(100));
        check.run();
        assertThat(timeouts).isEmpty();

        idle.resume();
        pass(LIMIT);
        check.run();

        assertThat(timeouts).hasSize(1);
    }

    @Test
    void helloSetsTheLimit() {
        watchdog.check();

        watchdog.setLimit(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(2));
        check.run();

        assertThat(timeouts).hasSize(1);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void schedule(Runnable task, Duration delay) {
        check = task;
        delays.add(delay);
    }
}
