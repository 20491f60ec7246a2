package tickertape.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The best prices to sell and to buy at, and how much is wanted and offered there.
///
/// @param bid the highest price somebody will pay: below the ask
/// @param ask the lowest price somebody will take
/// @param bidSize how much is wanted at the bid: positive
/// @param askSize how much is offered at the ask: positive
/// @param time the server's time, to the microsecond
public record TopOfBook(
        Symbol symbol, BigDecimal bid, BigDecimal ask, BigDecimal bidSize, BigDecimal askSize, Instant time)
        implements MarketEvent {

    public TopOfBook {
        if (bid.compareTo(ask) >= 0) {
            throw new IllegalArgumentException("%s: bid %s is not below ask %s".formatted(symbol, bid, ask));
        }
        if (bidSize.signum() <= 0 || askSize.signum() <= 0) {
            throw new IllegalArgumentException(
                    "%s: sizes %s and %s are not both positive".formatted(symbol, bidSize, askSize));
        }
        time = time.truncatedTo(ChronoUnit.MICROS);
    }
}
