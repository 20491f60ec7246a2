package tickertape.feeding;

import java.util.OptionalLong;

/// A run of sequence numbers of one source.
///
/// Who adds lines holds the lock of the source's order; the tick confirms; anybody reads.
final class SourceSession {

    private final String name;
    private boolean begun;
    private long last;
    private volatile long confirmed = -1;

    SourceSession(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /// How many lines are missing before this one; below 0 if it came before.
    long missedBefore(long seq) {
        return begun ? seq - last - 1 : 0;
    }

    void advance(long seq) {
        begun = true;
        last = seq;
    }

    /// One thread calls it, with rising numbers.
    void confirm(long seq) {
        confirmed = seq;
    }

    /// The highest number that has gone through a tick.
    OptionalLong confirmed() {
        return confirmed < 0 ? OptionalLong.empty() : OptionalLong.of(confirmed);
    }
}
