package tickertape.trading;

import java.time.Duration;
import java.time.ZoneOffset;
import tickertape.store.TestDatabase;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.order.Order;
import tickertape.trading.store.Books;
import tickertape.trading.store.ChangeListener;
import tickertape.trading.store.Changes;
import tickertape.trading.store.TradingWorker;

/// A worker without a thread, of which nobody hears: the test takes its turns.
final class QuietWorker implements ChangeListener {

    private QuietWorker() {}

    static TradingWorker of(TestDatabase database) {
        return new TradingWorker(
                new TradingWorker.Setting(
                        database.database(),
                        new Books(TradingSamples.CASH, 5, Duration.ofDays(2)),
                        new SeasonCalendar("P1D", ZoneOffset.UTC),
                        "one",
                        database.time(),
                        database.time()::nanoTime,
                        Thread.ofPlatform().daemon().factory()),
                new QuietWorker());
    }

    @Override
    public void changed(Changes changes) {}

    @Override
    public void waits(Iterable<Order> orders) {}

    @Override
    public void turned() {}
}
