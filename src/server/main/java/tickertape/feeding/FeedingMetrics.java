package tickertape.feeding;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of what feeders hand in. Safe for any thread.
final class FeedingMetrics implements MultiCollector {

    private final Histogram delays = MetricFactory.durations(
            "feed_delay", "How old lines of feeders were when they came, by the clock of their source");
    private final AtomicInteger requests = new AtomicInteger();
    private final Sources sources;
    private final LineQueue queue;

    FeedingMetrics(Sources sources, LineQueue queue) {
        this.sources = sources;
        this.queue = queue;
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                lines(),
                delays.collect(),
                MetricFactory.gauge("feed_requests", "Requests of feeders that are open", requests.get()),
                MetricFactory.gauge("feed_lines_waiting", "Lines that wait for the next tick", queue.depth()));
    }

    private CounterSnapshot lines() {
        return CounterSnapshot.builder()
                .name(MetricFactory.named("feed_lines"))
                .help("Lines of feeders that were taken, held because another source leads, repeated, no good, or"
                        + " missing")
                .dataPoint(outcome("taken", sources.total(SourceInfo::taken)))
                .dataPoint(outcome("standby", sources.total(SourceInfo::standby)))
                .dataPoint(outcome("repeated", sources.total(SourceInfo::repeated)))
                .dataPoint(outcome("refused", sources.total(SourceInfo::refused)))
                .dataPoint(outcome("missed", sources.total(SourceInfo::missed)))
                .build();
    }

    private static CounterDataPointSnapshot outcome(String outcome, long count) {
        return CounterDataPointSnapshot.builder()
                .labels(Labels.of("outcome", outcome))
                .value((double) count)
                .build();
    }

    /// Notes how old a line is.
    void came(Instant time, Instant now) {
        delays.observe(Math.max(0, Duration.between(time, now).toNanos()) / 1e9);
    }

    /// How many requests are open with one more.
    int open() {
        return requests.incrementAndGet();
    }

    void close() {
        requests.decrementAndGet();
    }
}
