package tickertape.market;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// What one beat of the market brought, for whoever observes it.
///
/// @param status what the market is doing now; null when that is as it was
/// @param trades in order of time
/// @param quotes at most one a symbol, in order of the market's instruments
public record Tick(@Nullable MarketStatus status, List<Trade> trades, List<Quote> quotes) {

    public Tick {
        trades = List.copyOf(trades);
        quotes = List.copyOf(quotes);
    }
}
