package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.market;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.TradingSamples.stop;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.order.Side.SELL;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.trading.TradingSamples;
import tickertape.trading.ledger.Fill;
import tickertape.trading.order.OrdStatus;
import tickertape.trading.order.OrdType;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.order.TimeInForce;

/// Whatever happens to the server, the books balance, and each order and fill is there once.
class BooksTest {

    private TestDatabase database;

    /// Which database it is.
    Dialect dialect() {
        return Dialect.H2;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.of(dialect(), "trading");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Bench bench() {
        return new Bench(database, "one");
    }

    static Order placed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Placed.class);
        return ((Outcome.Placed) outcome).order();
    }

    @Test
    void orderTradesAtTheQuoteAndTheBooksBalance() {
        Bench bench = bench().quote(quote("10.00", 60)).settle();

        long id = placed(bench.place("ann", "a", limit(BUY, 100, "10.50"))).id();

        assertThat(bench.order("ann", id))
                .extracting(Order::status, Order::cumQty, Order::leavesQty)
                .containsExactly(OrdStatus.PARTIALLY_FILLED, 60L, 40L);
        bench.quote(quote("10.20", 60)).settle();
        assertThat(bench.order("ann", id))
                .extracting(Order::status, order -> order.cumCost().toPlainString())
                .containsExactly(OrdStatus.FILLED, "1009.00");
        assertThat(bench.fills)
                .extracting(Fill::lastQty, fill -> fill.lastPx().toPlainString())
                .containsExactly(tuple(60L, "10.01"), tuple(40L, "10.21"));
        assertThat(placed(bench.place("ann", "b", limit(SELL, 100, "10.00"))).id())
                .isGreaterThan(id);
        assertThat(bench.place("ann", "c", limit(SELL, 100, "10.00")))
                .isEqualTo(new Outcome.Refused(OrderReason.NOT_ENOUGH_SHARES));
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void orderOfTheSameNameIsOneOrder() {
        Bench bench = bench();
        var first = bench.submit("ann", "a", limit(BUY, 100, "10.00"));
        var second = bench.submit("ann", "a", limit(BUY, 100, "10.00"));
        bench.settle();
        Order order = placed(first.resultNow());

        assertThat(second.resultNow()).isEqualTo(new Outcome.Placed(order, false));
        assertThat(bench.place("ann", "a", limit(BUY, 100, "10.0"))).isEqualTo(new Outcome.Placed(order, false));
        assertThat(bench.place("ann", "a", limit(BUY, 101, "10.00")))
                .isEqualTo(new Outcome.Refused(OrderReason.OTHER_CONTENT));
        assertThat(placed(bench.place("bob", "a", limit(BUY, 100, "10.00"))).id())
                .isNotEqualTo(order.id());
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void racedOrdersNeverTakeMoreThanThereIs() {
        Bench bench = bench();
        List<CompletableFuture<Outcome>> outcomes = IntStream.range(0, 100)
                .mapToObj(i -> bench.submit("ann", "n" + i, limit(BUY, 3_000, "10.00")))
                .toList();
        bench.settle();

        assertThat(outcomes.stream().map(CompletableFuture::join).filter(Outcome.Placed.class::isInstance))
                .hasSize(3);
        assertThat(bench.faults()).isEmpty();
        assertThat(bench.cancel("bob", 1)).isEqualTo(new Outcome.Unknown());
        assertThat(bench.cancel("ann", 1)).isInstanceOf(Outcome.Changed.class);
        assertThat(bench.cancel("ann", 1)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void stopBecomesAMarketOrderAndTakesWhatTheCashCovers() {
        Bench bench = bench().quote(quote("10.00", 100_000)).settle();
        long id = placed(bench.place("ann", "a", stop(BUY, 9_000, "11.00"))).id();

        bench.quote(quote("12.00", 100_000)).settle();

        assertThat(bench.order("ann", id))
                .extracting(Order::status, Order::reason, Order::cumQty)
                .containsExactly(OrdStatus.CANCELED, OrderReason.NOT_ENOUGH_CASH, 8_326L);
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void dayOrderEndsWithItsDayAndAllEndWithTheSeason() {
        Bench bench = bench();
        var day = new OrderTerms(
                TradingSamples.ACME, BUY, OrdType.LIMIT, TimeInForce.DAY, 10, new BigDecimal("9.00"), null);
        var outcome = bench.submit(
                "ann", "a", day, day.price(), database.time().instant().plus(Duration.ofMinutes(5)));
        bench.settle();
        long id = placed(outcome.resultNow()).id();
        long other = placed(bench.place("ann", "b", limit(BUY, 10, "9.00"))).id();

        database.time().pass(Duration.ofMinutes(6));
        bench.settle();
        assertThat(bench.order("ann", id))
                .extracting(Order::status, Order::reason)
                .containsExactly(OrdStatus.EXPIRED, OrderReason.END_OF_DAY);
        assertThat(bench.order("ann", other).isOpen()).isTrue();

        database.time().pass(Duration.ofDays(1));
        bench.settle();
        assertThat(bench.order("ann", other))
                .extracting(Order::status, Order::reason)
                .containsExactly(OrdStatus.CANCELED, OrderReason.END_OF_SEASON);
        assertThat(bench.orders).last().extracting(Order::id).isEqualTo(other);
        placed(bench.place("ann", "c", limit(BUY, 10_000, "10.00")));
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void twoServersOnOneDatabaseTakeEachOrderOnce() {
        Bench one = bench();
        Bench two = new Bench(database, "two");
        one.quote(quote("10.00", 1_000)).settle();
        two.quote(quote("10.00", 1_000)).settle();

        long id = placed(two.place("ann", "a", limit(BUY, 100, "10.50"))).id();
        assertThat(one.place("ann", "a", limit(BUY, 100, "10.50"))).isInstanceOf(Outcome.Placed.class);
        one.later();
        two.later();

        assertThat(one.order("ann", id).status()).isEqualTo(OrdStatus.FILLED);
        assertThat(one.fills).hasSize(1);
        assertThat(two.fills).isEqualTo(one.fills);
        assertThat(one.faults()).isEmpty();
    }

    @Test
    void whoIsGoneHasNoOpenOrdersAndNoName() {
        Bench bench = bench();
        long id = placed(bench.place("ann", "a", limit(BUY, 10, "9.00"))).id();

        bench.worker.forget("ann");
        bench.later().quote(quote("8.00", 100)).settle();

        assertThat(bench.store.order("ann", id)).isEmpty();
        assertThat(bench.orders).last().extracting(Order::reason).isEqualTo(OrderReason.ACCOUNT_DELETED);
        assertThat(bench.fills).isEmpty();
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void ordersDoNotWaitForADatabaseThatIsAwayAndAreBookedOnceWhenTheyComeAgain() {
        Bench bench = bench();
        var refused = bench.submit("ann", "a", market(BUY, 10));
        database.goAway();
        bench.settle();
        assertThat(refused.exceptionNow()).hasMessageContaining("nothing comes of this request");

        database.recover();
        bench.quote(quote("10.00", 60)).settle();

        assertThat(bench.orders).isEmpty();
        Order order = placed(bench.place("ann", "a", market(BUY, 10)));
        assertThat(bench.place("ann", "a", market(BUY, 10)))
                .isInstanceOfSatisfying(
                        Outcome.Placed.class,
                        again -> assertThat(again.order().id()).isEqualTo(order.id()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsOrderedTheBooksBalance(long seed) {
        var random = new SplittableRandom(seed);
        Bench one = bench();
        Bench two = new Bench(database, "two");
        for (int i = 0; i < 150; i++) {
            Bench bench = random.nextInt(4) == 0 ? two : one;
            String who = "p" + random.nextInt(4);
            var side = random.nextBoolean() ? BUY : SELL;
            String price = BigDecimal.valueOf(random.nextLong(8_00, 13_00), 2).toPlainString();
            long qty = random.nextLong(1, 2_000);
            var _ = switch (random.nextInt(6)) {
                case 0 -> bench.submit(who, "c" + i, market(side, qty));
                case 1 -> bench.submit(who, "c" + i, stop(side, qty, price));
                case 2 ->
                    bench.handIn(new Command.Cancel(who, random.nextLong(1, 100)))
                            .result();
                default -> bench.submit(who, "c" + i, limit(side, qty, price));
            };
            if (random.nextInt(3) == 0) {
                one.quote(quote(price, random.nextLong(1, 3_000)));
                bench.settle();
            }
            if (random.nextInt(10) == 0) {
                one.later();
                two.later();
            }
        }
        one.later();
        two.later();

        assertThat(one.fills).hasSizeGreaterThan(5);
        assertThat(one.faults()).isEmpty();
        assertThat(one.worker.isReady()).isTrue();
    }
}
