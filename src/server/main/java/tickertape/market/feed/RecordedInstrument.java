package tickertape.market.feed;

import java.math.BigDecimal;
import tickertape.market.Instrument;
import tickertape.wire.Symbol;

/// Collects what the trades of a recording say about one instrument.
final class RecordedInstrument {

    /// ISO 10383 for "no market".
    private static final String NO_MARKET = "XXXX";

    private final int index;
    private final Symbol symbol;
    private final BigDecimal first;
    private int scale;

    RecordedInstrument(int index, Symbol symbol, BigDecimal first) {
        this.index = index;
        this.symbol = symbol;
        this.first = first;
    }

    /// Its index in the recording's list of instruments.
    int index() {
        return index;
    }

    void observe(BigDecimal price) {
        scale = Math.max(scale, price.scale());
    }

    /// The tick size is the finest step of its prices. The first price stands in for the previous close, which is
    /// unknown.
    Instrument instrument(String currency) {
        return new Instrument(
                symbol,
                symbol.text(),
                "Recorded",
                NO_MARKET,
                currency,
                BigDecimal.valueOf(1, scale),
                first,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }
}
