package tickertape.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// What the trades in one span of time add up to. Two that follow on each other add up to a longer one.
///
/// @param turnover the sum of price times size
record Bar(
        Instant start,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        BigDecimal turnover,
        long trades,
        Marks marks) {

    /// So many decimals more than the prices a mean of them has.
    private static final int MEAN_DECIMALS = 2;

    /// One trade.
    static Bar of(Instant start, BigDecimal price, BigDecimal size) {
        return new Bar(start, price, price, price, price, size, price.multiply(size), 1, Marks.NONE);
    }

    /// One price at which nobody may have traded: the middle between bid and ask.
    static Bar quoted(Instant start, BigDecimal mid) {
        Marks marks = Marks.NONE.plus(CandleMark.QUOTES);
        return new Bar(start, mid, mid, mid, mid, BigDecimal.ZERO, BigDecimal.ZERO, 0, marks);
    }

    /// What clients have seen, as far as they can tell it from the bar itself.
    static Bar of(Candle candle) {
        BigDecimal vwap = candle.vwap();
        return new Bar(
                candle.start(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                vwap == null ? BigDecimal.ZERO : vwap.multiply(candle.volume()),
                candle.trades(),
                Marks.of(candle.marks()));
    }

    /// This one and what came later. Of quotes only where neither has trades.
    Bar plus(Bar later) {
        if (isOfQuotes() != later.isOfQuotes()) {
            Bar traded = isOfQuotes() ? later : this;
            Bar quoted = isOfQuotes() ? this : later;
            return traded.startingAt(start).with(quoted.marks.minus(CandleMark.QUOTES));
        }
        return new Bar(
                start,
                open,
                high.max(later.high),
                low.min(later.low),
                later.close,
                volume.add(later.volume),
                turnover.add(later.turnover),
                trades + later.trades,
                marks.plus(later.marks));
    }

    Bar with(Marks more) {
        Marks all = marks.plus(more);
        return all.equals(marks) ? this : new Bar(start, open, high, low, close, volume, turnover, trades, all);
    }

    Bar startingAt(Instant other) {
        return new Bar(other, open, high, low, close, volume, turnover, trades, marks);
    }

    boolean isOfQuotes() {
        return trades == 0;
    }

    /// As clients see it.
    Candle candle(Symbol symbol, Interval interval, boolean complete) {
        return new Candle(
                symbol,
                interval.text(),
                start,
                open,
                high,
                low,
                close,
                plain(volume),
                trades,
                vwap(),
                complete,
                marks.list());
    }

    private @Nullable BigDecimal vwap() {
        return volume.signum() == 0
                ? null
                : turnover.divide(volume, Math.max(0, close.scale()) + MEAN_DECIMALS, RoundingMode.HALF_UP);
    }

    // Whatever scales its parts had, the same volume reads the same.
    private static BigDecimal plain(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
    }
}
