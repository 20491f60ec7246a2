package tickertape.tape.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// What has been counted of all streams since the start. Safe for any thread; totals only rise.
///
/// A write to a client costs some microseconds, so counting it must cost nearly nothing: who writes counts on a
/// [LocalCounters]
/// of its own, and brings it here once for many writes.
public final class StreamCounters {

    private final Map<StreamCounter, LongAdder> counts = new EnumMap<>(StreamCounter.class);
    private final LongAdder[] waits = adders(LatencyBuckets.CLASSES);
    private final LongAdder[] waited = adders(LatencyBuckets.CLASSES);

    public StreamCounters() {
        for (StreamCounter count : StreamCounter.values()) {
            counts.put(count, new LongAdder());
        }
    }

    private static LongAdder[] adders(int size) {
        return Stream.generate(LongAdder::new).limit(size).toArray(LongAdder[]::new);
    }

    /// What one thread counts on.
    public LocalCounters tally() {
        return new LocalCounters(this);
    }

    public void add(StreamCounter count, long more) {
        of(count).add(more);
    }

    /// One write beside those of subscribers.
    public void wrote(int events, int bytes) {
        add(StreamCounter.FRAMES, 1);
        add(StreamCounter.EVENTS, events);
        add(StreamCounter.BYTES, bytes);
    }

    public long total(StreamCounter count) {
        return of(count).sum();
    }

    private LongAdder of(StreamCounter count) {
        return Objects.requireNonNull(counts.get(count));
    }

    // In this order: who reads the number first and the time then finds no wait without its time.
    void addWaits(int place, long number, long nanos) {
        waited[place].add(nanos);
        waits[place].add(number);
    }

    /// How many waits of this class there were.
    public long waits(int place) {
        return waits[place].sum();
    }

    /// How many nanoseconds the waits of this class took together, of all that [#waits] told before and perhaps of
    /// more.
    public long waited(int place) {
        return waited[place].sum();
    }
}
