package tickertape.market;

import java.math.BigDecimal;
import java.time.Instant;
import tickertape.wire.Symbol;

/// What a feed makes up of the time before its first tick: what an instrument's trades in a minute, or in a whole
/// session, would have added up to.
///
/// @param minute whether it is a minute; else it is a day's session
/// @param start of the minute, or of the session
/// @param turnover the sum of price times size
public record PastBar(
        Symbol symbol,
        boolean minute,
        Instant start,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume,
        BigDecimal turnover,
        long trades) {}
