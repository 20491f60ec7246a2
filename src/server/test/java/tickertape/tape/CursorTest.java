package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.tape.Readers.fresh;
import static tickertape.testing.Tapes.EPOCH;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;
import static tickertape.testing.Tapes.only;
import static tickertape.testing.Tapes.text;

import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// Where a new reader begins, and what one who keeps up gets.
class CursorTest {

    private final Tape tape = Tapes.tape(5, new FakeTime());

    @Test
    void freshReaderGetsTheLatestOfEachKeyInOrderOfOffset() {
        tape.append(batch("qA1 qB2 qA3"));

        ReadResult read = fresh(tape, both()).next();

        assertThat(text(read)).isEqualTo("2:quote=2 3:quote=3");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.SNAPSHOT);
    }

    @Test
    void freshReaderGetsEveryTopicsFromTheEndOfTheTape() {
        tape.append(batch("tA1 tA2"));
        Cursor cursor = fresh(tape, both());

        assertThat(text(cursor.next())).isEmpty();
        tape.append(batch("tA3"));

        assertThat(text(cursor.next())).isEqualTo("3:trade=3");
    }

    @Test
    void freshReaderOfAnEvictedBacklogMissesNothingThatItWasOwed() {
        tape.append(batch("tA1 tA2 tA3 tA4 tA5 tA6 tA7 qA8"));

        ReadResult read = fresh(tape, both()).next();

        assertThat(read.lost()).isEmpty();
        assertThat(text(read)).isEqualTo("8:quote=8");
    }

    @Test
    void readerWhoKeepsUpGetsEveryChange() {
        Cursor cursor = fresh(tape, both());
        cursor.next();

        tape.append(batch("qA1 tA1 qA2 qA3 qA4"));

        assertThat(text(cursor.next())).isEqualTo("1:quote=1 2:trade=1 3:quote=2 4:quote=3 5:quote=4");
        assertThat(cursor.behind()).isFalse();
    }

    @Test
    void positionMovesToTheEndOfTheTapeEvenWhenNothingMatched() {
        Cursor cursor = fresh(tape, only(QUOTE, "A"));
        tape.append(batch("qB1 qB2"));

        cursor.next();

        assertThat(cursor.position()).isEqualTo(new Position(EPOCH, 2));
        assertThat(cursor.behind()).isFalse();
    }
}
