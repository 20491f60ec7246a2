package tickertape.tape.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import tickertape.tape.Tape;
import tickertape.tape.count.Count;
import tickertape.tape.count.Ledger;
import tickertape.tape.count.Waits;
import tickertape.web.watch.Measures;

/// Carries what the [Ledger] has counted over to the server's measures: there to be read, at most a second late.
///
/// One thread tells; the gauges may be read by any.
@ApplicationScoped
public class StreamMetrics {

    @Inject
    MetricRegistry registry;

    @Inject
    Ledger ledger;

    @Inject
    Broadcast broadcast;

    @Inject
    Tape tape;

    private final Map<Count, Counter> counters = new EnumMap<>(Count.class);
    private final long[] waits = new long[Waits.CLASSES];
    private final long[] waited = new long[Waits.CLASSES];

    /// Makes every measure known with what it is at the start, so that none is missing before its first event.
    void register() {
        for (Count count : Count.values()) {
            Metadata metadata = Measures.of(count.noun(), count.unit(), count.description());
            counters.put(
                    count,
                    count.label().isEmpty()
                            ? registry.counter(metadata)
                            : registry.counter(metadata, new Tag(count.label(), count.value())));
        }
        registry.gauge(Measures.of("subscribers", MetricUnits.NONE, "Open streams"), this, StreamMetrics::subscribers);
        registry.gauge(
                Measures.of(
                        "stream_slowest_lag_messages",
                        MetricUnits.NONE,
                        "Messages of the tape behind the place of the slowest stream without rate"),
                this,
                StreamMetrics::lagMessages);
        registry.gauge(
                Measures.of("stream_slowest_lag", MetricUnits.SECONDS, "The age of the oldest of those messages"),
                this,
                StreamMetrics::lagSeconds);
        waits();
    }

    /// Brings the measures up to date.
    void tell() {
        counters.forEach((count, counter) -> counter.inc(ledger.total(count) - counter.getCount()));
        Timer timer = waits();
        for (int place = 0; place < Waits.CLASSES; place++) {
            long number = ledger.waits(place) - waits[place];
            if (number > 0) {
                // The timer takes one wait at a time, and of a class we know but the sum: each gets its share.
                long share = Waits.within(place, (ledger.waited(place) - waited[place]) / number);
                Duration each = Duration.ofNanos(share);
                LongStream.range(0, number).forEach(_ -> timer.update(each));
                waits[place] += number;
                waited[place] += number * share;
            }
        }
    }

    private Timer waits() {
        return registry.timer(
                Measures.of(
                        "stream_publish_to_write",
                        MetricUnits.SECONDS,
                        "From the append of the oldest message in a write until the end of that write, of streams without rate"));
    }

    int subscribers() {
        return broadcast.attendance().size();
    }

    long lagMessages() {
        long end = tape.end().offset();
        return end - broadcast.attendance().slowest().orElse(end);
    }

    double lagSeconds() {
        long end = tape.end().offset();
        return tape.age(broadcast.attendance().slowest().orElse(end)) / 1e9;
    }
}
