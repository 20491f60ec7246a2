package tickertape.commentary.trigger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import tickertape.market.Samples;
import tickertape.market.Tick;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// Ticks in shorthand.
final class Ticks {

    static final String ACME = "ACME";

    private Ticks() {}

    static Tick phase(MarketPhase phase) {
        return new Tick(Samples.NOON, new MarketStatus(phase, null, null, Samples.NOON), List.of(), List.of());
    }

    static Tick nothing() {
        return tick();
    }

    static Tick tick(Quote... quotes) {
        return new Tick(Samples.NOON, null, List.of(), List.of(quotes));
    }

    static Quote status(QuoteStatus status) {
        return Samples.quote(ACME, Map.of("status", status));
    }

    /// A quote at this price, which is the day's high or low if it is beyond 99 to 101.
    static Quote at(String price) {
        return at(price, "100.00");
    }

    static Quote at(String price, String previousClose) {
        BigDecimal last = new BigDecimal(price);
        BigDecimal close = new BigDecimal(previousClose);
        BigDecimal change = last.subtract(close);
        BigDecimal percent = change.multiply(BigDecimal.valueOf(100)).divide(close, 2, RoundingMode.HALF_UP);
        return Samples.quote(
                ACME,
                Map.of(
                        "last",
                        last,
                        "high",
                        last.max(new BigDecimal("101.00")),
                        "low",
                        last.min(new BigDecimal("99.00")),
                        "previousClose",
                        close,
                        "change",
                        change,
                        "changePercent",
                        percent));
    }
}
