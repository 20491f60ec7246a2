package tickertape.alerts.definition;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Symbol;

/// One alert, as the store has it.
///
/// @param owner the account that it belongs to
/// @param ends when it stops to wait; null if never
/// @param note the owner's words; empty if there are none
/// @param round which of its firings is the next one: each arming for a new firing has a higher number, so that no
///     firing comes twice
/// @param restsUntil when it rests, until when at least
/// @param lastFired null if never
/// @param revision of the store at its last change
public record Alert(
        String id,
        String owner,
        Symbol symbol,
        Condition condition,
        Repetition repetition,
        @Nullable Instant ends,
        String note,
        State state,
        long round,
        @Nullable Instant restsUntil,
        @Nullable Instant lastFired,
        Instant created,
        long revision) {

    private static final int LONGEST_NOTE = 200;

    /// Where it stands.
    public enum State {
        /// It waits for its condition.
        ARMED,
        /// It has fired, and waits for its pause to be over and its condition to be no longer met.
        RESTING,
        /// It has fired, and is done.
        FIRED,
        /// Its owner has switched it off.
        OFF,
        /// It is gone; kept for a while, so that all servers learn of it.
        DELETED;

        /// Whether it fires sooner or later.
        public boolean isWaiting() {
            return this == ARMED || this == RESTING;
        }
    }

    public Alert {
        note = note(note);
    }

    /// A note as it is kept; throws `IllegalArgumentException` if it is none.
    public static String note(String text) {
        String note = text.strip();
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a note has at most %s characters, and no control characters".formatted(LONGEST_NOTE));
        }
        return note;
    }

    /// What its next firing is called, on every server and after every restart.
    public String firingId() {
        return id + "-" + round;
    }

    public boolean hasEnded(Instant now) {
        return ends != null && !now.isBefore(ends);
    }

    /// How long it still rests; never longer than its pause, whatever has happened to the clock.
    public Duration restAt(Instant now) {
        if (restsUntil == null || !now.isBefore(restsUntil)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, restsUntil);
        return left.compareTo(repetition.pause()) > 0 ? repetition.pause() : left;
    }

    public Alert at(long other) {
        return new Alert(
                id,
                owner,
                symbol,
                condition,
                repetition,
                ends,
                note,
                state,
                round,
                restsUntil,
                lastFired,
                created,
                other);
    }

    /// The same with other terms.
    public Alert with(Condition what, Repetition often, @Nullable Instant end, String words) {
        return new Alert(
                id, owner, symbol, what, often, end, words, state, round, restsUntil, lastFired, created, revision);
    }

    /// The same in another state.
    public Alert in(State other) {
        return new Alert(
                id, owner, symbol, condition, repetition, ends, note, other, round, null, lastFired, created, revision);
    }

    /// The same, waiting anew: what an earlier arming has seen does not count any more.
    public Alert armedAnew() {
        return new Alert(
                id,
                owner,
                symbol,
                condition,
                repetition,
                ends,
                note,
                State.ARMED,
                round + 1,
                null,
                lastFired,
                created,
                revision);
    }
}
