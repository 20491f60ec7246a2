package sample;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;
import tickertape.market.ticker.TickListener;
import tickertape.web.monitoring.ProgressMonitor;
import tickertape.wire.Symbol;

/// The last price of each symbol, as the ticks bring it. Any thread may read.
final class LastPrices implements TickListener {

    private final ProgressMonitor progress;
    private final Map<Symbol, BigDecimal> prices = new ConcurrentHashMap<>();

    /// @param progress hears of each tick
    LastPrices(ProgressMonitor progress) {
        this.progress = progress;
    }

    @Override
    public String name() {
        return MemoBeans.MEMOS;
    }

    @Override
    public void onTick(Tick tick) {
        tick.quotes().forEach(quote -> prices.put(quote.symbol(), quote.last()));
        progress.record();
    }

    // Only the newest quotes matter.
    @Override
    public OverflowPolicy overflowPolicy() {
        return OverflowPolicy.MERGE;
    }

    /// Null before the first.
    @Nullable
    BigDecimal of(Symbol symbol) {
        return prices.get(symbol);
    }
}
