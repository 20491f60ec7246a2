package tickertape.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Trading in one instrument is suspended, until it trades again.
///
/// @param time the server's time, to the microsecond
public record TradingHalt(Symbol symbol, Instant time) implements MarketEvent {

    public TradingHalt {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }
}
