package tickertape.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// When a connection is taken for dead.
class WatchdogTest {

    private static final Duration LIMIT = Duration.ofSeconds(25);

    private final FakeTime time = new FakeTime();
    private final IdleStopwatch stopwatch = new IdleStopwatch(time::nanoTime);
    private final List<Duration> looks = new ArrayList<>();
    private final List<String> barks = new ArrayList<>();
    private Runnable look = () -> {};
    private final Watchdog dog = new Watchdog(this::later, stopwatch, LIMIT, () -> false, () -> barks.add("bark"));

    @Test
    void silenceIsBorneUpToTheLimit() {
        dog.watch();
        time.pass(LIMIT.minusMillis(1));
        look.run();
        assertThat(barks).isEmpty();

        time.pass(Duration.ofMillis(1));
        look.run();

        assertThat(barks).hasSize(1);
        assertThat(looks).containsExactly(LIMIT, Duration.ofMillis(1));
    }

    @Test
    void signOfLifeBeginsAnew() {
        dog.watch();
        time.pass(LIMIT.minusSeconds(1));
        stopwatch.beat();

        look.run();
        time.pass(Duration.ofSeconds(2));
        look.run();

        assertThat(barks).isEmpty();
    }

    @Test
    void timeInWhichTheConsumerHoldsUpTheReadingIsNoSilence() {
        dog.watch();
        stopwatch.hold();

        time.pass(LIMIT.multipliedBy(100));
        look.run();
        assertThat(barks).isEmpty();

        stopwatch.goOn();
        time.pass(LIMIT);
        look.run();

        assertThat(barks).hasSize(1);
    }

    @Test
    void helloSetsTheLimit() {
        dog.watch();

        dog.allow(Duration.ofSeconds(2));
        time.pass(Duration.ofSeconds(2));
        look.run();

        assertThat(barks).hasSize(1);
    }

    private void later(Runnable task, Duration wait) {
        look = task;
        looks.add(wait);
    }
}
