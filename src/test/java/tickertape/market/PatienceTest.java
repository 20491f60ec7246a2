package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Patience is as long as an instrument's own silences suggest.
class PatienceTest {

    private final Patience patience = new Patience();

    @Test
    void nothingKnownIsMuchPatience() {
        silent(500);
        assertThat(patience.exhausted()).isFalse();

        silent(1);
        assertThat(patience.exhausted()).isTrue();
    }

    @Test
    void newsEndsASilence() {
        silent(600);

        patience.tick(true);

        assertThat(patience.exhausted()).isFalse();
    }

    @Test
    void livelyInstrumentIsMissedAfterTwentyTicks() {
        IntStream.range(0, 1_000).forEach(_ -> patience.tick(true));

        silent(20);
        assertThat(patience.exhausted()).isFalse();

        silent(1);
        assertThat(patience.exhausted()).isTrue();
    }

    @Test
    void fewNewsTeachLittle() {
        IntStream.range(0, 5).forEach(_ -> patience.tick(true));

        assertThat(patience.limit()).isGreaterThan(200);
    }

    @Test
    void quietInstrumentIsGivenTwentyFiveTimesItsMean() {
        SplittableRandom random = new SplittableRandom(1);

        for (int news = 0; news < 2_000; news++) {
            silent((int) (-100 * Math.log1p(-random.nextDouble())));
            patience.tick(true);
        }

        // Three quarters of a mean is what silences of an even chance at each tick deviate by, on average.
        assertThat(patience.limit()).isBetween(1_300L, 2_700L);
    }

    @Test
    void whoBecomesQuieterRaisesNoAlarmForEver() {
        IntStream.range(0, 1_000).forEach(_ -> patience.tick(true));

        int alarms = 0;
        for (int news = 0; news < 100; news++) {
            silent(59);
            alarms += patience.exhausted() ? 1 : 0;
            patience.tick(true);
        }

        assertThat(alarms).isBetween(1, 10);
    }

    @Test
    void outageTeachesNoMoreThanASilenceOfTheLimit() {
        IntStream.range(0, 1_000).forEach(_ -> patience.tick(true));

        silent(1_000_000);
        patience.tick(true);

        assertThat(patience.limit()).isLessThan(40);
    }

    @Test
    void restNeitherCountsNorTeaches() {
        IntStream.range(0, 1_000).forEach(_ -> patience.tick(true));
        silent(15);

        IntStream.range(0, 10_000).forEach(_ -> patience.rest());
        silent(15);
        assertThat(patience.exhausted()).isFalse();

        patience.tick(true);
        assertThat(patience.limit()).isEqualTo(Patience.LEAST);
    }

    private void silent(int ticks) {
        IntStream.range(0, ticks).forEach(_ -> patience.tick(false));
    }
}
