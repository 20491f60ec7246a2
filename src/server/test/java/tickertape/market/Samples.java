package tickertape.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;

/// One instrument and what may happen to it.
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-01-05T17:00:00Z");
    public static final Symbol ACME = new Symbol("ACME");

    private Samples() {}

    /// Closed at 100.00 the day before.
    public static Instrument instrument(String symbol) {
        return new Instrument(
                new Symbol(symbol),
                "Acme",
                "Industrials",
                "XNYS",
                "USD",
                decimal("0.01"),
                decimal("100.00"),
                decimal("5"),
                decimal("2"),
                decimal("1000"));
    }

    public static Trade trade(String symbol, String price, String size) {
        return new Trade(new Symbol(symbol), decimal(price), decimal(size), NOON, null);
    }

    public static TopOfBook top(String symbol, String bid, String ask) {
        return new TopOfBook(new Symbol(symbol), decimal(bid), decimal(ask), decimal("300"), decimal("200"), NOON);
    }

    /// One tick at noon.
    static Tick tick(Market market) {
        market.listen(NOON);
        return market.publish();
    }

    /// What the quotes look like after so many more ticks at noon.
    static List<Quote> quotesAfter(int ticks, Market market) {
        IntStream.range(0, ticks).forEach(_ -> tick(market));
        return market.quotes();
    }

    /// One that is still where it closed the day before.
    public static Quote quote(String symbol) {
        return quote(new Symbol(symbol), null, null, "100.00", "100.00", "100.00", "0.00");
    }

    /// A quote of ACME with these figures, and the rest to match.
    public static Quote quote(
            @Nullable String bid, @Nullable String ask, String last, String low, String high, String change) {
        return quote(ACME, bid, ask, last, low, high, change);
    }

    private static Quote quote(
            Symbol symbol,
            @Nullable String bid,
            @Nullable String ask,
            String last,
            String low,
            String high,
            String change) {
        return new Quote(
                symbol,
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

    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
