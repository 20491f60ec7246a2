package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tickertape.tape.Readers.LAG;
import static tickertape.tape.Readers.fresh;
import static tickertape.tape.Readers.resuming;
import static tickertape.testing.Tapes.EPOCH;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// A message of a private topic is read by its owner, and leaves no trace anywhere else.
class PrivateTopicTest {

    private static final TopicDefinition ORDER =
            TopicDefinition.every("order").asPrivate().retaining(3);
    private static final TopicDefinition CASH = TopicDefinition.latest("cash").asPrivate();
    private static final TopicDefinition ADVICE =
            TopicDefinition.growing("advice", "id", id -> true).asPrivate();

    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(5, time, QUOTE, ORDER, CASH, ADVICE);

    @Test
    void ownerGetsItsMessagesAmongThoseForAllInOneOrder() {
        Cursor ann = follower("ann");
        tape.append(batch("qA1"));
        order("ann", "buy");
        tape.append(batch("qA2"));
        cash("ann", "90");

        assertThat(text(ann.next())).isEqualTo("1:quote=1 1.1:order=buy 2:quote=2 2.1:cash=90");
    }

    @Test
    void oneBatchMayHoldMessagesForAllAndOfSeveralOwners() {
        Cursor ann = follower("ann");
        Cursor bob = follower("bob");

        tape.append(List.of(
                batch("qA1").getFirst(),
                new Draft(ORDER, "", "buy").ownedBy("ann"),
                new Draft(ORDER, "", "sell").ownedBy("bob"),
                batch("qB2").getFirst()));

        assertThat(text(ann.next())).isEqualTo("1:quote=1 1.1:order=buy 2:quote=2");
        assertThat(text(bob.next())).isEqualTo("1:quote=1 1.1:order=sell 2:quote=2");
    }

    @Test
    void snapshotHoldsOnlyWhatTheOwnerMaySee() {
        cash("ann", "90");
        cash("bob", "7");
        tape.append(List.of(advice("ann", "A", "Sell"), advice("bob", "B", "Hold")));

        assertThat(text(fresh(tape, all(), "ann").next())).isEqualTo(":advice=A+0 Sell 0.1:cash=90");
        assertThat(text(fresh(tape, all(), "bob").next())).isEqualTo(":advice=B+0 Hold 0.1:cash=7");
        assertThat(text(fresh(tape, all(), "eve").next())).isEmpty();
    }

    @Test
    void messagesOfOthersDoNotPutAReaderBehind() {
        Cursor ann = follower("ann");
        Cursor anybody = fresh(tape, new Filter(Set.of(QUOTE), Map.of()));
        anybody.next();

        order("bob", "sell");

        assertThat(ann.behind()).isFalse();
        assertThat(anybody.behind()).isFalse();
        order("ann", "buy");
        assertThat(ann.behind()).isTrue();
        assertThat(anybody.behind()).isFalse();
    }

    @Test
    void whatIsForAllIsReadOnceThoughPrivateMessagesCameInBetween() {
        Filter quotes = new Filter(Set.of(QUOTE), Map.of());
        Cursor ann = follower("ann");
        Cursor bob = follower("bob");
        Cursor anybody = fresh(tape, quotes);
        anybody.next();
        order("ann", "buy");
        ann.next();
        tape.append(batch("qA1"));

        ReadResult read = ann.next();

        assertThat(text(read)).isEqualTo("1:quote=1");
        assertThat(bob.next()).isSameAs(read);
        assertThat(anybody.next()).isSameAs(read);
    }

    @Test
    void privateMessagesDoNotMakeReadersReadAgain() {
        Cursor one = follower("ann");
        Cursor other = follower("bob");
        tape.append(batch("qA1"));
        ReadResult read = one.next();

        order("eve", "buy");

        assertThat(other.next()).isSameAs(read);
    }

