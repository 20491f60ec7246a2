package tickertape.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is known of one instrument's price at one moment.
///
/// Until the first trade, `last`, `open`, `high` and `low` are the previous close, and `lastSize` and `volume` are
/// zero.
///
/// @param bid with `ask`, `bidSize` and `askSize`: null where the source knows trades only
/// @param open the first trade's price
/// @param high the highest trade's price; `low` the lowest
/// @param change `last` less `previousClose`; `changePercent` the same in percent of the previous close
///     without its sign, with two decimals; null where that is zero
/// @param volume the size of all trades together
/// @param seq 1 for the first quote of a symbol, and one more at each change
/// @param time of the last event that changed it: the server's time, to the microsecond
/// @param sourceTime when the last trade took place, if it is from a recording; null otherwise
public record Quote(
        Symbol symbol,
        @Nullable BigDecimal bid,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal bidSize,
        @Nullable BigDecimal askSize,
        BigDecimal last,
        BigDecimal lastSize,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal previousClose,
        BigDecimal change,
        @Nullable BigDecimal changePercent,
        BigDecimal volume,
        long seq,
        Instant time,
        @Nullable Instant sourceTime,
        QuoteStatus status) {

    public Quote {
        check(bid == null == (ask == null), symbol, "bid and ask are not both there", bid, ask);
        check(bid == null || ask == null || bid.compareTo(ask) < 0, symbol, "bid is not below ask", bid, ask);
        check(notNegative(bidSize) && notNegative(askSize), symbol, "a size is negative", bidSize, askSize);
        check(notNegative(lastSize) && notNegative(volume), symbol, "a size is negative", lastSize, volume);
        check(within(last, low, high), symbol, "last, low and high do not fit", last, low, high);
        check(within(open, low, high), symbol, "open, low and high do not fit", open, low, high);
        boolean fits = last.subtract(previousClose).compareTo(change) == 0;
        check(fits, symbol, "last, previousClose and change do not fit", last, previousClose, change);
        check(seq >= 1, symbol, "seq is not positive", seq);
        time = time.truncatedTo(ChronoUnit.MICROS);
        sourceTime = sourceTime == null ? null : sourceTime.truncatedTo(ChronoUnit.MICROS);
    }

    /// The same with another status.
    public Quote with(QuoteStatus other) {
        return new Quote(
                symbol,
                bid,
                ask,
                bidSize,
                askSize,
                last,
                lastSize,
                open,
                high,
                low,
                previousClose,
                change,
                changePercent,
                volume,
                seq,
                time,
                sourceTime,
                other);
    }

    private static boolean within(BigDecimal value, BigDecimal low, BigDecimal high) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    private static boolean notNegative(@Nullable BigDecimal size) {
        return size == null || size.signum() >= 0;
    }

    private static void check(boolean good, Symbol symbol, String fault, @Nullable Object... values) {
        if (!good) {
            throw new IllegalArgumentException(symbol + ": " + fault + ": " + Arrays.toString(values));
        }
    }
}
