package tickertape.tape.metrics;

/// What one thread has counted since it last settled with the [StreamCounters]. One thread uses it.
// Arrays, for a map would box each number, at every write.
@SuppressWarnings("EnumOrdinal")
public final class LocalCounters {

    // Asked for once, for each answer is a new array.
    private static final StreamCounter[] COUNTS = StreamCounter.values();

    private final StreamCounters ledger;
    private final long[] counts = new long[COUNTS.length];
    private final long[] waits = new long[LatencyBuckets.CLASSES];
    private final long[] waited = new long[LatencyBuckets.CLASSES];

    LocalCounters(StreamCounters ledger) {
        this.ledger = ledger;
    }

    public void add(StreamCounter count, long more) {
        counts[count.ordinal()] += more;
    }

    /// One write that the server has taken.
    public void wrote(int events, int bytes) {
        add(StreamCounter.FRAMES, 1);
        add(StreamCounter.EVENTS, events);
        add(StreamCounter.BYTES, bytes);
    }

    /// From a message's append until the end of its write.
    public void waited(long nanos) {
        int place = LatencyBuckets.of(nanos);
        waits[place]++;
        waited[place] += nanos;
    }

    /// Brings it all to the ledger, and begins anew.
    public void settle() {
        for (StreamCounter count : COUNTS) {
            int place = count.ordinal();
            if (counts[place] > 0) {
                ledger.add(count, counts[place]);
                counts[place] = 0;
            }
        }
        for (int place = 0; place < LatencyBuckets.CLASSES; place++) {
            if (waits[place] > 0) {
                ledger.addWaits(place, waits[place], waited[place]);
                waits[place] = 0;
                waited[place] = 0;
            }
        }
    }
}
