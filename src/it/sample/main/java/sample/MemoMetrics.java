package sample;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of the memos.
record MemoMetrics(Memos memos) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(CounterSnapshot.builder()
                .name(MetricFactory.named("memos_written"))
                .help("Memos that were written")
                .dataPoint(CounterDataPointSnapshot.builder()
                        .value((double) memos.written())
                        .build())
                .build());
    }
}
