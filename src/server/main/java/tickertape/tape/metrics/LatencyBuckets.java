package tickertape.tape.metrics;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tickertape.web.monitoring.MetricFactory;

/// The classes into which it is sorted how long messages waited on the tape before they were written.
public final class LatencyBuckets {

    private static final long[] BOUNDS =
            MetricFactory.classes().stream().mapToLong(Duration::toNanos).toArray();

    /// How many classes there are; the last one has no upper bound.
    public static final int CLASSES = BOUNDS.length + 1;

    private LatencyBuckets() {}

    /// The class of a wait.
    public static int of(long nanos) {
        int place = 0;
        while (place < BOUNDS.length && nanos > BOUNDS[place]) {
            place++;
        }
        return place;
    }

    /// The longest wait of a class, in seconds; infinite for the last one.
    public static double bound(int place) {
        return place < BOUNDS.length ? BOUNDS[place] / (double) TimeUnit.SECONDS.toNanos(1) : Double.POSITIVE_INFINITY;
    }
}
