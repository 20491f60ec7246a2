package tickertape.market.feed;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of the file of instruments. Safe for any thread.
record ReferenceDataMetrics(ReferenceData data) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(CounterSnapshot.builder()
                .name(MetricFactory.named("instruments_file_reads"))
                .help(
                        "How often the file of instruments was read, at the start and when it had changed, and was taken or"
                                + " refused")
                .dataPoint(outcome("taken", data.read()))
                .dataPoint(outcome("refused", data.refused()))
                .build());
    }

    private static CounterDataPointSnapshot outcome(String outcome, long count) {
        return CounterDataPointSnapshot.builder()
                .labels(Labels.of("outcome", outcome))
                .value((double) count)
                .build();
    }
}
