package tickertape.market.feed;

import java.math.BigDecimal;
import tickertape.wire.Symbol;

/// One line of a recording.
///
/// @param line its number in the file
/// @param nanos when it took place, in nanoseconds since 1970
record RecordedTrade(long line, long nanos, Symbol symbol, BigDecimal price, BigDecimal size) {}
