package tickertape.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// When a connection is taken for dead.
class WatchdogTest {

    private static final Duration LIMIT = Duration.ofSeconds(25);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    private final IdleStopwatch stopwatch = new IdleStopwatch(nanos::get);
    private final List<Duration> looks = new ArrayList<>();
    private final List<String> barks = new ArrayList<>();
    private Runnable look = () -> {};
    private final Watchdog dog = new Watchdog(this::later, stopwatch, LIMIT, () -> false, () -> barks.add("bark"));

    @Test
    void silenceIsBorneUpToTheLimit() {
        dog.watch();
        nanos.addAndGet(LIMIT.minusMillis(1).toNanos());
        look.run();
        assertThat(barks).isEmpty();

        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        look.run();

        assertThat(barks).hasSize(1);
        assertThat(looks).containsExactly(LIMIT, Duration.ofMillis(1));
    }

    @Test
    void signOfLifeBeginsAnew() {
        dog.watch();
        nanos.addAndGet(LIMIT.minusSeconds(1).toNanos());
        stopwatch.beat();

        look.run();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        look.run();

        assertThat(barks).isEmpty();
    }

    @Test
    void timeInWhichTheConsumerHoldsUpTheReadingIsNoSilence() {
        dog.watch();
        stopwatch.hold();

        nanos.addAndGet(LIMIT.multipliedBy(100).toNanos());
        look.run();
        assertThat(barks).isEmpty();

        stopwatch.goOn();
        nanos.addAndGet(LIMIT.toNanos());
        look.run();

        assertThat(barks).hasSize(1);
    }

    @Test
    void helloSetsTheLimit() {
        dog.watch();

        dog.allow(Duration.ofSeconds(2));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        look.run();

        assertThat(barks).hasSize(1);
    }

    private void later(Runnable task, Duration wait) {
        look = task;
        looks.add(wait);
    }
}
