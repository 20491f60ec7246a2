package tickertape.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.order.Side.BUY;

import jakarta.ws.rs.core.HttpHeaders;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.market.Market;
import tickertape.market.ScriptedFeed;
import tickertape.store.TestDatabase;
import tickertape.trading.board.Board;
import tickertape.trading.board.Prices;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.store.Outcome;
import tickertape.trading.store.Participant;
import tickertape.trading.store.TradingWorker;
import tickertape.web.Problem;
import tickertape.web.ProblemException;

/// An order that is in the books is answered as that, whatever has become of its instrument; others are checked.
class TradingTest {

    private static final Participant ANN = new Participant("ann", "ann");

    @AutoClose
    private final TestDatabase database = TestDatabase.with("trading");

    private final TradingWorker worker = QuietWorker.of(database);
    private final Trading trading = at("ACME");

    @BeforeEach
    void start() {
        worker.run();
    }

    private Trading at(String instrument) {
        return new Trading(
                worker,
                database.database(),
                new Market(new ScriptedFeed(instrument)),
                new Prices(),
                false,
                ZoneOffset.UTC,
                database.time());
    }

    private Outcome place(Trading door, String name, OrderTerms terms) {
        CompletableFuture<Outcome> outcome = door.place(ANN, name, terms).result();
        worker.run();
        return outcome.resultNow();
    }

    private void checkRefused(Trading door, String name, OrderTerms terms, String reason, String detail) {
        CompletableFuture<Outcome> outcome = door.place(ANN, name, terms).result();
        worker.run();
        assertThat(outcome.exceptionNow())
                .hasMessageContaining(detail)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getResponse().getEntity())
                                .asInstanceOf(type(Problem.class))
                                .extracting(Problem::reason)
                                .isEqualTo(reason));
    }

    @Test
    void orderIsOneAlsoAfterItsInstrumentIsGone() {
        Trading later = at("OTHER");
        OrderTerms terms = limit(BUY, 10, "10.00");
        Order order = ((Outcome.Placed) place(trading, "a", terms)).order();

        assertThat(place(later, "a", terms)).isEqualTo(new Outcome.Placed(order, false));
        assertThat(place(later, "a", limit(BUY, 11, "10.00")))
                .isEqualTo(new Outcome.Refused(OrderReason.OTHER_CONTENT));
        checkRefused(later, "b", terms, "unknownSymbol", "there is no instrument ACME");
    }

    @Test
    void databaseThatTakesNoRowsRefusesAtOnceAndKeepsNothingForLater() {
        var board = new Board(
                new Prices(), TradingSamples.CASH, false, new SeasonCalendar("P1D", ZoneOffset.UTC), database.time());
        var house = new HouseDoor(trading, board, worker, new SecureRandom());
        assertThat(house.isOpen()).isTrue();

        database.fill();
        database.look();
        checkClosed(house);
        database.free();
        database.look();
        assertThat(house.isOpen()).isTrue();

        database.goAway();
        checkClosed(house);
        database.recover();
        assertThat(place(trading, "a", limit(BUY, 10, "10.00"))).isInstanceOf(Outcome.Placed.class);
    }

    private void checkClosed(HouseDoor house) {
        List<ThrowingCallable> requests =
                List.of(() -> trading.place(ANN, "a", limit(BUY, 10, "10.00")), () -> trading.cancel("ann", 1));
        assertThat(requests)
                .allSatisfy(request -> assertThatExceptionOfType(ProblemException.class)
                        .isThrownBy(request)
                        .withMessageContaining("nothing comes of this request")
                        .satisfies(refused -> {
                            assertThat(refused.getResponse().getStatus()).isEqualTo(503);
                            assertThat(refused.getResponse().getHeaders()).containsKey(HttpHeaders.RETRY_AFTER);
                        }));
        assertThat(worker.waiting()).isZero();
        assertThat(house.isOpen()).isFalse();
    }

    @Test
    void nameThatIsTakenIsFoundBeforeThePriceIsLookedAt() {
        var _ = place(trading, "a", limit(BUY, 10, "10.00"));

        assertThat(place(trading, "a", limit(BUY, 10, "10.001")))
                .isEqualTo(new Outcome.Refused(OrderReason.OTHER_CONTENT));
        checkRefused(trading, "b", limit(BUY, 10, "10.001"), "offGrid", "price of ACME is a multiple of");
    }
}
