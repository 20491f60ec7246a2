package tickertape.alerts.webhook;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of the webhooks. Safe for any thread.
record WebhookMetrics(WebhookCounts counts, Housekeeping housekeeping) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                CounterSnapshot.builder()
                        .name(MetricFactory.named("alerts_webhook_attempts"))
                        .help("Requests to webhooks, by what came of them")
                        .dataPoint(outcome("delivered", counts.allDelivered()))
                        .dataPoint(outcome("failed", counts.allFailed()))
                        .dataPoint(outcome("dead", counts.allDead()))
                        .build(),
                MetricFactory.gauge("alerts_webhook_sending", "Requests to webhooks under way", counts.underWay()),
                MetricFactory.gauge(
                        "alerts_webhook_waiting", "Firings in the database that wait to be sent to webhooks", (double)
                                housekeeping.waiting()),
                MetricFactory.gauge(
                        "alerts_webhook_dead", "Firings in the database that could not be sent to webhooks", (double)
                                housekeeping.dead()));
    }

    private static CounterDataPointSnapshot outcome(String outcome, long count) {
        return CounterDataPointSnapshot.builder()
                .labels(Labels.of("outcome", outcome))
                .value((double) count)
                .build();
    }
}
