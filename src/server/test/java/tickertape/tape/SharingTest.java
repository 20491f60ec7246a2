package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    @Test
    void readersWhoAskedForFewWritesShareWhatTheyGetHoweverMuchItStandsFor() {
        Cursor one = readerOfTheLatest();
        Cursor other = readerOfTheLatest();

        tape.append(batch("qA1 ".repeat(MANY)));
        tape.append(batch("qA2 qB1"));

        ReadResult read = one.next();
        assertThat(read.size()).isEqualTo(2);
        assertThat(other.next()).isSameAs(read);
    }

    /// As many places as there are readers, and a hundred messages at each.
    @Test
    void readersAtPlacesOfTheirOwnShareOnlySoMuch() {
        List<Cursor> readers = new ArrayList<>();
        List<Cursor> others = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            readers.add(readerAtTheEnd());
            others.add(readerAtTheEnd());
            tape.append(batch("qA1"));
        }
        tape.append(batch("qA1 ".repeat(100)));
        tape.append(batch("qA2"));

        long shared = IntStream.range(0, readers.size())
                .filter(i -> readers.get(i).next() == others.get(i).next())
                .count();

        assertThat(shared).isPositive().isLessThan(200);
    }

    @Test
    void whatDoesNotFitLeavesTheRoomToOthers() {
        List<Cursor> readers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            readers.add(readerAtTheEnd());
            tape.append(batch("qA1"));
        }
        tape.append(batch("qA1 ".repeat(900)));
        Cursor one = readerAtTheEnd();
        Cursor other = readerAtTheEnd();
        tape.append(batch("qA1"));
        tape.append(batch("qA2"));

        readers.forEach(Cursor::next);

        assertThat(one.next()).isSameAs(other.next());
    }

    private Cursor readerAtTheEnd() {
        return reader(new ConflationPolicy(2 * MANY, Duration.ofDays(1)));
    }

    private Cursor readerOfTheLatest() {
        return reader(ConflationPolicy.ALWAYS);
    }

    private Cursor reader(ConflationPolicy conflation) {
        return new Cursor(tape, both(), Optional.of(tape.end()), conflation);
    }
}
