package tickertape.cluster;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.market.Leadership;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of a server as one of several. Safe for any thread.
record ClusterMetrics(Leadership leadership, Election election, Outbox outbox) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                MetricFactory.gauge(
                        "cluster_leads", "1 while this server moves the market, else 0", leadership.leads() ? 1 : 0),
                MetricFactory.gauge(
                        "cluster_in_touch",
                        "1 while this server has what the one that leads publishes, else 0",
                        leadership.inTouch() ? 1 : 0),
                counter("cluster_terms", "How often this server has begun to lead", election.terms()),
                counter(
                        "cluster_dropped",
                        "Batches that this server did not publish, because it leads no longer",
                        outbox.dropped()));
    }

    private static CounterSnapshot counter(String noun, String sentence, long count) {
        return CounterSnapshot.builder()
                .name(MetricFactory.named(noun))
                .help(sentence)
                .dataPoint(
                        CounterDataPointSnapshot.builder().value((double) count).build())
                .build();
    }
}
