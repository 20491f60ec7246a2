package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.tape.Readers.LAG;
import static tickertape.testing.Tapes.EPOCH;
import static tickertape.testing.Tapes.QUOTE;
import static tickertape.testing.Tapes.TRADE;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.both;
import static tickertape.testing.Tapes.only;
import static tickertape.testing.Tapes.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// The rules of the first read of a reader who comes back.
class ResumeOutcomeTest {

    private final FakeTime time = new FakeTime();
    private final Tape tape = Tapes.tape(5, time);

    @Test
    void resumingReaderGetsEveryChange() {
        tape.append(batch("qA1 tA2 qB3 qA4"));

        ReadResult read = resuming(both(), 1).next();

        assertThat(text(read)).isEqualTo("2:trade=2 3:quote=3 4:quote=4");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.RESUMED);
    }

    @Test
    void resumingReaderIsNotConflatedForItsAge() {
        tape.append(batch("qA1 qA2 qA3"));
        time.pass(LAG.multipliedBy(100));

        assertThat(text(resuming(only(QUOTE), 0).next())).isEqualTo("1:quote=1 2:quote=2 3:quote=3");
    }

    @Test
    void resumingReaderWithTooManyChangesGetsTheLatestOfEachKeyThatChanged() {
        tape.append(batch("qC1 qA2 qA3 qA4 qB5"));

        ReadResult read = resuming(only(QUOTE), 1).next();

        assertThat(text(read)).isEqualTo("4:quote=4 5:quote=5");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.CONFLATED);
    }

    @Test
    void burstCountsOnlyWhatTheReaderWants() {
        tape.append(batch("qA1 qB2 qB3 qB4 qA5"));

        ReadResult read = resuming(only(QUOTE, "A"), 0).next();

        assertThat(text(read)).isEqualTo("1:quote=1 5:quote=5");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.RESUMED);
    }

    @Test
    void resumingReaderWhoseTradesAreLostIsTold() {
        tape.append(batch("tA1 tA2 tA3 tA4 tA5 tA6 tA7"));

        ReadResult read = resuming(both(), 1).next();

        assertThat(read.resume()).isEqualTo(ResumeOutcome.GAP);
        assertThat(read.lost()).containsExactly(TRADE);
        assertThat(text(read)).isEqualTo("3:trade=3 4:trade=4 5:trade=5 6:trade=6 7:trade=7");
    }

    @Test
    void resumingAtTheVeryEdgeOfTheBacklogLosesNothing() {
        tape.append(batch("tA1 tA2 tA3 tA4 tA5 tA6 tA7"));

        ReadResult read = resuming(only(TRADE), 2).next();

        assertThat(read.resume()).isEqualTo(ResumeOutcome.RESUMED);
        assertThat(text(read)).startsWith("3:trade=3");
    }

    @Test
    void resumingAtTheEndGivesNothingYet() {
        tape.append(batch("qA1"));

        ReadResult read = resuming(only(QUOTE), 1).next();

        assertThat(read.isEmpty()).isTrue();
        assertThat(read.resume()).isEqualTo(ResumeOutcome.RESUMED);
    }

    @Test
    void positionsOfAnotherTapeOrOfTheFutureBeginAfresh() {
        tape.append(batch("qA1 qA2"));

        for (Position foreign : List.of(new Position("other", 1), new Position(EPOCH, 3))) {
            ReadResult read = Readers.resuming(tape, only(QUOTE), foreign).next();
            assertThat(read.resume()).isEqualTo(ResumeOutcome.SNAPSHOT);
            assertThat(text(read)).isEqualTo("2:quote=2");
        }
    }

    private Cursor resuming(Filter filter, long offset) {
        return Readers.resuming(tape, filter, new Position(EPOCH, offset));
    }
}
