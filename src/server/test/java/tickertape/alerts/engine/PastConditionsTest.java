package tickertape.alerts.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.alerts.AlertSamples.ACME;
import static tickertape.alerts.AlertSamples.alert;
import static tickertape.alerts.AlertSamples.condition;
import static tickertape.alerts.AlertSamples.quote;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.alerts.AlertSamples;
import tickertape.testing.FakeTime;
import tickertape.wire.Candle;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// Conditions that compare with the past: the range of a year, and the usual volume.
class PastConditionsTest {

    private final FakeTime time = new FakeTime();
    private final AlertEngine engine = new AlertEngine(time::nanoTime);

    private List<String> hits(Quote... quotes) {
        return engine.tick(AlertSamples.tick(time.instant(), quotes), 100).hits().stream()
                .map(hit -> hit.alert().id())
                .toList();
    }

    private static Candle candle(Instant start, String low, String high, String volume) {
        return new Candle(
                ACME,
                "P1D",
                start,
                new BigDecimal(low),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(high),
                new BigDecimal(volume),
                1,
                new BigDecimal(low),
                true,
                List.of());
    }

    private PastFacts year() {
        return PastFacts.of(
                List.of(candle(time.instant(), "90.00", "105.00", "1"), candle(time.instant(), "95.00", "110.00", "1")),
                List.of(),
                ZoneOffset.UTC);
    }

    /// So many are usual in each quarter of an hour.
    private PastFacts volume(String usual) {
        Instant day = Instant.parse("2026-11-20T00:00:00Z");
        List<Candle> quarters = IntStream.range(0, 2 * 96)
                .mapToObj(i -> candle(day.plus(Duration.ofMinutes(15L * i)), "1.00", "1.00", usual))
                .toList();
        return PastFacts.of(List.of(), quarters, ZoneOffset.UTC);
    }

    @Test
    void recordIsBeyondTheWholeYear() {
        engine.put(alert("high", condition("{'type':'record','of':'high'}")), false, time.instant());
        engine.put(alert("low", condition("{'type':'record','of':'low'}")), false, time.instant());
        assertThat(engine.lackPast()).containsExactly(ACME);
        engine.past(ACME, year());

        assertThat(engine.lackPast()).isEmpty();
        assertThat(hits(quote("110.00"))).isEmpty();
        assertThat(hits(quote("110.01"))).containsExactly("high");
        assertThat(hits(quote("90.00"))).isEmpty();
        assertThat(hits(quote("89.99"))).containsExactly("low");
    }

    @Test
    void recordThatWasSeenBeforeThePastWasKnownCounts() {
        engine.put(alert("high", condition("{'type':'record','of':'high'}")), false, time.instant());
        assertThat(hits(quote("112.00"))).isEmpty();
        assertThat(hits(quote("109.00"))).isEmpty();

        engine.past(ACME, year());

        assertThat(hits()).containsExactly("high");
    }

    @Test
    void volumeOfAQuarterIsComparedWithTheUsualOne() {
        engine.put(alert("volume", condition("{'type':'volume','times':2.5}")), false, time.instant());
        engine.past(ACME, volume("1000"));

        assertThat(hits(volumeOf("50000"))).isEmpty();
        time.pass(Duration.ofMinutes(10));
        assertThat(hits(volumeOf("52000"))).isEmpty();
        assertThat(hits(volumeOf("52500"))).containsExactly("volume");
    }

    @Test
    void volumeOfEarlierQuartersDoesNotCount() {
        engine.put(alert("volume", condition("{'type':'volume','times':2.5}")), false, time.instant());
        engine.past(ACME, volume("1000"));
        hits(volumeOf("50000"));
        assertThat(hits(volumeOf("52000"))).isEmpty();

        time.pass(Duration.ofMinutes(16));

        assertThat(hits(volumeOf("54000"))).isEmpty();
        // A new day begins at nothing.
        assertThat(hits(volumeOf("400"))).isEmpty();
        assertThat(hits(volumeOf("600"))).containsExactly("volume");
    }

    @Test
    void withoutAPastNothingIsKnown() {
        PastFacts unknown = PastFacts.unknown(ZoneOffset.UTC);

        assertThat(unknown.knowsRange()).isFalse();
        assertThat(unknown.knowsVolume()).isFalse();
        assertThat(unknown.usualVolume(time.instant())).isNaN();
        assertThat(volume("1000").knowsVolume()).isTrue();
        assertThat(volume("1000").usualVolume(time.instant())).isEqualTo(1000);
    }

    private static Quote volumeOf(String volume) {
        return quote("100.00", volume, QuoteStatus.TRADING);
    }
}
