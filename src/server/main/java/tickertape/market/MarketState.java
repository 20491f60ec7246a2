package tickertape.market;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;

/// Where a market stands, as its readers have been told.
///
/// @param status null where nothing is known
/// @param quotes the newest of each symbol
public record MarketState(@Nullable MarketStatus status, List<Quote> quotes) {

    /// Nothing is known.
    public static final MarketState UNKNOWN = new MarketState(null, List.of());

    public MarketState {
        quotes = List.copyOf(quotes);
    }
}
