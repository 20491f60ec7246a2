package tickertape.tape.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickertape.identity.Caller;
import tickertape.identity.QuoteDelay;
import tickertape.identity.Rights;
import tickertape.identity.Scope;
import tickertape.tape.DelayedTape;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.testing.FakeTime;
import tickertape.testing.Tapes;

/// Each caller reads the tape that is theirs.
class CallerTapesTest {

    private static final Duration DELAY = Duration.ofMinutes(15);
    private static final Position AHEAD = new Position(Tapes.EPOCH, 99);

    private final Tape now = Tapes.tape(10, new FakeTime());
    private final DelayedTape delayed = new DelayedTape(now, DELAY, 1 << 20, List.of());
    private final CallerTapes tapes = new CallerTapes(now, Optional.of(delayed), new QuoteDelay(DELAY));
    private final CallerTapes undelayed = new CallerTapes(now, Optional.empty(), new QuoteDelay(Duration.ZERO));

    @Test
    void whoHasTheRightReadsWhatIsNewAndAllOthersWhatIsOldEnough() {
        assertThat(tapes.of(caller(Rights.REALTIME))).isSameAs(now);
        assertThat(tapes.of(caller(Rights.MODERATOR))).isSameAs(delayed.tape());
        assertThat(tapes.of(Optional.empty())).isSameAs(delayed.tape());
        assertThat(tapes.all()).containsExactly(now, delayed.tape());
    }

    @Test
    void withoutADelayThereIsOneTape() {
        assertThat(undelayed.of(Optional.empty())).isSameAs(now);
        assertThat(undelayed.all()).containsExactly(now);
    }

    @Test
    void whoHasToSayAnewWhoItIsIsNotToldHowFarTheTapeIs() {
        now.append(Tapes.batch("qA1"));
        Position known = now.end();

        assertThat(tapes.last(List.of(known))).contains(known);
        assertThat(tapes.last(List.of(AHEAD))).contains(AHEAD);
        assertThat(tapes.last(List.of(new Position("other", 1)))).isEmpty();
        assertThat(undelayed.last(List.of(known, AHEAD))).contains(known);
    }

    private static Optional<Caller> caller(String right) {
        return Optional.of(new Caller("id", "name", Set.of(right), Set.of(Scope.READ), "credential", Optional.empty()));
    }
}
