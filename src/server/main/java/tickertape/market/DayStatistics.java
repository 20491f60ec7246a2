package tickertape.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// What the trades of one instrument add up to on one trading day. Only the thread that ticks may touch it.
///
/// A figure of the day that a quote shows begins here.
final class DayStatistics {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    final BigDecimal previousClose;
    BigDecimal last;
    BigDecimal lastSize = BigDecimal.ZERO;
    BigDecimal open;
    BigDecimal high;
    BigDecimal low;
    BigDecimal volume = BigDecimal.ZERO;

    @Nullable
    Instant sourceTime;

    private boolean traded;

    DayStatistics(BigDecimal previousClose) {
        this(previousClose, previousClose);
    }

    /// @param start the price before the first trade
    DayStatistics(BigDecimal previousClose, BigDecimal start) {
        this.previousClose = previousClose;
        last = open = high = low = start;
    }

    /// As readers have been told.
    static DayStatistics of(Quote told) {
        var day = new DayStatistics(told.previousClose(), told.last());
        day.lastSize = told.lastSize();
        day.open = told.open();
        day.high = told.high();
        day.low = told.low();
        day.volume = told.volume();
        day.sourceTime = told.sourceTime();
        day.traded = told.volume().signum() > 0;
        return day;
    }

    void add(Trade trade) {
        last = trade.price();
        lastSize = trade.size();
        open = traded ? open : last;
        high = traded ? high.max(last) : last;
        low = traded ? low.min(last) : last;
        traded = true;
        volume = volume.add(lastSize);
        sourceTime = trade.sourceTime();
    }

    BigDecimal change() {
        return last.subtract(previousClose);
    }

    /// The change in percent of the previous close without its sign, with two decimals; null where that is zero.
    @Nullable
    BigDecimal changePercent() {
        return previousClose.signum() == 0
                ? null
                : change().multiply(HUNDRED).divide(previousClose.abs(), 2, RoundingMode.HALF_UP);
    }
}
