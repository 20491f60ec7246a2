package tickertape.commentary.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tickertape.market.PastCandles;
import tickertape.testing.FakeTime;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// The days before are read once for some minutes, and never by who must not wait.
class DayMemoryTest {

    private static final Symbol ACME = new Symbol("ACME");

    private final FakeTime time = new FakeTime();
    private final List<Instant> ends = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Candle day = SampleFacts.day(ACME, SampleFacts.NOON, BigDecimal.TEN, BigDecimal.ONE);
    private final PastCandles past = (_, interval, _, to) -> {
        assertThat(interval).isEqualTo("P1D");
        ends.add(to);
        return Optional.of(List.of(day));
    };
    private final DayMemory memory =
            new DayMemory(past, ZoneId.of("America/New_York"), time, later::add, time::nanoTime);

    @Test
    void daysEndWhereTodayBegins() {
        assertThat(memory.of(ACME)).containsExactly(day);

        // By the fake clock it is half past four there.
        assertThat(ends).containsExactly(Instant.parse("2026-11-23T05:00:00Z"));
    }

    @Test
    void theyAreReadAgainAfterMinutes() {
        memory.of(ACME);
        memory.of(ACME);
        assertThat(ends).hasSize(1);

        time.pass(Duration.ofMinutes(11));
        memory.of(ACME);

        assertThat(ends).hasSize(2);
    }

    @Test
    void whoMustNotWaitGetsThemLater() {
        assertThat(memory.known(ACME)).isEmpty();
        assertThat(memory.known(ACME)).isEmpty();
        assertThat(later).as("asked for once").hasSize(1);

        later.getFirst().run();

        assertThat(memory.known(ACME)).hasValue(List.of(day));
    }
}
