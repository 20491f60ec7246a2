package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A quote turns stale after a silence that is long by the measure of the instrument's own.
class SilenceDetectorTest {

    private final SilenceDetector staleness = new SilenceDetector();

    @Test
    void nothingKnownTakesLong() {
        silent(500);
        assertThat(staleness.reached()).isFalse();

        silent(1);
        assertThat(staleness.reached()).isTrue();
    }

    @Test
    void newsEndsASilence() {
        silent(600);

        staleness.tick(true);

        assertThat(staleness.reached()).isFalse();
    }

    @Test
    void livelyInstrumentIsMissedAfterTwentyTicks() {
        IntStream.range(0, 1_000).forEach(_ -> staleness.tick(true));

        silent(20);
        assertThat(staleness.reached()).isFalse();

        silent(1);
        assertThat(staleness.reached()).isTrue();
    }

    @Test
    void fewNewsTeachLittle() {
        IntStream.range(0, 5).forEach(_ -> staleness.tick(true));

        assertThat(staleness.limit()).isGreaterThan(200);
    }

    @Test
    void quietInstrumentIsGivenTwentyFiveTimesItsMean() {
        SplittableRandom random = new SplittableRandom(1);

        for (int news = 0; news < 2_000; news++) {
            silent((int) (-100 * Math.log1p(-random.nextDouble())));
            staleness.tick(true);
        }

        // Three quarters of a mean is what silences of an even chance at each tick deviate by, on average.
        assertThat(staleness.limit()).isBetween(1_300L, 2_700L);
    }

    @Test
    void whoBecomesQuieterRaisesNoAlarmForEver() {
        IntStream.range(0, 1_000).forEach(_ -> staleness.tick(true));

        int alarms = 0;
        for (int news = 0; news < 100; news++) {
            silent(59);
            alarms += staleness.reached() ? 1 : 0;
            staleness.tick(true);
        }

        assertThat(alarms).isBetween(1, 10);
    }

    @Test
    void outageTeachesNoMoreThanASilenceOfTheLimit() {
        IntStream.range(0, 1_000).forEach(_ -> staleness.tick(true));

        silent(1_000_000);
        staleness.tick(true);

        assertThat(staleness.limit()).isLessThan(40);
    }

    @Test
    void restNeitherCountsNorTeaches() {
        IntStream.range(0, 1_000).forEach(_ -> staleness.tick(true));
        silent(15);

        IntStream.range(0, 10_000).forEach(_ -> staleness.rest());
        silent(15);
        assertThat(staleness.reached()).isFalse();

        staleness.tick(true);
        assertThat(staleness.limit()).isEqualTo(SilenceDetector.LEAST);
    }

    private void silent(int ticks) {
        IntStream.range(0, ticks).forEach(_ -> staleness.tick(false));
    }
}
