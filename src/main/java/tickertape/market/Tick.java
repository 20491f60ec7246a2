package tickertape.market;

import java.util.List;

/// What one beat of the market brought, for whoever observes it.
///
/// @param trades in order of time
/// @param quotes at most one a symbol, in order of the market's instruments
public record Tick(List<Trade> trades, List<Quote> quotes) {

    public Tick {
        trades = List.copyOf(trades);
        quotes = List.copyOf(quotes);
    }
}
