package tickertape.market;

import java.time.Instant;
import java.util.List;
import tickertape.wire.MarketEvent;
import tickertape.wire.MarketStatus;

/// A source of market events; only one thread may call it.
public interface Feed {

    /// What it tells about: the same list for ever, each symbol once.
    List<Instrument> instruments();

    /// What happened in the interval that ends now, in order of time.
    List<MarketEvent> tick(Instant now);

    /// What the market is doing now, at the end of the interval that [#tick] told about.
    ///
    /// After [MarketPhase#CLOSED], and with [MarketPhase#PRE], a new trading day begins.
    MarketStatus status(Instant now);
}
