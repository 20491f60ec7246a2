package tickertape.alerts;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.alerts.engine.AlertEngine;
import tickertape.alerts.store.AlertWorker;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of the alerts. Safe for any thread.
final class AlertMetrics implements MultiCollector {

    private static final double NANOS = 1e9;

    private final Histogram evaluations =
            MetricFactory.durations("alerts_evaluation", "How long it took to find the alerts that a tick fires");
    private final AlertEngine engine;
    private final AlertWorker worker;

    AlertMetrics(AlertEngine engine, AlertWorker worker) {
        this.engine = engine;
        this.worker = worker;
    }

    void evaluated(long nanos) {
        evaluations.observe(nanos / NANOS);
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                evaluations.collect(),
                MetricFactory.gauge("alerts_watched", "Alerts that wait for their condition", engine.size()),
                MetricFactory.gauge(
                        "alerts_waiting", "Firings and other changes that wait for the database", worker.waiting()),
                CounterSnapshot.builder()
                        .name(MetricFactory.named("alerts_changes"))
                        .help("Alerts that have fired, and changes that the database refused for themselves")
                        .dataPoint(outcome("fired", worker.fired()))
                        .dataPoint(outcome("refused", worker.refused()))
                        .build());
    }

    private static CounterDataPointSnapshot outcome(String outcome, long count) {
        return CounterDataPointSnapshot.builder()
                .labels(Labels.of("outcome", outcome))
                .value((double) count)
                .build();
    }
}
