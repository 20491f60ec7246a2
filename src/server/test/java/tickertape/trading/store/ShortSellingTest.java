package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.trading.TradingSamples.ACME;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.market;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.TradingSamples.stop;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.order.Side.SELL;
import static tickertape.trading.store.BooksTest.placed;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
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
import tickertape.trading.ledger.Position;
import tickertape.trading.order.OrdStatus;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.PositionEffect;

/// Who sells what is not there has the money to buy it back, or the house buys it back in time.
class ShortSellingTest {

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
        return new Bench(database, "one")
                .withShortSelling()
                .quote(quote("10.00", 50_000))
                .settle();
    }

    private static Outcome refused(OrderReason reason) {
        return new Outcome.Refused(reason);
    }

    @Test
    void whatIsSoldShortHoldsBackWhatItCameToAndAsMuchAgain() {
        Bench bench = bench();

        Order sale = placed(bench.place("ann", "a", market(SELL, 1_000)));

        assertThat(sale.effect()).isEqualTo(PositionEffect.OPEN);
        assertThat(bench.holdings(sale).cash()).isEqualByComparingTo("110000");
        assertThat(bench.holdings(sale).reserved()).isEqualByComparingTo("20000");
        assertThat(bench.holdings(sale).position(ACME))
                .extracting(Position::qty, position -> position.cost().toPlainString())
                .containsExactly(-1_000L, "-10000.00");
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void whatIsBoughtBackFreesWhatWasHeldBackAndTheDifferenceIsWon() {
        Bench bench = bench();
        Order sale = placed(bench.place("ann", "a", market(SELL, 1_000)));
        Order rest = placed(bench.place("ann", "b", limit(BUY, 400, "8.00")));
        assertThat(rest.effect()).isEqualTo(PositionEffect.CLOSE);
        assertThat(bench.place("ann", "c", market(BUY, 601))).isEqualTo(refused(OrderReason.OTHER_DIRECTION));

        placed(bench.place("ann", "d", market(BUY, 600)));
        bench.quote(quote("7.99", 50_000)).settle();

        assertThat(bench.holdings(sale).cash()).isEqualByComparingTo("100794");
        assertThat(bench.holdings(sale).reserved()).isEqualByComparingTo("0");
        assertThat(bench.holdings(sale).openOrders()).isZero();
        assertThat(bench.holdings(sale).position(ACME).realized()).isEqualByComparingTo("794");
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void racedSalesTakeNoMoreThanThereIs() {
        Bench bench = bench();
        List<CompletableFuture<Outcome>> outcomes = IntStream.range(0, 100)
                .mapToObj(i -> bench.submit("ann", "n" + i, limit(SELL, 3_000, i % 2 == 0 ? "10.00" : "11.00")))
                .toList();
        bench.settle();

        assertThat(outcomes.stream().map(CompletableFuture::join).filter(Outcome.Placed.class::isInstance))
                .hasSize(3);
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void saleAtABetterPriceTakesWhatTheCashCovers() {
        Bench bench = bench();

        Order sale = placed(bench.place("ann", "a", limit(SELL, 20_000, "5.00")));

        assertThat(bench.order("ann", sale.id()))
                .extracting(Order::cumQty, Order::status, Order::reason)
                .containsExactly(10_000L, OrdStatus.CANCELED, OrderReason.NOT_ENOUGH_CASH);
        assertThat(bench.holdings(sale).available()).isEqualByComparingTo("0");
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void noOrderTurnsAPositionFromOneSideToTheOther() {
        Bench bench = bench();
        long buy = placed(bench.place("ann", "a", limit(BUY, 100, "9.00"))).id();
        assertThat(bench.place("ann", "b", market(SELL, 10))).isEqualTo(refused(OrderReason.OTHER_DIRECTION));
        assertThat(bench.cancel("ann", buy)).isInstanceOf(Outcome.Changed.class);
        placed(bench.place("ann", "c", limit(SELL, 10, "11.00")));
        assertThat(bench.place("ann", "d", market(BUY, 10))).isEqualTo(refused(OrderReason.OTHER_DIRECTION));

        placed(bench.place("bob", "a", market(BUY, 100)));

        assertThat(bench.place("bob", "b", market(SELL, 101))).isEqualTo(refused(OrderReason.NOT_ENOUGH_SHARES));
        placed(bench.place("bob", "c", market(SELL, 100)));
        placed(bench.place("bob", "d", market(SELL, 100)));
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void houseBuysBackWhatHasBecomeTooDear() {
        Bench bench = bench();
        Order sale = placed(bench.place("ann", "a", market(SELL, 1_000)));
        long more = placed(bench.place("ann", "b", limit(SELL, 10, "99.00"))).id();
        long less = placed(bench.place("ann", "c", limit(BUY, 10, "9.00"))).id();
        bench.quote(quote("14.99", 400)).settle();
        assertThat(bench.order("ann", less).isOpen()).isTrue();

        bench.quote(quote("15.00", 400)).settle();
        bench.quote(quote("15.00", 0)).settle();

        assertThat(bench.order("ann", more).reason()).isEqualTo(OrderReason.BUY_IN);
        assertThat(bench.order("ann", less).reason()).isEqualTo(OrderReason.BUY_IN);
        Order buyIn = bench.orders.getLast();
        assertThat(buyIn)
                .extracting(Order::isBuyIn, Order::cumQty, Order::leavesQty, Order::reason)
                .containsExactly(true, 400L, 600L, OrderReason.BUY_IN);
        assertThat(bench.cancel("ann", buyIn.id())).isEqualTo(refused(OrderReason.BUY_IN));
        bench.quote(quote("16.00", 50_000)).settle();
        assertThat(bench.orders.stream().filter(Order::isBuyIn).map(Order::id).distinct())
                .hasSize(1);
        assertThat(bench.holdings(sale).cash()).isEqualByComparingTo("94390");
        assertThat(bench.holdings(sale).reserved()).isEqualByComparingTo("0");
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void whatThePlayerCannotPayTheHouseDoes() {
        Bench bench = bench();
        Order sale = placed(bench.place("ann", "a", market(SELL, 10_000)));
        assertThat(bench.holdings(sale).available()).isEqualByComparingTo("0");

        Bench next = new Bench(database, "one").quote(quote("35.00", 50_000)).settle();

        assertThat(next.holdings(sale).cash()).isEqualByComparingTo("0");
        assertThat(next.holdings(sale).reserved()).isEqualByComparingTo("0");
        assertThat(next.holdings(sale).position(ACME).qty()).isZero();
        assertThat(next.fills)
                .singleElement()
                .satisfies(fill -> assertThat(fill.lastPx()).isEqualByComparingTo("20"));
        assertThat(next.faults()).isEmpty();
    }

    @Test
    void ownOrderThatCannotBePaidBuysNothingBack() {
        Bench bench = bench();
        Order sale = placed(bench.place("ann", "a", market(SELL, 10_000)));
        long own = placed(bench.place("ann", "b", stop(BUY, 10_000, "12.00"))).id();

        // The last price is not too high yet, but what is asked is.
        bench.quote(quote("14.00", "25.00", 50_000)).settle();

        assertThat(bench.order("ann", own))
                .extracting(Order::status, Order::reason, Order::cumQty)
                .containsExactly(OrdStatus.CANCELED, OrderReason.NOT_ENOUGH_CASH, 0L);
        assertThat(bench.holdings(sale).position(ACME).qty()).isEqualTo(-10_000);
        assertThat(bench.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsSoldShortTheBooksBalance(long seed) {
        var random = new SplittableRandom(seed);
        Bench one = bench();
        Bench two = new Bench(database, "two").withShortSelling();
        var outcomes = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < 200; i++) {
            Bench bench = random.nextInt(4) == 0 ? two : one;
            String who = "p" + random.nextInt(4);
            var side = random.nextBoolean() ? BUY : SELL;
            String price = BigDecimal.valueOf(random.nextLong(6_000, random.nextInt(8) == 0 ? 60_000 : 14_000), 3)
                    .toPlainString();
            long qty = random.nextLong(1, 3_000);
            outcomes.add(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> bench.submit(who, "c" + i, market(side, qty));
                        case 2 -> bench.submit(who, "c" + i, stop(side, qty, price));
                        case 3 ->
                            bench.handIn(new Command.Cancel(who, random.nextLong(1, 100)))
                                    .result();
                        default -> bench.submit(who, "c" + i, limit(side, qty, price));
                    });
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

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isCompleted());
        assertThat(one.orders).anyMatch(Order::isBuyIn);
        assertThat(one.faults()).isEmpty();
        assertThat(one.worker.isReady()).isTrue();
    }
}
