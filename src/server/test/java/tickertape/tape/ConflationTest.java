package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.tape.Readers.LAG;
import static tickertape.tape.Readers.fresh;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.TRADE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;
import static tickertape.testing.Tapes.only;
import static tickertape.testing.Tapes.text;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// What a reader gets who has fallen behind.
class ConflationTest {

    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(5, time);

    @Test
    void slowReaderGetsTheLatestOfEachKeyThatChanged() {
        tape.append(batch("qA0 qB0 qC0"));
        Cursor cursor = fresh(tape, only(QUOTE));
        cursor.next();
        tape.append(batch("qA1 qB1"));
        time.pass(LAG.plusNanos(1));
        tape.append(batch("qA2"));

        ReadResult read = cursor.next();

        assertThat(text(read)).isEqualTo("5:quote=1 6:quote=2");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.CONFLATED);
    }

    @Test
    void readerGetsEveryChangeAgainOnceItHasCaughtUp() {
        Cursor cursor = fresh(tape, only(QUOTE));
        cursor.next();
        tape.append(batch("qA1 qA2"));
        time.pass(LAG.plusNanos(1));
        cursor.next();

        tape.append(batch("qA3 qA4"));

        assertThat(text(cursor.next())).isEqualTo("3:quote=3 4:quote=4");
    }

    @Test
    void lagIsMeasuredFromTheOldestUnreadChangeThatTheReaderWants() {
        Cursor cursor = fresh(tape, only(QUOTE, "A"));
        cursor.next();
        tape.append(batch("qB1"));
        time.pass(LAG.multipliedBy(2));

        tape.append(batch("qA2 qA3"));

        assertThat(text(cursor.next())).isEqualTo("2:quote=2 3:quote=3");
    }

    @Test
    void quotesThatHaveLeftTheBacklogAreMergedNotLost() {
        Cursor cursor = fresh(tape, only(QUOTE));
        cursor.next();
        tape.append(batch("qA1 qB2 qA3 qA4 qA5 qA6 qA7"));

        ReadResult read = cursor.next();

        assertThat(text(read)).isEqualTo("2:quote=2 7:quote=7");
        assertThat(read.lost()).isEmpty();
    }

    /// The market may learn of thousands of symbols after the start.
    @Test
    void moreIsKeptWhereThereAreMoreKeys() {
        TopicDefinition topic =
                TopicDefinition.latest("bar").keyedBy("symbol", key -> true).retainingForEachKey(3, 2);

        Tape growing = new Tape(Tapes.EPOCH, Set.of(topic), 5, 5, time::nanoTime);
        Cursor cursor = fresh(growing, only(topic));
        cursor.next();
        for (int round = 0; round < 4; round++) {
            String body = Integer.toString(round);
            growing.append(List.of(new Draft(topic, "A", body), new Draft(topic, "B", body)));
        }

        assertThat(text(cursor.next())).isEqualTo("7:bar=3 8:bar=3");
        assertThat(growing.reel().shared().log(topic).backlog().size()).isEqualTo(6);
    }

    @Test
    void slowReaderGetsTradesOneByOneInOrder() {
        Cursor cursor = fresh(tape, only(TRADE));
        cursor.next();
        tape.append(batch("tA1 tA2"));
        time.pass(LAG.multipliedBy(9));
        tape.append(batch("tA3"));

        ReadResult read = cursor.next();

        assertThat(text(read)).isEqualTo("1:trade=1 2:trade=2 3:trade=3");
        assertThat(read.lost()).isEmpty();
    }

    @Test
    void countsTheChangesThatNewerOnesStandFor() {
        Cursor cursor = fresh(tape, both());
        cursor.next();
        assertThat(cursor.merged()).isZero();
        tape.append(batch("qA1 qA2 qB3"));
        cursor.next();
        assertThat(cursor.merged()).as("one by one").isZero();
        tape.append(batch("qA4 tA5 qA6 qB7"));
        time.pass(LAG.plusNanos(1));

        assertThat(text(cursor.next())).isEqualTo("5:trade=5 6:quote=6 7:quote=7");

        assertThat(cursor.merged()).isEqualTo(1);
        assertThat(cursor.position().offset()).isEqualTo(7);
    }

    @Test
    void ofChangesThatHaveLeftTheBacklogCountsNone() {
        Cursor cursor = fresh(tape, both());
        cursor.next();
        tape.append(batch("qA1 qA2 qA3 qA4 qA5 qA6 qA7 qB8"));

        assertThat(text(cursor.next())).isEqualTo("7:quote=7 8:quote=8");

        assertThat(cursor.merged()).as("of five in the backlog, two came").isEqualTo(3);
        Cursor picky = fresh(tape, only(QUOTE, "B"));
        picky.next();
        tape.append(batch("qB1 qB2 qA3 qA4 qB5 qA6 qA7"));
        picky.next();
        assertThat(picky.merged()).as("in the backlog was one that it wants").isZero();
    }
}
