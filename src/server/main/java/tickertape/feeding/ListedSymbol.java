package tickertape.feeding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tickertape.feeding.line.FeedLine;
import tickertape.market.Instrument;

/// One symbol that feeders have told of: what is known of it, and which source moves it. The tick alone uses it.
///
/// Its tick size is the one that reference data gives, or else the finest step of its prices so far.
final class ListedSymbol {

    /// ISO 10383 for "no market".
    static final String NO_MARKET = "XXXX";

    static final String SECTOR = "Other";

    private final SymbolLeader leader = new SymbolLeader();
    private Instrument instrument;
    private boolean hasFixedTick;

    ListedSymbol(Instrument instrument, Optional<BigDecimal> tickSize) {
        this.instrument = instrument;
        var _ = fixTick(tickSize);
    }

    /// Takes note of the tick size that reference data gives; if it gives none any more, it is guessed from then on.
    ///
    /// @return whether it is another one than before
    boolean fixTick(Optional<BigDecimal> tickSize) {
        BigDecimal guess = hasFixedTick ? BigDecimal.valueOf(1, instrument.scale()) : instrument.tickSize();
        hasFixedTick = tickSize.isPresent();
        Instrument before = instrument;
        instrument = before.withTickSize(tickSize.orElse(guess));
        return !instrument.equals(before);
    }

    /// What a first line tells of its symbol. Where nothing is said of the previous close, the first price stands in
    /// for it.
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
        if (hasFixedTick || line.scale() <= instrument.scale()) {
            return false;
        }
        instrument =
                instrument(instrument.name(), line, line.scale(), instrument.referencePrice(), instrument.currency());
        return true;
    }

    /// The same price with the decimals of its instrument, unless it has more: the tick size may have changed since it
    /// came.
    static BigDecimal scaled(BigDecimal price, Instrument instrument) {
        int scale = instrument.scale();
        return price.scale() > scale && price.stripTrailingZeros().scale() > scale
                ? price
                : price.setScale(scale, RoundingMode.UNNECESSARY);
    }

    Instrument instrument() {
        return instrument;
    }

    SymbolLeader leader() {
        return leader;
    }
}
