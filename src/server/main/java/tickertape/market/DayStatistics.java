package tickertape.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Trade;

/// What the trades of one instrument come to on one trading day; only the market's own thread may touch it.
final class DayStatistics {

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
        this.previousClose = previousClose;
        last = open = high = low = previousClose;
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
}
