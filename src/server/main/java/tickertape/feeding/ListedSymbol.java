package tickertape.feeding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tickertape.feeding.line.FeedLine;
import tickertape.market.Instrument;

/// One symbol that feeders have told of: what is known of it, and which source moves it. The tick alone uses it.
final class ListedSymbol {

    /// ISO 10383 for "no market".
    static final String NO_MARKET = "XXXX";

    static final String SECTOR = "Other";

    private final SymbolLeader leader = new SymbolLeader();
    private Instrument instrument;

    ListedSymbol(Instrument instrument) {
        this.instrument = instrument;
    }

    /// What a first line tells of its symbol. Its tick is the finest step of its prices so far. Where nothing is said
    /// of the previous close, the first price stands in for it.
    static Instrument instrument(FeedLine line, String currency) {
        return instrument(line.symbol().text(), line, line.scale(), line.anyPrice(), currency);
    }

    private static Instrument instrument(String name, FeedLine line, int scale, BigDecimal reference, String currency) {
        return new Instrument(
                line.symbol(),
                name,
                SECTOR,
                NO_MARKET,
                currency,
                BigDecimal.valueOf(1, scale),
                reference,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    /// Takes note of a finer price.
    ///
    /// @return whether it is one
    boolean refine(FeedLine line) {
        if (line.scale() <= instrument.scale()) {
            return false;
        }
        instrument =
                instrument(instrument.name(), line, line.scale(), instrument.referencePrice(), instrument.currency());
        return true;
    }

    /// The same price with the decimals of its instrument.
    static BigDecimal scaled(BigDecimal price, Instrument instrument) {
        return price.scale() >= instrument.scale()
                ? price
                : price.setScale(instrument.scale(), RoundingMode.UNNECESSARY);
    }

    Instrument instrument() {
        return instrument;
    }

    SymbolLeader leader() {
        return leader;
    }
}
