package tickertape.tape.metrics;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tickertape.web.monitoring.MetricFactory;

/// The buckets of the histogram that says how long messages waited on the tape before they were written.
public final class LatencyBuckets {

    private static final long[] BOUNDS =
            MetricFactory.buckets().stream().mapToLong(Duration::toNanos).toArray();

    /// How many buckets there are; the last has no upper bound.
    public static final int COUNT = BOUNDS.length + 1;

    private LatencyBuckets() {}

    /// The bucket of a wait.
    public static int of(long nanos) {
        int bucket = 0;
        while (bucket < BOUNDS.length && nanos > BOUNDS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    /// The longest wait of a bucket, in seconds; infinite for the last.
    public static double bound(int bucket) {
        return bucket < BOUNDS.length
                ? BOUNDS[bucket] / (double) TimeUnit.SECONDS.toNanos(1)
                : Double.POSITIVE_INFINITY;
    }
}
