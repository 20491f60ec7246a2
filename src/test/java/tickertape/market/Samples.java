package tickertape.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One instrument and what may happen to it.
final class Samples {

    static final Instant NOON = Instant.parse("2026-01-05T17:00:00Z");
    static final Symbol ACME = new Symbol("ACME");

    private Samples() {}

    /// Closed at 100.00 the day before.
    static Instrument instrument(String symbol) {
        return new Instrument(
                new Symbol(symbol),
                "Acme",
                "Industrials",
                "XNYS",
                "USD",
                decimal("0.01"),
                decimal("100.00"),
                decimal("5"),
                decimal("2"));
    }

    static Trade trade(String symbol, String price, String size) {
        return new Trade(new Symbol(symbol), decimal(price), decimal(size), NOON, null);
    }

    static TopOfBook top(String symbol, String bid, String ask) {
        return new TopOfBook(new Symbol(symbol), decimal(bid), decimal(ask), decimal("300"), decimal("200"), NOON);
    }

    /// A quote of ACME with these figures, and the rest to match.
    static Quote quote(
            @Nullable String bid, @Nullable String ask, String last, String low, String high, String change) {
        return new Quote(
                ACME,
                bid == null ? null : decimal(bid),
                ask == null ? null : decimal(ask),
                null,
                null,
                decimal(last),
                decimal("100"),
                decimal(low),
                decimal(high),
                decimal(low),
                decimal("100.00"),
                decimal(change),
                decimal("0.00"),
                decimal("100"),
                1,
                NOON,
                null,
                QuoteStatus.TRADING);
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
