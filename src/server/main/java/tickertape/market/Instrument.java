package tickertape.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
/// @param zone whose clock its hours are by; null where nothing is known of its hours
/// @param hours when it is traded, such as `09:30-12:00`
/// @param holidays days without trading, in ISO 8601
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
        BigDecimal shares,
        @Nullable String zone,
        @Nullable List<String> hours,
        @Nullable List<String> holidays) {

    private static final Pattern MIC = Pattern.compile("[A-Z0-9]{4}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Instrument {
        check(!name.isBlank(), symbol, "name", name, "blank");
        check(!sector.isBlank(), symbol, "sector", sector, "blank");
        check(MIC.matcher(mic).matches(), symbol, "mic", mic, "no ISO 10383 code such as XNAS");
        check(CURRENCY.matcher(currency).matches(), symbol, "currency", currency, "no ISO 4217 code such as USD");
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
        hours = hours == null ? null : List.copyOf(hours);
        holidays = holidays == null ? null : List.copyOf(holidays);
        referencePrice = referencePrice.setScale(Math.max(0, tickSize.scale()), RoundingMode.UNNECESSARY);
    }

    /// One of whose hours nothing is known.
    public Instrument(
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
        this(
                symbol,
                name,
                sector,
                mic,
                currency,
                tickSize,
                referencePrice,
                volatility,
                spread,
                shares,
                null,
                null,
                null);
    }

    /// The same with another tick size; the reference price becomes the nearest multiple of that.
    public Instrument withTickSize(BigDecimal size) {
        return new Instrument(
                symbol,
                name,
                sector,
                mic,
                currency,
                size,
                referencePrice.divide(size, 0, RoundingMode.HALF_EVEN).multiply(size),
                volatility,
                spread,
                shares,
                zone,
                hours,
                holidays);
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
