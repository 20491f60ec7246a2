package tickertape.store;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of all write queues. Safe for any thread.
record WriteQueueMetrics(WriteQueues queues) implements MultiCollector {

    private static final String QUEUE = "queue";

    @Override
    public MetricSnapshots collect() {
        var depth = GaugeSnapshot.builder()
                .name(MetricFactory.named("database_queue_depth"))
                .help("Rows that wait to be written");
        var paused = GaugeSnapshot.builder()
                .name(MetricFactory.named("database_queue_paused"))
                .help("1 where rows wait because the database does not take them, 0 where it does");
        var rows = CounterSnapshot.builder()
                .name(MetricFactory.named("database_rows"))
                .help("Rows that were written, lost because too many waited, or refused by the database");
        for (WriteQueue<?> queue : queues.all()) {
            depth.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of(QUEUE, queue.name()))
                    .value(queue.depth())
                    .build());
            paused.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of(QUEUE, queue.name()))
                    .value(queue.isPaused() ? 1 : 0)
                    .build());
            rows.dataPoint(outcome(queue, "written", queue.written()))
                    .dataPoint(outcome(queue, "lost", queue.lost()))
                    .dataPoint(outcome(queue, "refused", queue.refused()));
        }
        return MetricSnapshots.of(depth.build(), paused.build(), rows.build());
    }

    private static CounterDataPointSnapshot outcome(WriteQueue<?> queue, String outcome, long count) {
        return CounterDataPointSnapshot.builder()
                .labels(Labels.of(QUEUE, queue.name(), "outcome", outcome))
                .value((double) count)
                .build();
    }
}
