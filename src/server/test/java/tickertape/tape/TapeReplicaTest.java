package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.TRADE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;
import static tickertape.testing.Tapes.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// Whoever makes a tape of the same log has the same tape, whatever he had before and wherever he begins.
class TapeReplicaTest {

    private static final TopicDefinition CANDLE = TopicVariants.of(
                    "interval",
                    List.of("PT1S", "PT1M"),
                    "PT1M",
                    interval -> TopicDefinition.latest("candle").keyedBy("symbol", symbol -> true))
            .topic("PT1S");
    private static final TopicDefinition TEXT = TopicDefinition.growing("text", "id", id -> true);
    private static final TopicDefinition[] TOPICS = {QUOTE, TRADE, CANDLE, Tapes.ORDER, TEXT};

    private final FakeTime time = new FakeTime();
    private final List<String> told = new ArrayList<>();

    @Test
    void framesAreTheSameByteByByteAsOnTheTapeThatWasWritten() {
        Tape written = Tapes.tape(100, time, TOPICS);
        Tape repeated = Tapes.tape(100, time, TOPICS);
        TapeReplica replica = replica(repeated);
        replica.begin(Tapes.beginning(Tapes.EPOCH));
        List<List<Draft>> batches = List.of(
                batch("qA1 tA2 qB3"),
                List.of(new Draft(CANDLE, "A", "{\"text\":\"äöü \u4e2d\u6587 \uD83D\uDE00\"}").in("group")),
                List.of(Tapes.order("ann", "1"), Tapes.order("bob", "2"), Tapes.order("ann", "3")),
                batch("tC4 qA5"));

        for (List<Draft> drafts : batches) {
            Position end = replica.append(TapeReplica.batch(drafts));
            assertThat(end).isEqualTo(written.append(drafts));
        }

        for (String owner : List.of("ann", "bob")) {
            assertThat(all(repeated, owner)).isEqualTo(all(written, owner)).contains("id: e0-");
        }
        assertThat(all(repeated, "ann")).contains("\"äöü \u4e2d\u6587 \uD83D\uDE00\"", "id: e0-4.2");
    }

    @Test
    void groupGoesWithItsMessage() {
        TopicDefinition grouped =
                TopicDefinition.latest("note").keyedBy("id", id -> true).groupedBy("symbol", symbol -> true);
        Tape repeated = Tapes.tape(100, time, grouped);
        TapeReplica replica = replica(repeated);

        replica.append(TapeReplica.batch(
                List.of(new Draft(grouped, "1", "\"of A\"").in("A"), new Draft(grouped, "2", "\"of B\"").in("B"))));

        var filter = new Filter(Set.of(grouped), Map.of("symbol", Set.of("B")));
        assertThat(Tapes.text(Readers.fresh(repeated, filter).next())).isEqualTo("2:note=\"of B\"");
    }

    @Test
    void messagesOfTopicsThatThisServerDoesNotHaveKeepTheirOffsets() {
        Tape repeated = Tapes.tape(100, time, QUOTE, TRADE);
        TapeReplica replica = replica(repeated);

        replica.append(TapeReplica.batch(
                List.of(new Draft(CANDLE, "A", "1"), Tapes.order("ann", "2"), new Draft(TRADE, "A", "3"))));
        Cursor cursor = Readers.fresh(repeated, both());
        cursor.next();
        replica.append(TapeReplica.batch(batch("tB4")));

        assertThat(Tapes.text(cursor.next())).isEqualTo("3:trade=4");
    }

    @Test
    void pieceOfATextIsRefused() {
        List<Draft> piece = List.of(Draft.piece(TEXT, "1", "Once", false, (from, text) -> text));

        assertThatThrownBy(() -> TapeReplica.batch(piece))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("topic 'text' grows, and can't be shared");
    }

    @Test
    void whoBeginsWithASnapshotHasTheLatestAndTheSameOffsets() {
        Tape old = Tapes.tape(100, time, TOPICS);
        TapeReplica log = replica(old);
        log.begin(Tapes.beginning("one"));
        log.append(TapeReplica.batch(batch("qA1 qB2 tA3 qA4")));

        Tape fresh = Tapes.tape(100, time, TOPICS);
        TapeReplica late = replica(fresh);
        late.begin(log.snapshot());
        byte[] next = TapeReplica.batch(batch("tB5 qB6"));
        log.append(next);
        late.append(next);

        assertThat(fresh.end()).isEqualTo(old.end()).hasToString("one-6");
        assertThat(events(Readers.fresh(fresh, both()).next()))
                .isEqualTo(events(Readers.fresh(old, both()).next()))
                .contains("data: 4\nid: one-4\n", "data: 6\nid: one-6\n");
        // After the snapshot, all is there one by one; what was before is missing, and said to be.
        assertThat(events(
                        Readers.resuming(fresh, both(), new Position("one", 4)).next()))
                .isEqualTo(events(
                        Readers.resuming(old, both(), new Position("one", 4)).next()));
        ReadResult missed =
                Readers.resuming(fresh, both(), new Position("one", 2)).next();
        assertThat(missed.resume()).isEqualTo(ResumeOutcome.GAP);
        assertThat(missed.lost()).containsExactly(TRADE);
    }