    @Test
    void positionResumesWithTheMissingMessagesOfTheOwner() {
        tape.append(batch("qA1"));
        order("ann", "buy");
        order("bob", "sell");
        order("ann", "cancel");

        ReadResult read =
                resuming(tape, all(), new Position(EPOCH, 1, 1), "ann").next();

        assertThat(text(read)).isEqualTo("1.2:order=cancel");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.RESUMED);
    }

    @Test
    void onlyTheOwnerIsToldOfItsGap() {
        Cursor ann = follower("ann");
        Cursor bob = follower("bob");
        order("bob", "hold");
        IntStream.range(0, 5).forEach(i -> order("ann", "buy" + i));

        ReadResult read = ann.next();

        assertThat(read.lost()).containsExactly(ORDER);
        assertThat(read.resume()).isEqualTo(ResumeOutcome.GAP);
        assertThat(text(read)).isEqualTo("0.3:order=buy2 0.4:order=buy3 0.5:order=buy4");
        ReadResult other = bob.next();
        assertThat(other.lost()).isEmpty();
        assertThat(other.resume()).isEqualTo(ResumeOutcome.RESUMED);
        assertThat(text(other)).isEqualTo("0.1:order=hold");
    }

    @Test
    void onlyChangesOfTheOwnerCountAsMerged() {
        Cursor ann = follower("ann");
        cash("ann", "1");
        cash("bob", "2");
        cash("bob", "3");
        cash("ann", "4");
        time.pass(LAG.plusNanos(1));

        assertThat(text(ann.next())).isEqualTo("0.2:cash=4");

        assertThat(ann.merged()).isEqualTo(1);
    }

    @Test
    void slownessOfOneOwnerMergesNothingOfAnother() {
        Cursor bob = follower("bob");
        cash("ann", "1");
        time.pass(LAG.plusNanos(1));
        cash("bob", "2");
        cash("bob", "3");

        assertThat(text(bob.next())).isEqualTo("0.1:cash=2 0.2:cash=3");
    }

    @Test
    void lostMessagesOfOneOwnerAreAGapForThatOwnerOnly() {
        Cursor ann = follower("ann");
        Cursor bob = follower("bob");

        tape.lose(ORDER, "ann");

        assertThat(ann.next().lost()).containsExactly(ORDER);
        assertThat(bob.behind()).isFalse();
        assertThat(bob.next().lost()).isEmpty();
    }

    @Test
    void privateMessagesNeedAnOwnerAndThoseForAllHaveNone() {
        assertThatThrownBy(() -> tape.append(List.of(new Draft(ORDER, "", "buy"))))
                .hasMessage("a message of topic 'order', which is private, has no owner");
        assertThatThrownBy(() -> tape.append(List.of(new Draft(QUOTE, "A", "1").ownedBy("ann"))))
                .hasMessage("topic 'quote' is for all: its messages have no owner");
        assertThatThrownBy(() -> fresh(tape, all())).hasMessageContaining("nobody reads private topics");
    }

    @Test
    void ownersAreToldApartHoweverMany() {
        IntStream.range(0, 3000).forEach(i -> cash("account-" + i, Integer.toString(i)));

        IntStream.range(0, 3000)
                .forEach(i -> assertThat(
                                text(fresh(tape, only(CASH), "account-" + i).next()))
                        .isEqualTo("0.1:cash=" + i));
    }

    private Cursor follower(String caller) {
        Cursor cursor = fresh(tape, all(), caller);
        cursor.next();
        return cursor;
    }

    private Filter all() {
        return new Filter(tape.topics(), Map.of());
    }

    private static Filter only(TopicDefinition topic) {
        return new Filter(Set.of(topic), Map.of());
    }

    private void order(String owner, String json) {
        order(tape, owner, json);
    }

    private static void order(Tape tape, String owner, String json) {
        tape.append(List.of(new Draft(ORDER, "", json).ownedBy(owner)));
    }

    private void cash(String owner, String json) {
        tape.append(List.of(new Draft(CASH, "", json).ownedBy(owner)));
    }

    private static Draft advice(String owner, String key, String text) {
        return Texts.piece(ADVICE, key, text, false).ownedBy(owner);
    }
}
