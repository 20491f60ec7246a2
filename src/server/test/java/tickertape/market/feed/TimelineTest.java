package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.market.feed.Observed.OPEN;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Moments lie in their interval, and no tick reaches back into the one before.
class TimelineTest {

    private final Timeline timeline = new Timeline(Duration.ofSeconds(1));

    @Test
    void intervalEndsNow() {
        timeline.advance(OPEN);

        assertThat(timeline.at(0)).isEqualTo(OPEN.minusSeconds(1));
        assertThat(timeline.at(0.25)).isEqualTo(OPEN.minusMillis(750));
        assertThat(timeline.at(1)).isEqualTo(OPEN);
    }

    @Test
    void tickThatComesEarlyIsShort() {
        timeline.advance(OPEN);
        timeline.advance(OPEN.plusMillis(600));

        assertThat(timeline.at(0)).isEqualTo(OPEN);
        assertThat(timeline.at(0.5)).isEqualTo(OPEN.plusMillis(300));
    }

    @Test
    void tickThatComesLateIsOneIntervalLong() {
        timeline.advance(OPEN);
        timeline.advance(OPEN.plusSeconds(5));

        assertThat(timeline.at(0)).isEqualTo(OPEN.plusSeconds(4));
    }

    @Test
    void timeStandsStillWhileTheClockIsSetBackALittle() {
        timeline.advance(OPEN);
        timeline.advance(OPEN.minusSeconds(1));

        assertThat(timeline.at(0)).isEqualTo(OPEN);
        assertThat(timeline.at(1)).isEqualTo(OPEN);
    }

    @Test
    void timeFollowsAClockThatIsSetBackByMore() {
        timeline.advance(OPEN);
        timeline.advance(OPEN.minusSeconds(3600));

        assertThat(timeline.at(0)).isEqualTo(OPEN.minusSeconds(3601));
        assertThat(timeline.at(1)).isEqualTo(OPEN.minusSeconds(3600));

        timeline.advance(OPEN.minusSeconds(3599));
        assertThat(timeline.at(0)).isEqualTo(OPEN.minusSeconds(3600));
    }
}