    @Test
    void readerIsVoidWhenTheTapeBeginsInAnotherEpoch() {
        Tape tape = Tapes.tape(100, time, TOPICS);
        TapeReplica replica = replica(tape);
        replica.append(TapeReplica.batch(batch("qA1 tA2")));
        Cursor reading = Readers.fresh(tape, both());
        reading.next();

        replica.begin(Tapes.beginning("two"));

        assertThat(reading.behind()).isTrue();
        assertThat(reading.isVoid()).isTrue();
        assertThat(reading.next().isEmpty()).isTrue();
        assertThat(reading.position()).hasToString("e0-2");
        Cursor back = Readers.resuming(tape, both(), reading.position());
        replica.append(TapeReplica.batch(batch("qA3")));
        assertThat(back.next().resume()).isEqualTo(ResumeOutcome.SNAPSHOT);
        assertThat(back.position()).hasToString("two-1");
    }

    @Test
    void readerThatHasNotReadYetBeginsInTheNewEpoch() {
        Tape tape = Tapes.tape(100, time, TOPICS);
        TapeReplica replica = replica(tape);
        replica.append(TapeReplica.batch(batch("qA1")));
        Cursor resuming = Readers.resuming(tape, both(), tape.end());

        replica.begin(Tapes.beginning("two"));
        replica.append(TapeReplica.batch(batch("qB2")));

        ReadResult first = resuming.next();
        assertThat(first.resume()).isEqualTo(ResumeOutcome.SNAPSHOT);
        assertThat(events(first)).isEqualTo("event: quote\ndata: 2\nid: two-1\n\n");
    }

    @Test
    void readerOfTheSameEpochGoesOnAndIsToldWhatItMayHaveMissed() {
        Tape old = Tapes.tape(100, time, TOPICS);
        TapeReplica log = replica(old);
        log.begin(Tapes.beginning("one"));
        Tape behind = Tapes.tape(100, time, TOPICS);
        TapeReplica late = replica(behind);
        late.begin(log.snapshot());
        Cursor reading = Readers.fresh(behind, both());
        reading.next();
        log.append(TapeReplica.batch(batch("qA1 tA2")));

        late.begin(log.snapshot());

        assertThat(reading.isVoid()).isFalse();
        ReadResult read = reading.next();
        assertThat(read.lost()).containsExactly(TRADE);
        assertThat(events(read)).contains("data: 1\nid: one-1\n");
        assertThat(reading.position()).hasToString("one-2");
    }

    @Test
    void positionBehindTheEndIsThatOfAReaderOfAnotherServer() {
        Tape tape = Tapes.tape(100, time, TOPICS);
        replica(tape).append(TapeReplica.batch(batch("qA1 tA2")));

        assertThat(tape.ahead(List.of(tape.end(), new Position("one", 9), new Position(Tapes.EPOCH, 2, 1))))
                .isEmpty();
        assertThat(tape.ahead(List.of(new Position(Tapes.EPOCH, 3), new Position(Tapes.EPOCH, 5), tape.end())))
                .contains(new Position(Tapes.EPOCH, 5));
    }

    @Test
    void listenersAreToldOfWhatIsForAll() {
        TapeReplica replica = replica(Tapes.tape(100, time, TOPICS));

        replica.begin(Tapes.beginning("one"));
        replica.append(TapeReplica.batch(batch("qA1 tB2 qA3")));
        replica.append(TapeReplica.batch(List.of(Tapes.order("ann", "4"))));
        byte[] snapshot = replica.snapshot();
        replica.begin(snapshot);

        assertThat(replica.epoch(snapshot)).isEqualTo("one");
        assertThat(told)
                .containsExactly(
                        "begin one-0", "quote A 1, quote A 3, trade B 2 to one-3", "begin one-0", "quote A 3 to one-3");
    }

    private TapeReplica replica(Tape tape) {
        return new TapeReplica(tape, List.of(new BatchListener() {
            @Override
            public void onBegin(Position start) {
                told.add("begin " + start);
            }

            @Override
            public void onMessages(List<DelayedMessage> messages, Position end) {
                told.add(String.join(
                                ", ",
                                messages.stream()
                                        .map(message -> "%s %s %s"
                                                .formatted(message.topic().name(), message.key(), message.json()))
                                        .toList())
                        + " to " + end);
            }
        }));
    }

    /// Everything that an owner gets one by one, as bytes.
    private static String all(Tape tape, String owner) {
        var cursor = new Cursor(
                tape,
                new Filter(tape.topics(), Map.of()),
                Optional.of(new Position(Tapes.EPOCH, 0)),
                new ConflationPolicy(100, Duration.ofHours(1)),
                Optional.of(owner));
        return events(cursor.next());
    }
}
