package tickertape.tape;

import java.time.Duration;

/// How far a reader may fall behind before changes are merged for it.
///
/// @param burst when it comes back, it gets up to so many changes of a topic one by one
/// @param lag when it follows, it gets changes one by one while the oldest unread one is not older
public record ConflationPolicy(int burst, Duration lag) {

    /// Merges whatever may be merged.
    public static final ConflationPolicy ALWAYS = new ConflationPolicy(0, Duration.ofNanos(-1));

    boolean allowsBurst(int changes) {
        return changes <= burst;
    }

    boolean allowsAge(long nanos) {
        return nanos <= lag.toNanos();
    }
}
