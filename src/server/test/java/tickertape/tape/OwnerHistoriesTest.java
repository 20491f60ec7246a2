package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.tape.Readers.fresh;
import static tickertape.tape.Readers.resuming;
import static tickertape.testing.Tapes.EPOCH;
import static tickertape.testing.Tapes.ORDER;
import static tickertape.testing.Tapes.order;
import static tickertape.testing.Tapes.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// However many owners there are, what is kept of them together is bounded.
class OwnerHistoriesTest {

    private static final TopicDefinition CASH = TopicDefinition.latest("cash").asPrivate();

    @Test
    void historyOfTheOwnerWhoseLastMessageIsTheOldestGoesFirst() {
        Tape tape = keeping(4);
        append(tape, order("ann", "buy"));
        Position before = tape.end();
        append(tape, order("ann", "sell"));
        append(tape, order("bob", "buy"));
        append(tape, order("bob", "sell"));
        assertThat(kept(tape, "ann")).isTrue();

        append(tape, order("eve", "buy"));

        assertThat(kept(tape, "ann")).isFalse();
        assertThat(kept(tape, "bob")).isTrue();
        assertThat(resuming(tape, orders(), before, "ann").next().lost()).containsExactly(ORDER);
        assertThat(resuming(tape, orders(), new Position(EPOCH, 0, 2), "ann")
                        .next()
                        .lost())
                .as("nothing was lost since")
                .isEmpty();
    }

    @Test
    void ownerWithAnotherMessageIsTheNewestAgain() {
        Tape tape = keeping(2);
        append(tape, order("ann", "buy"));
        append(tape, order("bob", "buy"));
        append(tape, order("ann", "sell"));

        assertThat(kept(tape, "ann")).isTrue();
        assertThat(kept(tape, "bob")).isFalse();
    }

    @Test
    void latestOfEachKeyIsKept() {
        Tape tape = keeping(2);
        append(tape, new Draft(CASH, "", "90").ownedBy("ann"));
        append(tape, order("ann", "buy"));

        append(tape, order("bob", "sell"));

        assertThat(text(fresh(tape, new Filter(tape.topics(), Map.of()), "ann").next()))
                .isEqualTo("0.1:cash=90");
    }

    @Test
    void ownerAloneKeepsWhatItsTopicsRetain() {
        Tape tape = keeping(1);

        append(tape, order("ann", "buy"));
        append(tape, order("ann", "sell"));

        assertThat(text(resuming(tape, orders(), new Position(EPOCH, 0), "ann").next()))
                .isEqualTo("0.1:order=buy 0.2:order=sell");
    }

    private static Tape keeping(int messages) {
        return new Tape(EPOCH, Set.of(ORDER, CASH), 100, messages, System::nanoTime);
    }

    private static Filter orders() {
        return new Filter(Set.of(ORDER), Map.of());
    }

    private static void append(Tape tape, Draft draft) {
        tape.append(List.of(draft));
    }

    private static boolean kept(Tape tape, String owner) {
        return !tape.reel().owned().of(owner).isEmpty();
    }
}
