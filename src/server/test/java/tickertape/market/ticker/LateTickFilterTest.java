package tickertape.market.ticker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Beats on the timer's grid are followed, beats that make up for missed ones are not.
class LateTickFilterTest {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    @Test
    void everyBeatOnTheGridIsFollowed() {
        assertThat(followed(0, 0, 100, 200, 300)).containsExactly(0, 100, 200, 300);
    }

    @Test
    void beatsMayComeALittleLate() {
        assertThat(followed(0, 0, 120, 200, 345, 400, 500)).containsExactly(0, 120, 200, 345, 400, 500);
    }

    @Test
    void burstAfterALongTickIsOneBeat() {
        assertThat(followed(0, 0, 320, 321, 322, 400, 500)).containsExactly(0, 320, 400, 500);
    }

    @Test
    void beatTooSoonAfterALateOneIsSkipped() {
        assertThat(followed(0, 0, 170, 200, 300)).containsExactly(0, 170, 300);
    }

    @Test
    void theClockMayOverflow() {
        assertThat(followed(Long.MAX_VALUE - 150_000_000, 0, 100, 101, 200, 201, 300))
                .containsExactly(0, 100, 200, 300);
    }

    /// Which of the beats at these milliseconds are followed, by a clock that starts there.
    private static long[] followed(long start, long... millis) {
        LateTickFilter cadence = new LateTickFilter(INTERVAL);
        return LongStream.of(millis)
                .filter(beat -> cadence.due(start + beat * 1_000_000))
                .toArray();
    }
}
