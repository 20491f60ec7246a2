package tickertape.market.feed;

import java.math.BigDecimal;
import tickertape.market.Instrument;
import tickertape.wire.Symbol;

/// What a recording tells of one instrument as its trades are read.
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

    /// Its place among the recording's instruments.
    int index() {
        return index;
    }

    void saw(BigDecimal price) {
        scale = Math.max(scale, price.scale());
    }

    /// The tick is the finest step its prices were written in; the first price stands in for the unknown close before.
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
