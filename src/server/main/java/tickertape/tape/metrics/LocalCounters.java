package tickertape.tape.metrics;

/// What one thread has counted since it last flushed to the [StreamCounters]. One thread uses it.
// Arrays: a map would box each number, at every write.
@SuppressWarnings("EnumOrdinal")
public final class LocalCounters {

    // Asked for once: each answer is a new array.
    private static final StreamCounter[] COUNTERS = StreamCounter.values();

    private final StreamCounters all;
    private final long[] counts = new long[COUNTERS.length];
    private final long[] waits = new long[LatencyBuckets.COUNT];
    private final long[] waited = new long[LatencyBuckets.COUNT];

    LocalCounters(StreamCounters all) {
        this.all = all;
    }

    public void add(StreamCounter counter, long more) {
        counts[counter.ordinal()] += more;
    }

    /// One write that the server has taken.
    public void wrote(int events, int bytes) {
        add(StreamCounter.FRAMES, 1);
        add(StreamCounter.EVENTS, events);
        add(StreamCounter.BYTES, bytes);
    }

    /// From a message's append until the end of its write.
    public void waited(long nanos) {
        int bucket = LatencyBuckets.of(nanos);
        waits[bucket]++;
        waited[bucket] += nanos;
    }

    /// Adds everything to the counters of all threads, and begins anew.
    public void flush() {
        for (StreamCounter counter : COUNTERS) {
            int index = counter.ordinal();
            if (counts[index] > 0) {
                all.add(counter, counts[index]);
                counts[index] = 0;
            }
        }
        for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
            if (waits[bucket] > 0) {
                all.addWaits(bucket, waits[bucket], waited[bucket]);
                waits[bucket] = 0;
                waited[bucket] = 0;
            }
        }
    }
}
