package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.market.feed.ObservedInstrument.OPEN;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Times lie in their interval, and no interval overlaps the one before.
class TickIntervalTest {

    private final TickInterval interval = new TickInterval(Duration.ofSeconds(1));

    @Test
    void intervalEndsNow() {
        interval.advance(OPEN);

        assertThat(interval.at(0)).isEqualTo(OPEN.minusSeconds(1));
        assertThat(interval.at(0.25)).isEqualTo(OPEN.minusMillis(750));
        assertThat(interval.at(1)).isEqualTo(OPEN);
    }

    @Test
    void tickThatComesEarlyIsShort() {
        interval.advance(OPEN);
        interval.advance(OPEN.plusMillis(600));

        assertThat(interval.at(0)).isEqualTo(OPEN);
        assertThat(interval.at(0.5)).isEqualTo(OPEN.plusMillis(300));
    }

    @Test
    void tickThatComesLateIsOneIntervalLong() {
        interval.advance(OPEN);
        interval.advance(OPEN.plusSeconds(5));

        assertThat(interval.at(0)).isEqualTo(OPEN.plusSeconds(4));
    }

    @Test
    void timeStandsStillWhileTheClockIsSetBackALittle() {
        interval.advance(OPEN);
        interval.advance(OPEN.minusSeconds(1));

        assertThat(interval.at(0)).isEqualTo(OPEN);
        assertThat(interval.at(1)).isEqualTo(OPEN);
    }

    @Test
    void timeFollowsAClockThatIsSetBackByMore() {
        interval.advance(OPEN);
        interval.advance(OPEN.minusSeconds(3600));

        assertThat(interval.at(0)).isEqualTo(OPEN.minusSeconds(3601));
        assertThat(interval.at(1)).isEqualTo(OPEN.minusSeconds(3600));

        interval.advance(OPEN.minusSeconds(3599));
        assertThat(interval.at(0)).isEqualTo(OPEN.minusSeconds(3600));
    }
}
