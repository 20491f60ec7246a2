package tickertape.market;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;
import tickertape.wire.TopOfBook;
import tickertape.wire.Trade;

/// One instrument and what happens to it.
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

    /// The quote after one trade at the previous close, as the market makes it.
    public static Quote quote(String symbol) {
        ScriptedFeed feed = new ScriptedFeed(symbol);
        feed.next(trade(symbol, "100.00", "100"));
        return new MarketDriver(feed).tick().quotes().getFirst();
    }

    /// The quote after that trade, with other values of some of its fields.
    ///
    /// @param fields values by the names of the fields
    public static Quote quote(String symbol, Map<String, ? extends @Nullable Object> fields) {
        Quote quote = quote(symbol);
        RecordComponent[] components = Quote.class.getRecordComponents();
        var values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                values[i] = fields.containsKey(name)
                        ? fields.get(name)
                        : components[i].getAccessor().invoke(quote);
            }
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Quote.class.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            throw (RuntimeException) refused.getCause();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
