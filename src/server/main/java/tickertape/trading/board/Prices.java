package tickertape.trading.board;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tickertape.market.Tick;
import tickertape.wire.MarketPhase;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// The newest quotes. One thread puts ticks, any thread reads.
public final class Prices {

    private final Map<Symbol, Quote> quotes = new ConcurrentHashMap<>();
    private Set<Symbol> changed = new HashSet<>();
    private volatile MarketPhase phase = MarketPhase.OPEN;

    public void put(Tick tick) {
        if (tick.status() != null) {
            phase = tick.status().phase();
        }
        for (Quote quote : tick.quotes()) {
            Quote before = quotes.put(quote.symbol(), quote);
            if (before == null || before.last().compareTo(quote.last()) != 0) {
                synchronized (this) {
                    changed.add(quote.symbol());
                }
            }
        }
    }

    /// Whether trading is over for today.
    public boolean isOver() {
        return phase == MarketPhase.CLOSED;
    }

    public Optional<Quote> quote(Symbol symbol) {
        return Optional.ofNullable(quotes.get(symbol));
    }

    Optional<BigDecimal> last(Symbol symbol) {
        return quote(symbol).map(Quote::last);
    }

    /// Of which symbols the last price has changed since this was called before.
    synchronized Set<Symbol> takeChanged() {
        Set<Symbol> taken = changed;
        changed = new HashSet<>();
        return taken;
    }
}
