package tickertape.tape.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// What was counted of all streams since the start. Safe for any thread; totals only rise.
///
/// A write to a client costs some microseconds, so counting it must cost nearly nothing: a thread that writes
/// counts in [LocalCounters] of its own, and flushes them here once for many writes.
public final class StreamCounters {

    private final Map<StreamCounter, LongAdder> totals = new EnumMap<>(StreamCounter.class);
    private final LongAdder[] waits = adders(LatencyBuckets.COUNT);
    private final LongAdder[] waited = adders(LatencyBuckets.COUNT);

    public StreamCounters() {
        for (StreamCounter counter : StreamCounter.values()) {
            totals.put(counter, new LongAdder());
        }
    }

    private static LongAdder[] adders(int size) {
        return Stream.generate(LongAdder::new).limit(size).toArray(LongAdder[]::new);
    }

    /// Counters for one thread.
    public LocalCounters local() {
        return new LocalCounters(this);
    }

    public void add(StreamCounter counter, long more) {
        of(counter).add(more);
    }

    /// One write other than those to subscribers.
    public void wrote(int events, int bytes) {
        add(StreamCounter.FRAMES, 1);
        add(StreamCounter.EVENTS, events);
        add(StreamCounter.BYTES, bytes);
    }

    public long total(StreamCounter counter) {
        return of(counter).sum();
    }

    private LongAdder of(StreamCounter counter) {
        return Objects.requireNonNull(totals.get(counter));
    }

    // In this order: a reader that takes the number first and the time then finds no wait without its time.
    void addWaits(int bucket, long number, long nanos) {
        waited[bucket].add(nanos);
        waits[bucket].add(number);
    }

    /// How many waits of this bucket there were.
    public long waits(int bucket) {
        return waits[bucket].sum();
    }

    /// How many nanoseconds the waits of this bucket took together: all that [#waits] counted before, and perhaps
    /// more.
    public long waited(int bucket) {
        return waited[bucket].sum();
    }
}
