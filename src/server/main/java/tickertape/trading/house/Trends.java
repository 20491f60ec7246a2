package tickertape.trading.house;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tickertape.trading.order.Side;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// The newest quotes, and how far each last price is from its mean of the last minutes. One thread uses it.
final class Trends {

    private static final double WEIGHT = 0.01;

    private final Map<Symbol, Quote> quotes = new HashMap<>();
    private final Map<Symbol, Double> means = new HashMap<>();
    private final List<Symbol> symbols = new ArrayList<>();

    void put(Quote quote) {
        double last = quote.last().doubleValue();
        if (quotes.put(quote.symbol(), quote) == null) {
            symbols.add(quote.symbol());
        }
        means.merge(quote.symbol(), last, (mean, now) -> mean + WEIGHT * (now - mean));
    }

    /// One that trades and shows prices; empty if the choice falls on another.
    Optional<Quote> any(RandomGenerator random) {
        return symbols.isEmpty() ? Optional.empty() : quote(symbols.get(random.nextInt(symbols.size())));
    }

    Optional<Quote> quote(Symbol symbol) {
        return Optional.ofNullable(quotes.get(symbol))
                .filter(quote -> quote.status() == QuoteStatus.TRADING
                        && price(quote, Side.SELL).signum() > 0);
    }

    /// What somebody trades at now: of who knows trades only, the last price.
    static BigDecimal price(Quote quote, Side side) {
        BigDecimal price = side == Side.BUY ? quote.ask() : quote.bid();
        return price == null ? quote.last() : price;
    }

    /// How far the last price is above its mean, in parts of that.
    double drift(Quote quote) {
        double mean = means.getOrDefault(quote.symbol(), 0.0);
        return mean == 0 ? 0 : quote.last().doubleValue() / mean - 1;
    }
}
