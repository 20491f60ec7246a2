package tickertape.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.tape.Readers.resuming;
import static tickertape.testing.Tapes.EPOCH;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// Who comes back too late for its private messages is told so.
class PrivateGapTest {

    private static final TopicDefinition ORDER =
            TopicDefinition.every("order").asPrivate().retaining(3);

    /// Of all owners together it keeps six.
    private final Tape tape = new Tape(EPOCH, Set.of(ORDER), 5, 6, new FakeTime()::nanoTime);

    @Test
    void whoStoppedBeforeWhatIsKeptIsToldOfTheGap() {
        order("ann", 5);

        assertThat(resume(1)).isEqualTo(ResumeOutcome.GAP);
        assertThat(resume(2)).isEqualTo(ResumeOutcome.RESUMED);
        assertThat(resume(5)).isEqualTo(ResumeOutcome.RESUMED);
        assertThat(resume(6)).isEqualTo(ResumeOutcome.SNAPSHOT);
    }

    @Test
    void whoStoppedInAHistoryThatWasDroppedIsToldOfTheGap() {
        order("ann", 3);
        order("bob", 3);
        order("eve", 3);

        assertThat(resume(2)).isEqualTo(ResumeOutcome.GAP);
        assertThat(resume(3)).isEqualTo(ResumeOutcome.RESUMED);
        assertThat(resume(4)).isEqualTo(ResumeOutcome.SNAPSHOT);
    }

    private ResumeOutcome resume(int part) {
        return resuming(tape, new Filter(Set.of(ORDER), Map.of()), new Position(EPOCH, 0, part), "ann")
                .next()
                .resume();
    }

    private void order(String owner, int times) {
        for (int i = 0; i < times; i++) {
            tape.append(List.of(new Draft(ORDER, "", "buy").ownedBy(owner)));
        }
    }
}
