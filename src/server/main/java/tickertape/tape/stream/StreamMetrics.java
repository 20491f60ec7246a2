package tickertape.tape.stream;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
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

/// The metrics of all streams, read from the [StreamCounters] when somebody asks. Safe for any thread.
final class StreamMetrics implements MultiCollector {

    /// The counters of each metric, by its name.
    private static final Map<String, List<StreamCounter>> METRICS = Arrays.stream(StreamCounter.values())
            .collect(Collectors.groupingBy(StreamCounter::noun, LinkedHashMap::new, Collectors.toList()));

    private final StreamCounters counters;
    private final StreamHub hub;
    private final List<Tape> tapes;

    StreamMetrics(StreamCounters counters, StreamHub hub, List<Tape> tapes) {
        this.counters = counters;
        this.hub = hub;
        this.tapes = tapes;
    }

    @Override
    public MetricSnapshots collect() {
        var snapshots = MetricSnapshots.builder();
        METRICS.values().forEach(metric -> snapshots.metricSnapshot(counter(metric)));
        long messages = 0;
        long age = 0;
        for (Tape tape : tapes) {
            long end = tape.sharedEnd();
            long slowest = hub.subscribers().slowest(tape).orElse(end);
            // It may have moved past the end that was read before.
            messages = Math.max(messages, end - slowest);
            age = Math.max(age, tape.age(slowest));
        }
        return snapshots
                .metricSnapshot(MetricFactory.gauge(
                        "subscribers", "Open streams", hub.subscribers().size()))
                .metricSnapshot(MetricFactory.gauge(
                        "stream_slowest_lag_messages",
                        "Messages of the tape behind the place of the slowest stream without rate",
                        (double) messages))
                .metricSnapshot(MetricFactory.gauge(
                        "stream_slowest_lag_seconds", "The age of the oldest of those messages", age / 1e9))
                .metricSnapshot(waits())
                .build();
    }

    private CounterSnapshot counter(List<StreamCounter> metric) {
        StreamCounter first = metric.getFirst();
        var counter = CounterSnapshot.builder()
                .name(MetricFactory.named(first.noun()))
                .help(first.description());
        for (StreamCounter value : metric) {
            counter.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(value.label().isEmpty() ? Labels.EMPTY : Labels.of(value.label(), value.value()))
                    .value((double) counters.total(value))
                    .build());
        }
        return counter.build();
    }

    private HistogramSnapshot waits() {
        var buckets = ClassicHistogramBuckets.builder();
        double sum = 0;
        for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
            buckets.bucket(LatencyBuckets.bound(bucket), counters.waits(bucket));
            sum += counters.waited(bucket) / 1e9;
        }
        return HistogramSnapshot.builder()
                .name(MetricFactory.named("stream_publish_to_write_seconds"))
                .help(
                        "From the append of the oldest message in a write until the end of that write, of streams without rate")
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(buckets.build())
                        .sum(sum)
                        .build())
                .build();
    }
}
