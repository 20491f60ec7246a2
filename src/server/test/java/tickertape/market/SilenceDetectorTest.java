package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A silence is noticed when it is long compared with the instrument's own silences so far.
class SilenceDetectorTest {

    private final SilenceDetector detector = new SilenceDetector();

    @Test
    void unknownInstrumentMayBeSilentForLong() {
        silent(500);
        assertThat(detector.exceeded()).isFalse();

        silent(1);
        assertThat(detector.exceeded()).isTrue();
    }

    @Test
    void newsEndsASilence() {
        silent(600);

        detector.tick(true);

        assertThat(detector.exceeded()).isFalse();
    }

    @Test
    void silenceOfALivelyInstrumentIsNoticedAfterTwentyTicks() {
        IntStream.range(0, 1_000).forEach(_ -> detector.tick(true));

        silent(20);
        assertThat(detector.exceeded()).isFalse();

        silent(1);
        assertThat(detector.exceeded()).isTrue();
    }

    @Test
    void littleNewsTeachesLittle() {
        IntStream.range(0, 5).forEach(_ -> detector.tick(true));

        assertThat(detector.limit()).isGreaterThan(200);
    }

    @Test
    void limitOfAQuietInstrumentIsTwentyFiveTimesItsMean() {
        SplittableRandom random = new SplittableRandom(1);

        for (int news = 0; news < 2_000; news++) {
            silent((int) (-100 * Math.log1p(-random.nextDouble())));
            detector.tick(true);
        }

        // Three quarters of a mean is what silences of an even chance at each tick deviate by, on average.
        assertThat(detector.limit()).isBetween(1_300L, 2_700L);
    }

    @Test
    void instrumentThatBecomesQuieterRaisesNoAlarmForEver() {
        IntStream.range(0, 1_000).forEach(_ -> detector.tick(true));

        int alarms = 0;
        for (int news = 0; news < 100; news++) {
            silent(59);
            alarms += detector.exceeded() ? 1 : 0;
            detector.tick(true);
        }

        assertThat(alarms).isBetween(1, 10);
    }

    @Test
    void outageTeachesNoMoreThanASilenceOfTheLimit() {
        IntStream.range(0, 1_000).forEach(_ -> detector.tick(true));

        silent(1_000_000);
        detector.tick(true);

        assertThat(detector.limit()).isLessThan(40);
    }

    @Test
    void pauseNeitherCountsNorTeaches() {
        IntStream.range(0, 1_000).forEach(_ -> detector.tick(true));
        silent(15);

        IntStream.range(0, 10_000).forEach(_ -> detector.pause());
        silent(15);
        assertThat(detector.exceeded()).isFalse();

        detector.tick(true);
        assertThat(detector.limit()).isEqualTo(SilenceDetector.LEAST);
    }

    private void silent(int ticks) {
        IntStream.range(0, ticks).forEach(_ -> detector.tick(false));
    }
}
