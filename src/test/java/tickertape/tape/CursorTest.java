package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.EPOCH;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.TRADE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;
import static tickertape.testing.Tapes.only;
import static tickertape.testing.Tapes.text;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// Every rule of a read, but for those of a reader who comes back.
class CursorTest {

    private static final int BURST = 3;
    private static final Duration LAG = Duration.ofSeconds(1);

    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(5, time);

    @Test
    void freshReaderGetsTheLatestOfEachKeyInOrderOfOffset() {
        tape.append(batch("qA1 qB2 qA3"));

        Read read = fresh(both()).next();

        assertThat(text(read)).isEqualTo("2:quote=2 3:quote=3");
        assertThat(read.resume()).isEqualTo(Resume.SNAPSHOT);
    }

    @Test
    void countsTheChangesThatNewerOnesStandFor() {
        Cursor cursor = fresh(both());
        cursor.next();
        assertThat(cursor.merged()).isZero();
        tape.append(batch("qA1 qA2 qB3"));
        cursor.next();
        assertThat(cursor.merged()).as("one by one").isZero();
        tape.append(batch("qA4 tA5 qA6 qB7"));
        time.pass(LAG.plusNanos(1));

        assertThat(text(cursor.next())).isEqualTo("5:trade=5 6:quote=6 7:quote=7");

        assertThat(cursor.merged()).isEqualTo(1);
        assertThat(cursor.offset()).isEqualTo(7);
    }

    @Test
    void ofChangesThatHaveLeftTheBacklogCountsNone() {
        Cursor cursor = fresh(both());
        cursor.next();
        tape.append(batch("qA1 qA2 qA3 qA4 qA5 qA6 qA7 qB8"));

        assertThat(text(cursor.next())).isEqualTo("7:quote=7 8:quote=8");

        assertThat(cursor.merged()).as("of five in the backlog, two came").isEqualTo(3);
        Cursor picky = fresh(only(QUOTE, "B"));
        picky.next();
        tape.append(batch("qB1 qB2 qA3 qA4 qB5 qA6 qA7"));
        picky.next();
        assertThat(picky.merged()).as("in the backlog was one that it wants").isZero();
    }

    @Test
    void freshReaderGetsEveryTopicsFromTheEndOfTheTape() {
        tape.append(batch("tA1 tA2"));
        Cursor cursor = fresh(both());

        assertThat(text(cursor.next())).isEmpty();
        tape.append(batch("tA3"));

        assertThat(text(cursor.next())).isEqualTo("3:trade=3");
    }

    @Test
    void freshReaderOfAnEvictedBacklogMissesNothingThatItWasOwed() {
        tape.append(batch("tA1 tA2 tA3 tA4 tA5 tA6 tA7 qA8"));

        Read read = fresh(both()).next();

        assertThat(read.lost()).isEmpty();
        assertThat(text(read)).isEqualTo("8:quote=8");
    }

    @Test
    void readerWhoKeepsUpGetsEveryChange() {
        Cursor cursor = fresh(both());
        cursor.next();

        tape.append(batch("qA1 tA1 qA2 qA3 qA4"));

        assertThat(text(cursor.next())).isEqualTo("1:quote=1 2:trade=1 3:quote=2 4:quote=3 5:quote=4");
        assertThat(cursor.behind()).isFalse();
    }

    @Test
    void slowReaderGetsTheLatestOfEachKeyThatChanged() {
        tape.append(batch("qA0 qB0 qC0"));
        Cursor cursor = fresh(only(QUOTE));
        cursor.next();
        tape.append(batch("qA1 qB1"));
        time.pass(LAG.plusNanos(1));
        tape.append(batch("qA2"));

        Read read = cursor.next();

        assertThat(text(read)).isEqualTo("5:quote=1 6:quote=2");
        assertThat(read.resume()).isEqualTo(Resume.CONFLATED);
    }

    @Test
    void readerGetsEveryChangeAgainOnceItHasCaughtUp() {
        Cursor cursor = fresh(only(QUOTE));
        cursor.next();
        tape.append(batch("qA1 qA2"));
        time.pass(LAG.plusNanos(1));
        cursor.next();

        tape.append(batch("qA3 qA4"));

        assertThat(text(cursor.next())).isEqualTo("3:quote=3 4:quote=4");
    }

    @Test
    void lagIsMeasuredFromTheOldestUnreadChangeThatTheReaderWants() {
        Cursor cursor = fresh(only(QUOTE, "A"));
        cursor.next();
        tape.append(batch("qB1"));
        time.pass(LAG.multipliedBy(2));

        tape.append(batch("qA2 qA3"));

        assertThat(text(cursor.next())).isEqualTo("2:quote=2 3:quote=3");
    }

    @Test
    void slowReaderGetsTradesOneByOneInOrder() {
        Cursor cursor = fresh(only(TRADE));
        cursor.next();
        tape.append(batch("tA1 tA2"));
        time.pass(LAG.multipliedBy(9));
        tape.append(batch("tA3"));

        Read read = cursor.next();

        assertThat(text(read)).isEqualTo("1:trade=1 2:trade=2 3:trade=3");
        assertThat(read.lost()).isEmpty();
    }

    @Test
    void readerIsToldWhenTradesHaveLeftTheBacklog() {
        Cursor cursor = fresh(both());
        cursor.next();
        tape.append(batch("tA1 tA2 tA3 tA4 tA5 tA6"));

        Read read = cursor.next();

        assertThat(read.lost()).containsExactly(TRADE);
        assertThat(text(read)).startsWith("2:trade=2").endsWith("6:trade=6");
    }

    @Test
    void lossThatThePublisherOwnsUpToIsTold() {
        Cursor cursor = fresh(both());
        tape.append(batch("tA1 qA2"));
        cursor.next();

        tape.lose(TRADE);

        assertThat(cursor.behind()).isTrue();
        assertThat(cursor.next().lost()).containsExactly(TRADE);
        assertThat(cursor.position().offset()).isEqualTo(3);
        tape.append(batch("tA4"));
        assertThat(text(cursor.next())).isEqualTo("4:trade=4");
    }

    @Test
    void gapIsToldOnce() {
        Cursor cursor = fresh(only(TRADE));
        cursor.next();
        tape.append(batch("tA1 tA2 tA3 tA4 tA5 tA6"));
        cursor.next();

        tape.append(batch("tA7"));

        assertThat(cursor.next().lost()).isEmpty();
    }

    @Test
    void quotesThatHaveLeftTheBacklogAreMergedNotLost() {
        Cursor cursor = fresh(only(QUOTE));
        cursor.next();
        tape.append(batch("qA1 qB2 qA3 qA4 qA5 qA6 qA7"));

        Read read = cursor.next();

        assertThat(text(read)).isEqualTo("2:quote=2 7:quote=7");
        assertThat(read.lost()).isEmpty();
    }

    @Test
    void positionMovesToTheEndOfTheTapeEvenWhenNothingMatched() {
        Cursor cursor = fresh(only(QUOTE, "A"));
        tape.append(batch("qB1 qB2"));

        cursor.next();

        assertThat(cursor.position()).isEqualTo(new Position(EPOCH, 2));
        assertThat(cursor.behind()).isFalse();
    }

    private Cursor fresh(Filter filter) {
        return cursor(filter, Optional.empty());
    }

    private Cursor cursor(Filter filter, Optional<Position> last) {
        return new Cursor(tape, filter, last, new Patience(BURST, LAG));
    }
}
