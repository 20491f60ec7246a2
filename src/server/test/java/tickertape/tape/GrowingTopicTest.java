package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

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

    /// Whoever is cut off before the whole, and goes on from an event in between, would miss the pieces up to there.
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
    void fromCountsUtf16Units() {
        Cursor cursor = fresh(tape, stories());
        append(tape, piece("A", "\uD83D\uDCC8"));
        cursor.next();

        append(tape, piece("A", "up"));

        assertThat(text(cursor.next())).isEqualTo("2:story=A+2 up");
    }

    @Test
    void pieceThatSplitsASurrogatePairIsRefused() {
        assertThatThrownBy(() -> piece("A", "\uD83D")).hasMessageContaining("splits a surrogate pair");
    }

    @Test
    void textThatHasEndedTakesNothingMore() {
        append(tape, lastPiece("A", "end"));

        assertThatThrownBy(() -> append(tape, piece("A", "more")))
                .isInstanceOf(RejectedPieceException.class)
                .hasMessage("text 'A' of topic 'story' has ended");
    }

    @Test
    void pieceThatMakesATextTooLongIsRejectedAndWithItItsBatch() {
        append(tape, piece("A", "x".repeat(18)));

        assertThatThrownBy(() -> append(tape, piece("B", "b"), piece("A", "123")))
                .isInstanceOf(RejectedPieceException.class)
                .hasMessage("text 'A' of topic 'story' would have 21 characters, more than 20");

        append(tape, lastPiece("A", "12"));
        assertThat(text(fresh(tape, stories()).next())).isEqualTo("2:story=A+0 " + "x".repeat(18) + "12.");
    }

    @Test
    void oldestTextsThatHaveEndedMakeRoomForNewOnes() {
        append(tape, piece("A", "a"), lastPiece("B", "b"), lastPiece("C", "c"));

        append(tape, piece("D", "d"));

        assertThat(text(fresh(tape, stories()).next())).isEqualTo(":story=A+0 a :story=C+0 c. 4:story=D+0 d");
    }

    @Test
    void newTextIsRejectedWhereNoneHasEnded() {
        append(tape, piece("A", "a"), piece("B", "b"), piece("C", "c"));

        assertThatThrownBy(() -> append(tape, piece("D", "d")))
                .isInstanceOf(RejectedPieceException.class)
                .hasMessage("topic 'story' keeps 3 texts, and none of them has ended");
        assertThat(tape.end().offset()).isEqualTo(3);
    }

    @Test
    void piecesOfATextThatIsGoneStillComeWhereTheBacklogHasThemAll() {
        Cursor cursor = fresh(tape, stories());
        append(tape, piece("A", "1"));
        cursor.next();
        append(tape, lastPiece("A", "2"), piece("B", "b"), piece("C", "c"), piece("D", "d"));
        time.pass(LAG.plusNanos(1));

        ReadResult read = cursor.next();

        assertThat(text(read)).isEqualTo("2:story=A+1 2. 3:story=B+0 b 4:story=C+0 c 5:story=D+0 d");
        assertThat(read.lost()).isEmpty();
    }

    @Test
    void readerIsToldOfAGapWhenTheRestOfATextIsGone() {
        Cursor cursor = fresh(tape, stories());
        append(tape, piece("A", "1"));
        cursor.next();
        append(tape, lastPiece("A", "2"), piece("B", "b"), piece("C", "c"), piece("D", "d"));
        append(tape, piece("B", "b"), piece("B", "b"), piece("B", "b"));

        ReadResult read = cursor.next();

        assertThat(read.lost()).containsExactly(Texts.STORY);
        assertThat(read.resume()).isEqualTo(ResumeOutcome.GAP);
        assertThat(text(read)).isEqualTo(":story=B+0 bbbb 4:story=C+0 c 5:story=D+0 d");
    }

    @Test
    void twoPublishersOfOneTextAreFoundOut() {
        List<Draft> other = List.of(piece("A", "b"));
        Draft meanwhile = Draft.piece(Texts.STORY, "A", "a", false, (from, text) -> {
            tape.append(other);
            return text;
        });

        assertThatThrownBy(() -> append(tape, meanwhile))
                .isInstanceOf(RejectedPieceException.class)
                .hasMessageContaining("two publishers append to it");
    }
}
