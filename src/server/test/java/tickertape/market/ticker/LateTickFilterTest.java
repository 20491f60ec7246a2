package tickertape.market.ticker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Ticks on the timer's grid run, ticks that make up for missed ones do not.
class LateTickFilterTest {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    @Test
    void everyTickOnTheGridRuns() {
        assertThat(run(0, 0, 100, 200, 300)).containsExactly(0, 100, 200, 300);
    }

    @Test
    void ticksMayComeALittleLate() {
        assertThat(run(0, 0, 120, 200, 345, 400, 500)).containsExactly(0, 120, 200, 345, 400, 500);
    }

    @Test
    void burstAfterALongTickIsOneTick() {
        assertThat(run(0, 0, 320, 321, 322, 400, 500)).containsExactly(0, 320, 400, 500);
    }

    @Test
    void tickTooSoonAfterALateOneIsSkipped() {
        assertThat(run(0, 0, 170, 200, 300)).containsExactly(0, 170, 300);
    }

    @Test
    void theClockMayOverflow() {
        assertThat(run(Long.MAX_VALUE - 150_000_000, 0, 100, 101, 200, 201, 300))
                .containsExactly(0, 100, 200, 300);
    }

    /// Which of the ticks at these milliseconds run, by a clock that starts there.
    private static long[] run(long start, long... millis) {
        LateTickFilter filter = new LateTickFilter(INTERVAL);
        return LongStream.of(millis)
                .filter(tick -> filter.accepts(start + tick * 1_000_000))
                .toArray();
    }
}
