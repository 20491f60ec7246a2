package tickertape.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// Remembers what the market did. A bean of this type is found and asked by who needs to know what was usual, or what
/// the
/// highest price of a year was; without one, nobody knows.
public interface PastCandles {

    /// The bars of a symbol that begin in a range, in ascending order. Safe for any thread, but not for that of the
    /// tick:
    /// it may wait for the database, and throws `DatabaseException` while that is away.
    ///
    /// @param interval how long they are, such as `PT15M`
    /// @return empty as long as nobody can say
    Optional<List<Candle>> candles(Symbol symbol, String interval, Instant from, Instant to);
}
