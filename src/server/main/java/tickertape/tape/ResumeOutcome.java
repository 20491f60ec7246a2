package tickertape.tape;

import java.util.Locale;

/// What a reader gets first, from the best to the worst; its lower-case name goes over the wire.
public enum ResumeOutcome {
    /// Every change since its position.
    RESUMED,
    /// The latest of each key: the reader is new, or its position is not of this tape.
    SNAPSHOT,
    /// The latest of each key that changed since its position: older values are merged into it.
    CONFLATED,
    /// Messages that may not be merged are lost.
    GAP;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
