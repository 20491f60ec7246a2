package tickertape.tape.count;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/// The classes into which it is sorted how long messages waited on the tape before they were written.
public final class Waits {

    private static final long[] BOUNDS = LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
            .map(millis -> millis * 1_000_000)
            .toArray();

    /// How many classes there are; the last one has no upper bound.
    public static final int CLASSES = BOUNDS.length + 1;

    private Waits() {}

    /// The longest wait of each class but the last.
    public static List<Duration> bounds() {
        return LongStream.of(BOUNDS).mapToObj(Duration::ofNanos).toList();
    }

    /// The class of a wait.
    public static int of(long nanos) {
        int place = 0;
        while (place < BOUNDS.length && nanos > BOUNDS[place]) {
            place++;
        }
        return place;
    }

    /// The wait of a class that is nearest to this one.
    public static long within(int place, long nanos) {
        long least = place == 0 ? 0 : BOUNDS[place - 1] + 1;
        return Math.clamp(nanos, least, place == BOUNDS.length ? Long.MAX_VALUE : BOUNDS[place]);
    }
}
