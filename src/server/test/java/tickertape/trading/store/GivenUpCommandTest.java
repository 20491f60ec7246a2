package tickertape.trading.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static tickertape.trading.TradingSamples.limit;
import static tickertape.trading.TradingSamples.market;
import static tickertape.trading.TradingSamples.quote;
import static tickertape.trading.order.Side.BUY;
import static tickertape.trading.store.BooksTest.placed;

import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.store.TestDatabase;
import tickertape.trading.order.OrdStatus;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.web.ProblemException;

/// Nothing is booked of what nobody waits for any more, and who has waited is told whether something may still be.
class GivenUpCommandTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    @AutoClose
    private final TestDatabase database = TestDatabase.with("trading");

    private final Bench bench = new Bench(database, "one").quote(quote("10.00", 100));

    private static Command buy(String name) {
        return new Command.Place(
                new Participant("ann", "ann"), name, market(BUY, 10), BigDecimal.TEN, false, null, OrderReason.NONE);
    }

    private static String refusal(Submission submission) {
        var thrown = assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> submission.await(MOMENT))
                .actual();
        assertThat(thrown.getResponse().getStatus()).isEqualTo(503);
        assertThat(thrown.getResponse().getHeaders()).containsKey(HttpHeaders.RETRY_AFTER);
        return String.valueOf(thrown.getMessage());
    }

    @Test
    void orderThatIsGivenUpBeforeTheWorkerTakesItIsNotBooked() {
        Submission order = bench.handIn(buy("a"));

        assertThat(refusal(order)).contains("nothing comes of this request");

        bench.settle();
        assertThat(bench.orders).isEmpty();
        assertThat(order.result()).isNotDone();
        placed(bench.place("ann", "a", market(BUY, 10)));
    }

    @Test
    void orderThatTheWorkerHasIsInDoubtUntilItIsOnTheDisk() {
        var refusals = new ArrayList<String>();
        Submission order = bench.handIn(buy("a"));
        // Before anybody is answered.
        bench.toldTo(_ -> refusals.add(refusal(order))).settle();

        assertThat(refusals).isNotEmpty().allMatch(refusal -> refusal.startsWith("nobody knows yet"));
        Order booked = placed(order.await(MOMENT));
        assertThat(bench.place("ann", "a", market(BUY, 10))).isInstanceOfSatisfying(Outcome.Placed.class, again -> {
            assertThat(again.isNew()).isFalse();
            assertThat(again.order().id()).isEqualTo(booked.id());
        });
    }

    @Test
    void commandsThatHaveWaitedTooLongAreRefusedWhoeverHasHandedThemIn() {
        Order resting = placed(bench.place("ann", "resting", limit(BUY, 10, "9.00")));
        Submission order = bench.handIn(buy("a"));
        Submission cancel = bench.handIn(new Command.Cancel("ann", resting.id()));
        database.time().pass(Submission.PATIENCE);
        Submission next = bench.handIn(buy("b"));

        bench.settle();

        assertThat(List.of(refusal(order), refusal(cancel)))
                .allMatch(refusal -> refusal.contains("nothing comes of this request"));
        assertThat(placed(next.await(MOMENT)).clOrdId()).isEqualTo("b");
        assertThat(bench.order("ann", resting.id()).status()).isEqualTo(OrdStatus.NEW);
    }

    @Test
    void commandsBehindAFullDiskAreRefusedAndNotBookedWhenThereIsRoom() {
        Order resting = placed(bench.place("ann", "resting", limit(BUY, 10, "9.00")));
        Submission order = bench.handIn(buy("a"));
        Submission cancel = bench.handIn(new Command.Cancel("ann", resting.id()));
        database.fill();
        database.look();

        bench.settle();

        assertThat(List.of(refusal(order), refusal(cancel)))
                .allMatch(refusal -> refusal.contains("nothing comes of this request"));
        assertThat(bench.worker.waiting()).isZero();
        database.free();
        database.look();
        bench.settle();
        assertThat(bench.store.orders(
                        new OrderQuery("ann", OrderQuery.State.ALL, Optional.empty(), Long.MAX_VALUE, 10)))
                .extracting(Order::clOrdId, Order::status)
                .containsExactly(tuple("resting", OrdStatus.NEW));
    }

    @Test
    void whatIsLeftAtTheEndIsRefused() {
        Submission order = bench.handIn(buy("a"));

        bench.worker.close();

        assertThat(refusal(order)).contains("nothing comes of this request");
    }

    @Test
    void playerIsCalledWhatItsAccountIsCalledNow() {
        Order resting = placed(bench.place("ann", "resting", limit(BUY, 10, "9.00")));
        var names = new ArrayList<String>();
        Bench other = new Bench(database, "two");
        other.toldTo(changes -> changes.players().forEach(player -> names.add(player.name())));

        bench.handIn(new Command.Rename("ann", "Anna"));
        bench.handIn(new Command.Rename("nobody", "Nobody"));
        bench.settle();
        other.later();

        assertThat(names).containsExactly("Anna");
        assertThat(bench.order("ann", resting.id()).isOpen()).isTrue();
        assertThat(bench.faults()).isEmpty();
    }
}
