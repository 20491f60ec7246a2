package tickertape.market.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tickertape.market.Instrument;
import tickertape.wire.Symbol;

/// Collects what the trades of a recording say about one instrument.
final class RecordedInstrument {

    /// Prices with so many decimals are binary floats that were written out: `150.1999969482422` for `150.2`.
    private static final int NOISY = 12;

    /// And so are those with so many digits in all: `67920.10999999999` for `67920.11`.
    private static final int NOISY_DIGITS = 16;

    /// Half of the last place of a `float`, which is the most that it adds to a price.
    private static final BigDecimal NOISE = BigDecimal.valueOf(1, 0).divide(BigDecimal.valueOf(1L << 24));

    /// ISO 10383 for "no market".
    private static final String NO_MARKET = "XXXX";

    private final int index;
    private final Symbol symbol;
    private final BigDecimal first;
    private final FloatDetector floats = new FloatDetector();
    private int scale;
    private int longest;
    private int meant;

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
        longest = Math.max(longest, price.precision());
        floats.observe(price);
        while (price.scale() > meant && !isNearlyRound(price)) {
            meant++;
        }
    }

    /// Whether no more than noise is lost if the price has as few decimals as all before it.
    private boolean isNearlyRound(BigDecimal price) {
        BigDecimal lost = price.subtract(price.setScale(meant, RoundingMode.HALF_EVEN));
        return lost.abs().compareTo(price.abs().multiply(NOISE)) <= 0;
    }

    /// The tick size is the finest step of its prices, without noise. The first price stands in for the previous close,
    /// which is unknown.
    Instrument instrument(String currency) {
        boolean noisy = scale >= NOISY || longest >= NOISY_DIGITS || floats.found();
        int decimals = noisy ? meant : scale;
        return new Instrument(
                symbol,
                symbol.text(),
                "Recorded",
                NO_MARKET,
                currency,
                BigDecimal.valueOf(1, decimals),
                first.scale() > decimals ? first.setScale(decimals, RoundingMode.HALF_EVEN) : first,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }
}
