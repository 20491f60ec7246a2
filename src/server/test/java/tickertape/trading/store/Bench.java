package tickertape.trading.store;

import static tickertape.trading.TradingSamples.tick;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;
import tickertape.store.TestDatabase;
import tickertape.trading.ledger.Fill;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.wire.MarketPhase;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;

/// One run of a server that trades. It has no thread: the test takes the steps.
public final class Bench implements ChangeListener {

    static final BigDecimal CASH = new BigDecimal("100000");
    static final int MOST = 5;
    static final Duration KEEP = Duration.ofDays(2);

    final TradingWorker worker;
    final List<Fill> fills = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    private final Map<Long, Holdings> holdings = new HashMap<>();
    final TradingStore store;
    private final TestDatabase database;
    private boolean mayShort;
    private Consumer<Changes> hearer = _ -> {};

    Bench(TestDatabase database, String run) {
        this.database = database;
        store = new TradingStore(database.database());
        worker = new TradingWorker(
                new TradingWorker.Setting(
                        database.database(),
                        new Books(CASH, MOST, KEEP),
                        new SeasonCalendar("P1D", ZoneId.of("UTC")),
                        run,
                        database.time(),
                        database.time()::nanoTime,
                        Thread.ofPlatform().daemon().factory()),
                this);
        worker.run();
    }

    /// From now on, shares may be sold that are not there.
    Bench withShortSelling() {
        mayShort = true;
        return this;
    }

    /// From now on, somebody else hears of changes as well, on the worker's thread.
    Bench toldTo(Consumer<Changes> other) {
        hearer = other;
        return this;
    }

    @Override
    public void changed(Changes changes) {
        fills.addAll(changes.fills());
        orders.addAll(changes.orders());
        changes.holdings().forEach(each -> holdings.put(each.player(), each));
        hearer.accept(changes);
    }

    @Override
    public void waits(Iterable<Order> waiting) {}

    @Override
    public void turned() {}

    /// A turn of the worker.
    Bench settle() {
        worker.run();
        return this;
    }

    /// The same more than a second later, so that it looks at what others have written.
    Bench later() {
        database.time().pass(Duration.ofSeconds(2));
        return settle();
    }

    Bench quote(Quote... quotes) {
        worker.put(tick(quotes));
        return this;
    }

    /// What the market as a whole does from now on.
    Bench status(MarketPhase phase) {
        Instant now = database.time().instant();
        worker.put(new Tick(now, new MarketStatus(phase, null, null, now), List.of(), List.of()));
        return this;
    }

    CompletableFuture<Outcome> submit(String who, String name, OrderTerms terms) {
        return submit(who, name, terms, terms.price() == null ? terms.stopPx() : terms.price(), null);
    }

    CompletableFuture<Outcome> submit(
            String who, String name, OrderTerms terms, @Nullable BigDecimal px, @Nullable Instant expires) {
        BigDecimal reserve = px == null ? BigDecimal.TEN : px;
        var player = new Participant(who, who);
        return handIn(new Command.Place(player, name, terms, reserve, mayShort, expires, OrderReason.NONE))
                .result();
    }

    Submission handIn(Command command) {
        return worker.submit(command).orElseThrow();
    }

    Outcome place(String who, String name, OrderTerms terms) {
        var outcome = submit(who, name, terms);
        settle();
        return outcome.resultNow();
    }

    Outcome cancel(String who, long order) {
        var outcome = handIn(new Command.Cancel(who, order)).result();
        settle();
        return outcome.resultNow();
    }

    Order order(String who, long id) {
        return store.order(who, id).orElseThrow();
    }

    /// What the owner of an order has.
    Holdings holdings(Order order) {
        return Objects.requireNonNull(holdings.get(order.player()));
    }

    /// What a check of all books finds.
    List<String> faults() {
        return new BookCheck(database.database()).all();
    }
}
