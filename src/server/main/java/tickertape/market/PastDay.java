package tickertape.market;

import java.math.BigDecimal;
import java.time.Instant;

/// What the trades of one instrument added up to on a day that has ended.
///
/// @param start when the day began, by the clock of the exchange
public record PastDay(
        Instant start, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {}
