package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.tape.Readers.LAG;
import static tickertape.tape.Readers.fresh;
import static tickertape.tape.Readers.resuming;
import static tickertape.tape.Texts.append;
import static tickertape.tape.Texts.lastPiece;
import static tickertape.tape.Texts.piece;
import static tickertape.tape.Texts.stories;
import static tickertape.testing.Tapes.EPOCH;
import static tickertape.testing.Tapes.batch;
import static tickertape.testing.Tapes.text;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// What readers get of texts that are appended to.
class GrowingTopicTest {

    private final FakeTime time = new FakeTime();
    private final Tape tape = Texts.tape(5, time);

    @Test
    void readerThatFollowsGetsEachPiece() {
        Cursor cursor = fresh(tape, stories());
        cursor.next();

        append(tape, piece("A", "Once "), piece("A", "upon"));
        assertThat(text(cursor.next())).isEqualTo("1:story=A+0 Once  2:story=A+5 upon");

        append(tape, lastPiece("A", " a time"));
        assertThat(text(cursor.next())).isEqualTo("3:story=A+9  a time.");
    }

    @Test
    void freshReaderGetsTheWholeSoFarAsOneEventWithTheIdOfTheNewestPieceAndThenPieces() {
        append(tape, piece("A", "Once "), piece("A", "upon"));
        Cursor cursor = fresh(tape, stories());

        ReadResult first = cursor.next();
        append(tape, piece("A", " a time"));

        assertThat(text(first)).isEqualTo("2:story=A+0 Once upon");
        assertThat(first.resume()).isEqualTo(ResumeOutcome.SNAPSHOT);
        assertThat(text(cursor.next())).isEqualTo("3:story=A+9  a time");
    }

    @Test
    void wholeHasTheAttributesOfTheNewestPiece() {
        append(tape, piece("A", "The "), lastPiece("A", "end"));

        assertThat(text(fresh(tape, stories()).next())).isEqualTo("2:story=A+0 The end.");
    }

    @Test
    void readerGetsOnlyTheTextsThatItWants() {
        append(tape, piece("A", "a"), piece("B", "b"));
        Cursor cursor = fresh(tape, stories("B"));

        assertThat(text(cursor.next())).isEqualTo("2:story=B+0 b");
        append(tape, piece("A", "aa"), piece("B", "bb"));

        assertThat(text(cursor.next())).isEqualTo("4:story=B+1 bb");
    }

    @Test
    void slowReaderGetsTheWholeInsteadOfThePiecesThatItMissed() {
        Cursor cursor = fresh(tape, stories());
        append(tape, piece("A", "Once "));
        cursor.next();
        append(tape, piece("A", "upon "));
        time.pass(LAG.plusNanos(1));
        append(tape, piece("A", "a time"));

        ReadResult read = cursor.next();

        assertThat(text(read)).isEqualTo("3:story=A+0 Once upon a time");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.CONFLATED);
        assertThat(cursor.merged()).isEqualTo(1);
    }

    @Test
    void slowReaderThatMissedOnePieceGetsThatPiece() {
        Cursor cursor = fresh(tape, stories());
        append(tape, piece("A", "Once "));
        cursor.next();
        append(tape, piece("A", "upon"));
        time.pass(LAG.plusNanos(1));

        assertThat(text(cursor.next())).isEqualTo("2:story=A+5 upon");
    }

    @Test
    void readerGetsTheWholeWhenPiecesHaveLeftTheBacklog() {
        Cursor cursor = fresh(tape, stories());
        append(tape, piece("A", "0"), piece("B", "0"));
        cursor.next();
        append(
                tape,
                piece("A", "1"),
                piece("A", "2"),
                piece("A", "3"),
                piece("B", "1"),
                piece("A", "4"),
                piece("A", "5"));

        ReadResult read = cursor.next();

        assertThat(text(read)).as("of B no piece is missing").isEqualTo(":story=A+0 012345 6:story=B+1 1");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.CONFLATED);
        assertThat(read.lost()).isEmpty();
    }

    @Test
    void positionInMidTextResumesWithExactlyTheMissingPieces() {
        append(tape, piece("A", "Once "), piece("A", "upon "), piece("A", "a "), piece("A", "time"));

        ReadResult read = resuming(tape, stories(), new Position(EPOCH, 2)).next();

        assertThat(text(read)).isEqualTo("3:story=A+10 a  4:story=A+12 time");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.RESUMED);
    }

    @Test
    void positionInMidTextResumesWithTheWholeWhenPiecesAreMissing() {
        append(tape, piece("A", "1"), piece("A", "2"), piece("A", "3"), piece("A", "4"));
        append(tape, piece("A", "5"), piece("A", "6"), piece("A", "7"));

        ReadResult read = resuming(tape, stories(), new Position(EPOCH, 1)).next();

        assertThat(text(read)).isEqualTo("7:story=A+0 1234567");
        assertThat(read.resume()).isEqualTo(ResumeOutcome.CONFLATED);
    }

    /// Whoever is cut off before the whole, and goes on from an event in between, would miss the pieces up to
    /// there.
    @Test
    void wholeComesFirstAndWithoutAnIdWhereEventsWithLowerOffsetsFollow() {
        append(tape, piece("A", "1"), piece("B", "1"), piece("A", "2"));
        tape.append(batch("qA1"));
        append(tape, piece("B", "2"));

        assertThat(text(fresh(tape, Texts.everything()).next())).isEqualTo(":story=A+0 12 :story=B+0 12 4:quote=1");
    }

    @Test
    void wholesAreMadeOnceForAllReaders() {
        append(tape, piece("A", "1"), piece("A", "2"));

        ReadResult one = fresh(tape, stories()).next();
        ReadResult other = fresh(tape, stories()).next();

        assertThat(one.messages().getFirst()).isSameAs(other.messages().getFirst());
    }

    @Test
    void readerOfAGroupGetsItsTextsAndThoseOfNone() {
        TopicDefinition tale =
                TopicDefinition.growing("tale", "id", id -> true).groupedBy("symbol", Set.of("A", "B")::contains);
        Tape tales = Tapes.tape(5, time, tale);
        Filter filter = new Filter(Set.of(tale), Map.of("symbol", Set.of("A")));
        append(
                tales,
                Texts.piece(tale, "1", "of A", false).in("A"),
                Texts.piece(tale, "2", "of B", false).in("B"),
                Texts.piece(tale, "3", "of none", false));

        Cursor cursor = fresh(tales, filter);
        assertThat(text(cursor.next())).isEqualTo(":tale=1+0 of A 3:tale=3+0 of none");

        append(
                tales,
                Texts.piece(tale, "2", "!", true).in("B"),
                Texts.piece(tale, "1", "!", true).in("A"),
                Texts.piece(tale, "3", "!", true));
        assertThat(text(cursor.next())).isEqualTo("5:tale=1+4 !. 6:tale=3+7 !.");
        assertThat(tale.info().group()).isEqualTo("symbol");
    }
}
