package tickertape.tape;

import java.time.Duration;
import java.util.Optional;

/// Those who read a tape, all equally patient.
final class Readers {

    static final int BURST = 3;
    static final Duration LAG = Duration.ofSeconds(1);

    private Readers() {}

    static Cursor fresh(Tape tape, Filter filter) {
        return reader(tape, filter, Optional.empty());
    }

    /// One who has read up to a position, perhaps of another tape.
    static Cursor resuming(Tape tape, Filter filter, Position last) {
        return reader(tape, filter, Optional.of(last));
    }

    private static Cursor reader(Tape tape, Filter filter, Optional<Position> last) {
        return new Cursor(tape, filter, last, new ConflationPolicy(BURST, LAG));
    }
}
