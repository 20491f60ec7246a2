package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// Readers at the same place who want the same get the very same read.
class SharingTest {

    private static final int MANY = 1500;

    private final Tape tape = Tapes.tape(10_000, new FakeTime());

    @Test
    void readersWhoKeepUpShareABatchHoweverLarge() {
        Cursor one = readerAtTheEnd();
        Cursor other = readerAtTheEnd();

        tape.append(batch("qA1 ".repeat(MANY)));

        assertThat(one.next()).isSameAs(other.next());
    }

    @Test
    void readersFarBehindReadForThemselves() {
        Cursor one = readerAtTheEnd();
        Cursor other = readerAtTheEnd();

        tape.append(batch("qA1 ".repeat(MANY)));
        tape.append(batch("qA2"));

        assertThat(one.next()).isNotSameAs(other.next());
    }

    private Cursor readerAtTheEnd() {
        return new Cursor(tape, both(), Optional.of(tape.end()), new ConflationPolicy(2 * MANY, Duration.ofDays(1)));
    }
}
