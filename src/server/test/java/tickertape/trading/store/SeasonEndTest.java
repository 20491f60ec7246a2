package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.store.BooksTest.placed;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.store.Dialect;
import tickertape.store.TestDatabase;
import tickertape.trading.ledger.Fill;
import tickertape.trading.matching.Match;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;

/// A season ends in small steps, which a kill may interrupt, and nobody trades between them.
class SeasonEndTest {

    private static final int ORDERS = 2 * SeasonEnd.SOME + 1;
    private static final Duration DAY = Duration.ofDays(1);

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

    private Bench benchWithOrders() {
        var bench = new Bench(database, "one");
        for (int i = 0; i < ORDERS; i++) {
            var _ = bench.submit("p" + i / Bench.MOST, "c" + i, limit(BUY, 10, "9.00"));
        }
        bench.settle();
        assertThat(openOrders()).hasSize(ORDERS);
        return bench;
    }

    private List<Order> openOrders() {
        return database.database().query(connection -> OrderTable.open(connection));
    }

    private BookState state() {
        return database.database().query(StateTable::read);
    }

    /// The database goes away after the first step.
    private Bench endHalf() {
        var bench = benchWithOrders();
        bench.toldTo(_ -> database.goAway());
        database.time().pass(DAY);
        bench.settle();
        database.recover();
        assertThat(openOrders()).hasSize(ORDERS - SeasonEnd.SOME);
        assertThat(state().isEnding()).isTrue();
        return bench;
    }

    @Test
    void manyOrdersEndInSeveralSteps() {
        Bench bench = benchWithOrders();
        var steps = new ArrayList<Integer>();
        var faults = new ArrayList<String>();
        bench.toldTo(changes -> {
            steps.add(changes.orders().size());
            faults.addAll(bench.faults());
        });
        bench.orders.clear();

        database.time().pass(DAY);
        bench.settle();

        // The last is what the new season begins with.
        assertThat(steps).containsExactly(SeasonEnd.SOME, SeasonEnd.SOME, 1, 0);
        assertThat(faults).isEmpty();
        assertThat(bench.orders)
                .hasSize(ORDERS)
                .allSatisfy(order -> assertThat(order.reason()).isEqualTo(OrderReason.END_OF_SEASON));
        assertThat(openOrders()).isEmpty();
        assertThat(state().isEnding()).isFalse();
        assertThat(placed(bench.place("p0", "new", limit(BUY, 10_000, "10.00"))).season())
                .isEqualTo(state().season());
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void seasonThatOneServerHasEndedIsHeardOfByTheOther() {
        var one = new Bench(database, "one");
        var two = new Bench(database, "two");
        var _ = placed(one.place("ann", "a", limit(BUY, 10, "9.00")));
        two.later();
        String before = state().season();
        var seasons = new ArrayList<String>();
        two.toldTo(changes -> seasons.add(changes.season()));

        database.time().pass(DAY);
        one.settle();
        two.settle();

        assertThat(seasons).isNotEmpty().doesNotContain(before).containsOnly(state().season());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void seasonThatHalfEndedEndsAtTheNextStart(int daysLater) {
        var _ = endHalf();
        String before = state().season();
        database.time().pass(DAY.multipliedBy(daysLater));

        var restarted = new Bench(database, "two");

        assertThat(restarted.worker.isReady()).isTrue();
        assertThat(openOrders()).isEmpty();
        assertThat(state().isEnding()).isFalse();
        assertThat(state().season()).isNotEqualTo(before);
        assertThat(placed(restarted.place("p0", "new", limit(BUY, 10_000, "10.00")))
                        .season())
                .isEqualTo(state().season());
        assertThat(database.execute("UPDATE trading_season SET ended = ended")).isEqualTo(1 + daysLater);
        assertThat(restarted.faults()).isEmpty();
    }

    @Test
    void seasonThatHalfEndedEndsWhenTheDatabaseIsBack() {
        Bench bench = endHalf();
        bench.toldTo(_ -> {}).orders.clear();

        bench.later();

        assertThat(bench.orders).hasSize(ORDERS - SeasonEnd.SOME);
        assertThat(openOrders()).isEmpty();
        assertThat(bench.faults()).isEmpty();
    }

    @Test
    void serverWhoseClockIsBehindTradesInTheNewSeasonOnly() {
        var _ = endHalf();
        String next = state().next().season();
        Order waiting = openOrders().getLast();
        var other = new Bookkeeper(database.database(), database.time(), Bench.CASH, Bench.MOST);

        Bookkeeper.Written written = other.write(List.of(
                new Command.Apply(new Match.Trade(waiting, 10, new BigDecimal("8.00"))),
                new Command.Place(
                        new Participant("new", "new"),
                        "a",
                        limit(BUY, 1, "9.00"),
                        new BigDecimal("9.00"),
                        false,
                        null,
                        OrderReason.NONE)));

        assertThat(written.outcomes().getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Unchanged.class,
                        unchanged -> assertThat(unchanged.order().reason()).isEqualTo(OrderReason.END_OF_SEASON));
        assertThat(placed(written.outcomes().getLast()).season())
                .isEqualTo(next)
                .isEqualTo(state().season());
        assertThat(openOrders()).hasSize(1);
        // Then the server that has matched orders is known to be gone.
        database.time().pass(Duration.ofMinutes(1));
        var bench = new Bench(database, "two").quote(quote("8.00", 1_000)).settle();
        assertThat(bench.fills).extracting(Fill::season).containsOnly(next);
        assertThat(bench.faults()).isEmpty();
    }
}
