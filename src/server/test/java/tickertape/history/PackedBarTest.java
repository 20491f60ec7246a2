package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tickertape.wire.CandleMark;

/// What is unpacked is what was packed.
class PackedBarTest {

    private static final Instant START = Instant.parse("2026-11-23T17:00:00Z");

    @Test
    void barComesBackAsItWas() {
        var random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            int scale = random.nextInt(6);
            Bar bar = Bar.of(
                    START.plusSeconds(i),
                    decimal(random, 1_000_000, scale),
                    decimal(random, 100_000, random.nextInt(4)));
            for (int more = random.nextInt(4); more > 0; more--) {
                bar = bar.plus(
                        Bar.of(START, decimal(random, 1_000_000, scale), decimal(random, 100_000, random.nextInt(4))));
            }
            bar = bar.with(new Marks(random.nextInt(64)));

            assertThat(PackedBar.of(bar)).isInstanceOf(PackedBar.class);
            assertThat(PackedBar.of(bar).bar()).isEqualTo(bar);
        }
    }

    @Test
    void barThatDoesNotFitStaysAsItIs() {
        BigDecimal one = new BigDecimal("1.00");
        for (Bar bar : List.of(
                Bar.of(START, one, new BigDecimal("123456789012345678901234567890")),
                Bar.of(START, one, one).plus(Bar.of(START, new BigDecimal("1.000"), one)),
                Bar.of(START, one, one).plus(Bar.of(START, new BigDecimal("99999999999.00"), one)))) {
            Bar marked = bar.with(Marks.NONE.plus(CandleMark.GAP));

            assertThat(PackedBar.of(marked)).isInstanceOf(RecentBar.Whole.class);
            assertThat(PackedBar.of(marked).bar()).isEqualTo(marked);
        }
    }

    private static BigDecimal decimal(Random random, int bound, int scale) {
        return BigDecimal.valueOf(random.nextInt(bound), scale);
    }
}
