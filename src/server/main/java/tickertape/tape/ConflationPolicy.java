package tickertape.tape;

import java.time.Duration;

/// How much a reader gets one by one before changes are merged.
///
/// @param burst up to so many changes of a topic, when it comes back
/// @param lag while the oldest unread change is not older, when it follows
public record ConflationPolicy(int burst, Duration lag) {

    /// Merges whatever may be merged.
    public static final ConflationPolicy NONE = new ConflationPolicy(0, Duration.ofNanos(-1));

    boolean allowsBurst(int changes) {
        return changes <= burst;
    }

    boolean allowsAge(long nanos) {
        return nanos <= lag.toNanos();
    }
}
