package tickertape.wire;

import java.time.Instant;

/// Something that happened to one instrument at one moment.
public sealed interface MarketEvent permits Trade, TopOfBook, TradingHalt {

    Symbol symbol();

    Instant time();
}
