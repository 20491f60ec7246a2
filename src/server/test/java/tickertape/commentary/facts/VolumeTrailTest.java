package tickertape.commentary.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How busy the last minutes were, against the day so far.
class VolumeTrailTest {

    private static final Instant START = Instant.parse("2026-11-23T14:30:00Z");

    private static Instant minute(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static VolumeTrail trail(int minutes, int each) {
        var trail = new VolumeTrail(START, BigDecimal.ZERO);
        for (int minute = 1; minute <= minutes; minute++) {
            trail.add(minute(minute), BigDecimal.valueOf((long) minute * each));
        }
        return trail;
    }

    @Test
    void evenTradingIsAsUsual() {
        VolumePace pace = trail(60, 100).pace(minute(60)).orElseThrow();

        assertThat(pace).isEqualTo(new VolumePace(Duration.ofMinutes(10), new BigDecimal(1000), new BigDecimal(1000)));
    }

    @Test
    void burstIsSeen() {
        VolumeTrail trail = trail(59, 100);
        trail.add(minute(60), BigDecimal.valueOf(12_000));

        VolumePace pace = trail.pace(minute(60)).orElseThrow();

        assertThat(pace.recent()).isEqualByComparingTo("7000");
        assertThat(pace.usual()).isEqualByComparingTo("2017");
    }

    @Test
    void timeBeforeTheFirstTradeDoesNotCount() {
        VolumeTrail trail = trail(60, 0);
        for (int minute = 61; minute <= 90; minute++) {
            trail.add(minute(minute), BigDecimal.valueOf((minute - 60) * 100L));
        }

        assertThat(trail.pace(minute(80))).isEmpty();
        assertThat(trail.pace(minute(90)).orElseThrow().usual()).isEqualByComparingTo("1000");
    }

    @Test
    void thereIsNoneBeforeItWasSeenForLong() {
        assertThat(trail(19, 100).pace(minute(19))).isEmpty();
        assertThat(trail(60, 0).pace(minute(60))).isEmpty();
    }

    @Test
    void nextDayBeginsAnew() {
        VolumeTrail trail = trail(60, 100);
        trail.add(minute(61), BigDecimal.TEN);

        assertThat(trail.pace(minute(62))).isEmpty();
    }

    @Test
    void silenceOfTheLastMinutesCounts() {
        assertThat(trail(60, 100).pace(minute(120)).orElseThrow().recent()).isEqualByComparingTo("0");
    }
}
