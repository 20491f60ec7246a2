package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tickertape.tape.Readers.LAG;
import static tickertape.tape.Readers.fresh;
import static tickertape.tape.Texts.append;
import static tickertape.tape.Texts.lastPiece;
import static tickertape.tape.Texts.piece;
import static tickertape.tape.Texts.stories;
import static tickertape.testing.Tapes.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// What a growing topic takes from its publishers, and how long it keeps a text.
class GrowingTextTest {

    private final FakeTime time = new FakeTime();
    private final Tape tape = Texts.tape(5, time);

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
