package tickertape.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import tickertape.wire.Symbol;

/// Something that is traded, and the few figures that tell how its price behaves.
///
/// @param mic the market it is listed on, an ISO 10383 code; `XXXX` where there is none
/// @param currency an ISO 4217 code
/// @param tickSize the step between two prices; its scale is the scale of all prices of the instrument
/// @param referencePrice the close of the day before; takes on the scale of the tick
/// @param volatility standard deviation of a one-minute return, in basis points; zero where unknown
/// @param spread median distance of bid and ask, in basis points of the price; zero where unknown
/// @param shares how many there are, in millions: what its weight in the market follows from; zero where unknown
public record Instrument(
        Symbol symbol,
        String name,
        String sector,
        String mic,
        String currency,
        BigDecimal tickSize,
        BigDecimal referencePrice,
        BigDecimal volatility,
        BigDecimal spread,
        BigDecimal shares) {

    private static final Pattern MIC = Pattern.compile("[A-Z0-9]{4}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Instrument {
        check(!name.isBlank(), symbol, "name", name, "blank");
        check(!sector.isBlank(), symbol, "sector", sector, "blank");
        check(MIC.matcher(mic).matches(), symbol, "mic", mic, "no ISO 10383 code");
        check(CURRENCY.matcher(currency).matches(), symbol, "currency", currency, "no ISO 4217 code");
        check(tickSize.signum() > 0, symbol, "tickSize", tickSize, "not positive");
        check(
                referencePrice.remainder(tickSize).signum() == 0,
                symbol,
                "referencePrice",
                referencePrice,
                "no multiple of the tick size " + tickSize);
        check(volatility.signum() >= 0, symbol, "volatility", volatility, "negative");
        check(spread.signum() >= 0, symbol, "spread", spread, "negative");
        check(shares.signum() >= 0, symbol, "shares", shares, "negative");
        referencePrice = referencePrice.setScale(Math.max(0, tickSize.scale()), RoundingMode.UNNECESSARY);
    }

    /// How many decimals a price of this instrument has.
    public int scale() {
        return Math.max(0, tickSize.scale());
    }

    private static void check(boolean good, Symbol symbol, String field, Object value, String fault) {
        if (!good) {
            throw new IllegalArgumentException("%s: %s '%s' is %s".formatted(symbol, field, value, fault));
        }
    }
}
