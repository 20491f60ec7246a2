package tickertape.tape.stream;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tickertape.tape.Tape;
import tickertape.tape.metrics.LatencyBuckets;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.metrics.StreamCounters;
import tickertape.web.monitoring.MetricFactory;

/// The measures of all streams, read off the [StreamCounters] when somebody asks. Safe for any thread.
@ApplicationScoped
public class StreamMetrics implements MultiCollector {

    /// Counts of one name are told together.
    private static final Map<String, List<StreamCounter>> COUNTS = Arrays.stream(StreamCounter.values())
            .collect(Collectors.groupingBy(StreamCounter::noun, LinkedHashMap::new, Collectors.toList()));

    @Inject
    StreamCounters ledger;

    @Inject
    StreamHub broadcast;

    @Inject
    Tape tape;

    @Override
    public MetricSnapshots collect() {
        var told = MetricSnapshots.builder();
        COUNTS.values().forEach(counts -> told.metricSnapshot(counter(counts)));
        long end = tape.end().offset();
        long slowest = broadcast.attendance().slowest().orElse(end);
        return told.metricSnapshot(MetricFactory.gauge(
                        "subscribers", "Open streams", broadcast.attendance().size()))
                .metricSnapshot(MetricFactory.gauge(
                        "stream_slowest_lag_messages",
                        "Messages of the tape behind the place of the slowest stream without rate",
                        // It may have moved past the end that was read before.
                        (double) Math.max(0, end - slowest)))
                .metricSnapshot(MetricFactory.gauge(
                        "stream_slowest_lag_seconds",
                        "The age of the oldest of those messages",
                        tape.age(slowest) / 1e9))
                .metricSnapshot(waits())
                .build();
    }

    private CounterSnapshot counter(List<StreamCounter> counts) {
        StreamCounter first = counts.getFirst();
        var counter = CounterSnapshot.builder()
                .name(MetricFactory.named(first.noun()))
                .help(first.description());
        for (StreamCounter count : counts) {
            counter.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(count.label().isEmpty() ? Labels.EMPTY : Labels.of(count.label(), count.value()))
                    .value((double) ledger.total(count))
                    .build());
        }
        return counter.build();
    }

    private HistogramSnapshot waits() {
        var classes = ClassicHistogramBuckets.builder();
        double sum = 0;
        for (int place = 0; place < LatencyBuckets.CLASSES; place++) {
            classes.bucket(LatencyBuckets.bound(place), ledger.waits(place));
            sum += ledger.waited(place) / 1e9;
        }
        return HistogramSnapshot.builder()
                .name(MetricFactory.named("stream_publish_to_write_seconds"))
                .help(
                        "From the append of the oldest message in a write until the end of that write, of streams without rate")
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(classes.build())
                        .sum(sum)
                        .build())
                .build();
    }
}
