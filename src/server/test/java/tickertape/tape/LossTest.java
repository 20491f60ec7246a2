package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.tape.Readers.fresh;
import static tickertape.testing.Tapes.TRADE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;
import static tickertape.testing.Tapes.only;
import static tickertape.testing.Tapes.text;

import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// What a reader is told of messages that it cannot be given any more.
class LossTest {

    private final Tape tape = Tapes.tape(5, new FakeTime());

    @Test
    void readerIsToldWhenTradesHaveLeftTheBacklog() {
        Cursor cursor = fresh(tape, both());
        cursor.next();
        tape.append(batch("tA1 tA2 tA3 tA4 tA5 tA6"));

        ReadResult read = cursor.next();

        assertThat(read.lost()).containsExactly(TRADE);
        assertThat(text(read)).startsWith("2:trade=2").endsWith("6:trade=6");
    }

    @Test
    void gapIsToldOnce() {
        Cursor cursor = fresh(tape, only(TRADE));
        cursor.next();
        tape.append(batch("tA1 tA2 tA3 tA4 tA5 tA6"));
        cursor.next();

        tape.append(batch("tA7"));

        assertThat(cursor.next().lost()).isEmpty();
    }

    @Test
    void lossThatThePublisherOwnsUpToIsTold() {
        Cursor cursor = fresh(tape, both());
        tape.append(batch("tA1 qA2"));
        cursor.next();

        tape.lose(TRADE);

        assertThat(cursor.behind()).isTrue();
        assertThat(cursor.next().lost()).containsExactly(TRADE);
        assertThat(cursor.position().offset()).isEqualTo(3);
        tape.append(batch("tA4"));
        assertThat(text(cursor.next())).isEqualTo("4:trade=4");
    }
}
