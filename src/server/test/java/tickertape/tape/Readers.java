package tickertape.tape;

import java.time.Duration;
import java.util.Optional;

/// Those who read a tape, all equally patient.
final class Readers {

    static final int BURST = 3;
    static final Duration LAG = Duration.ofSeconds(1);

    private static final ConflationPolicy CONFLATION = new ConflationPolicy(BURST, LAG);

    private Readers() {}

    static Cursor fresh(Tape tape, Filter filter) {
        return reader(tape, filter, Optional.empty());
    }

    /// One who has read up to a position, perhaps of another tape.
    static Cursor resuming(Tape tape, Filter filter, Position last) {
        return reader(tape, filter, Optional.of(last));
    }

    /// A new reader of private topics.
    static Cursor fresh(Tape tape, Filter filter, String caller) {
        return new Cursor(tape, filter, Optional.empty(), CONFLATION, Optional.of(caller));
    }

    /// A reader of private topics that has read up to a position.
    static Cursor resuming(Tape tape, Filter filter, Position last, String caller) {
        return new Cursor(tape, filter, Optional.of(last), CONFLATION, Optional.of(caller));
    }

    private static Cursor reader(Tape tape, Filter filter, Optional<Position> last) {
        return new Cursor(tape, filter, last, CONFLATION);
    }
}
