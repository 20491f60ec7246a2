package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.EPOCH;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.TRADE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;
import static tickertape.testing.Tapes.order;
import static tickertape.testing.Tapes.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;
import tickertape.testing.Tapes;

/// Who sees everything late sees the same, later.
class DelayedTapeTest {

    private static final Duration DELAY = Duration.ofMinutes(15);
    private static final Duration ALMOST = DELAY.minusNanos(1);
    private static final TopicDefinition NOTE = TopicDefinition.growing("note", "name", name -> true);

    private final FakeTime time = new FakeTime();
    private final List<String> told = new ArrayList<>();
    private final Tape now = Tapes.tape(100, time, QUOTE, TRADE, Tapes.ORDER, NOTE);
    private final DelayedTape delayed = new DelayedTape(now, DELAY, 1 << 20, List.of(this::fail, this::note));
    private final Tape late = delayed.tape();

    private void fail(List<DelayedMessage> messages, Position end) {
        throw new IllegalStateException("no messages today");
    }

    private void note(List<DelayedMessage> messages, Position end) {
        messages.forEach(message -> told.add(
                "%s %s %s by %s".formatted(message.topic().name(), message.key(), message.json(), end.offset())));
    }

    private void pass(Duration duration) {
        time.pass(duration);
        try (var log = new LogRecords(DelayedTape.class)) {
            log.listen();
            delayed.release();
        }
    }

    @Test
    void messageComesAtItsOffsetWhenItIsOldEnoughAndNotEarlier() {
        Cursor reader = Readers.fresh(late, both());
        now.append(batch("qA1 tA1"));
        now.append(batch("qB2"));

        pass(ALMOST);
        assertThat(late.end()).isEqualTo(new Position(EPOCH, 0));
        assertThat(reader.next().isEmpty()).isTrue();

        pass(Duration.ofNanos(1));
        assertThat(text(reader.next())).isEqualTo("1:quote=1 2:trade=1 3:quote=2");
        assertThat(late.end()).isEqualTo(now.end());
        assertThat(delayed.waiting()).isZero();
    }

    @Test
    void settingTheTimeOfTheMachineReleasesNothing() {
        now.append(batch("qA1"));

        time.set(Instant.parse("2030-01-01T00:00:00Z"));

        assertThat(delayed.release()).isFalse();
    }

    @Test
    void idFromTheOtherSideThatIsTooNewGivesTheSnapshotThatIsOldEnough() {
        now.append(batch("qA1"));
        pass(DELAY);
        Position newest = now.append(batch("qA2 tA2"));

        Cursor reader = Readers.resuming(late, both(), newest);

        ReadResult first = reader.next();
        assertThat(first.resume()).isEqualTo(ResumeOutcome.SNAPSHOT);
        assertThat(text(first)).isEqualTo("1:quote=1");
        assertThat(reader.position()).isEqualTo(new Position(EPOCH, 1));
    }

    @Test
    void idThatIsBeyondBothTapesIsTreatedAlike() {
        now.append(batch("qA1"));
        pass(DELAY);
        now.append(batch("qA2"));

        assertThat(text(Readers.resuming(late, both(), new Position(EPOCH, 99)).next()))
                .isEqualTo(text(Readers.resuming(late, both(), now.end()).next()));
    }

    @Test
    void readerGoesOnFromOneTapeToTheOtherWithoutALoss() {
        now.append(batch("qA1 tA1"));
        Cursor reader = Readers.fresh(late, both());
        pass(DELAY);
        reader.next();
        now.append(batch("tA2"));

        Cursor upgraded = Readers.resuming(now, both(), reader.position());

        ReadResult rest = upgraded.next();
        assertThat(rest.resume()).isEqualTo(ResumeOutcome.RESUMED);
        assertThat(text(rest)).isEqualTo("3:trade=2");
    }

    @Test
    void readerThatKeepsUpGetsEachChange() {
        Cursor reader = Readers.fresh(late, both());
        reader.next();
        now.append(batch("qA1"));
        now.append(batch("qA2"));

        pass(DELAY);

        assertThat(text(reader.next())).isEqualTo("1:quote=1 2:quote=2");
    }

    @Test
    void lossIsToldAtItsTime() {
        Cursor reader = Readers.fresh(late, both());
        now.append(batch("tA1"));
        reader.next();
        now.lose(TRADE);

        pass(ALMOST);
        assertThat(reader.behind()).isFalse();

        pass(Duration.ofNanos(1));
        assertThat(reader.next().lost()).containsExactly(TRADE);
        assertThat(late.end()).isEqualTo(now.end());
    }

    @Test
    void privateMessagesAreLateForTheirOwnersToo() {
        Cursor owner = Readers.fresh(late, new Filter(Set.of(Tapes.ORDER), Map.of()), "ann");
        owner.next();
        now.append(List.of(order("ann", "1"), order("bob", "2")));
        now.lose(Tapes.ORDER, "ann");

        pass(ALMOST);
        assertThat(owner.behind()).isFalse();

        pass(Duration.ofNanos(1));
        ReadResult read = owner.next();
        assertThat(read.lost()).containsExactly(Tapes.ORDER);
        assertThat(text(read)).doesNotContain("order=2");
    }

    @Test
    void textGrowsLater() {
        Cursor reader = Readers.fresh(late, new Filter(Set.of(NOTE), Map.of()));
        now.append(List.of(piece("To be, ")));
        pass(DELAY.dividedBy(2));
        now.append(List.of(piece("or not")));

        pass(DELAY.dividedBy(2));
        assertThat(text(reader.next())).isEqualTo("1:note={0 To be, }");

        pass(DELAY);
        assertThat(text(reader.next())).isEqualTo("2:note={7 or not}");
    }

    private static Draft piece(String text) {
        return Draft.piece(NOTE, "hamlet", text, false, (from, whole) -> "{%s %s}".formatted(from, whole));
    }

    @Test
    void listenersAreToldWhatIsForAllOnceItIsOldEnoughWhicheverOfThemFails() {
        now.append(List.of(order("ann", "1"), new Draft(QUOTE, "A", "{\"last\":7}")));

        pass(ALMOST);
        assertThat(told).isEmpty();

        pass(Duration.ofNanos(1));
        assertThat(told).containsExactly("quote A {\"last\":7} by 2");
    }

    @Test
    void onlyTheDelayedTapeSaysThatItIsLate() {
        assertThat(now.delay()).isEmpty();
        assertThat(late.delay()).contains(DELAY);
    }
}
