package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.tape.Readers.fresh;
import static tickertape.tape.Readers.resuming;
import static tickertape.testing.Tapes.EPOCH;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// Positions say nothing of the private messages of others.
class PrivateOffsetsTest {

    private static final TopicDefinition CASH = TopicDefinition.latest("cash").asPrivate();
    private static final Optional<String> ANN = Optional.of("ann");

    private final Tape tape = Tapes.tape(5, new FakeTime(), QUOTE, CASH);

    @Test
    void nobodyCountsMessagesOfOthers() {
        Cursor ann = fresh(tape, all(), "ann");
        ann.next();
        Cursor anybody = fresh(tape, quotes());
        anybody.next();
        tape.append(batch("qA1"));
        IntStream.range(0, 5000).forEach(i -> cash("bob", i));
        cash("ann", 7);
        tape.append(batch("qA2"));
        IntStream.range(0, 9).forEach(i -> cash("eve", i));

        assertThat(text(anybody.next())).isEqualTo("1:quote=1 2:quote=2");
        assertThat(text(ann.next())).isEqualTo("1:quote=1 1.1:cash=7 2:quote=2");
        assertThat(anybody.position()).isEqualTo(new Position(EPOCH, 2)).isEqualTo(ann.position());
        assertThat(fresh(tape, all(), "ann").next().size()).isEqualTo(2);
    }

    @Test
    void positionBehindAMessageOfAnotherIsUnknown() {
        tape.append(batch("qA1"));
        cash("ann", 1);
        cash("bob", 1);
        cash("bob", 2);
        var bobs = new Position(EPOCH, 1, 2);

        assertThat(resuming(tape, all(), bobs, "bob").next().resume()).isEqualTo(ResumeOutcome.RESUMED);
        assertThat(resuming(tape, all(), bobs, "ann").next().resume()).isEqualTo(ResumeOutcome.SNAPSHOT);
        assertThat(resuming(tape, quotes(), bobs).next().resume()).isEqualTo(ResumeOutcome.SNAPSHOT);
    }

    @Test
    void positionThatNoMessageHasYetIsUnknown() {
        tape.append(batch("qA1"));
        cash("ann", 1);

        assertThat(tape.last(List.of(new Position(EPOCH, 1, 1)), ANN)).isPresent();
        assertThat(tape.last(List.of(new Position(EPOCH, 1, 2)), ANN)).isEmpty();
        assertThat(tape.last(List.of(new Position(EPOCH, 2)), ANN)).isEmpty();
    }

    @Test
    void moreOfOneOwnerThanAnOffsetHasRoomForAreStillInOrder() {
        var offsets = new Offsets(tape.reel());
        long last = offsets.next(Optional.empty());

        for (int i = 0; i <= Position.PARTS; i++) {
            long next = offsets.next(ANN);
            assertThat(next > last && next % Position.PARTS != 0).isTrue();
            last = next;
        }

        assertThat(offsets.next(Optional.empty())).isGreaterThan(last);
    }

    private Filter all() {
        return new Filter(tape.topics(), Map.of());
    }

    private static Filter quotes() {
        return new Filter(Set.of(QUOTE), Map.of());
    }

    private void cash(String owner, int amount) {
        tape.append(List.of(new Draft(CASH, "", Integer.toString(amount)).ownedBy(owner)));
    }
}
