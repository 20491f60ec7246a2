package tickertape.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bar: what the trades of one symbol in one span of time add up to.
///
/// There is none for a span without trades.
///
/// @param interval how long it is: `PT1S`, `PT1M`, `PT5M`, `PT15M`, `PT1H`, `P1D` or `P1W`
/// @param start when it begins; days, and weeks from Monday on, are those of the market's time zone
/// @param volume the size of all trades together
/// @param trades how many there were
/// @param vwap the mean price weighted by size, rounded to two decimals more than the close has; null where the volume
///     is zero
/// @param complete whether it has ended; one that has not is still forming, and a later one with the same start
///     replaces it
/// @param marks why it may be less than the whole truth; mostly empty
public record Candle(
        Symbol symbol,
        String interval,
        Instant start,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        long trades,
        @Nullable BigDecimal vwap,
        boolean complete,
        List<CandleMark> marks) {

    // Not compact: to Java 17, the parameters of a compact constructor have no generic types, so JSON-B would fill the
    // list with texts.
    public Candle(
            Symbol symbol,
            String interval,
            Instant start,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal volume,
            long trades,
            @Nullable BigDecimal vwap,
            boolean complete,
            List<CandleMark> marks) {
        check(
                within(open, low, high) && within(close, low, high),
                symbol,
                start,
                "open, high, low and close do not fit");
        check(volume.signum() >= 0 && trades >= 0, symbol, start, "volume or trades are negative");
        check(volume.signum() == 0 == (vwap == null), symbol, start, "volume and vwap do not fit");
        this.symbol = symbol;
        this.interval = interval;
        this.start = start;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.trades = trades;
        this.vwap = vwap;
        this.complete = complete;
        this.marks = copy(marks);
    }

    // JSON-B passes null for a property that is not there.
    private static List<CandleMark> copy(@Nullable List<CandleMark> marks) {
        return marks == null ? List.of() : List.copyOf(marks);
    }

    private static boolean within(BigDecimal value, BigDecimal low, BigDecimal high) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    private static void check(boolean good, Symbol symbol, Instant start, String fault) {
        if (!good) {
            throw new IllegalArgumentException("%s: the bar of %s: %s".formatted(symbol, start, fault));
        }
    }
}
