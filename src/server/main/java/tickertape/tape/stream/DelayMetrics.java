package tickertape.tape.stream;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.tape.DelayedTape;
import tickertape.web.monitoring.MetricFactory;

/// What waits for the delayed tape, and what there was no room for; zero where nothing is late.
record DelayMetrics(CallerTapes tapes) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        long waiting = tapes.delayed().map(DelayedTape::waiting).orElse(0L);
        long merged = tapes.delayed().map(DelayedTape::merged).orElse(0L);
        return MetricSnapshots.builder()
                .metricSnapshot(MetricFactory.gauge(
                        "delay_waiting_bytes",
                        "What waits until it is old enough for who sees prices late, in bytes of memory",
                        (double) waiting))
                .metricSnapshot(CounterSnapshot.builder()
                        .name(MetricFactory.named("delay_merged_messages"))
                        .help("Messages that were replaced by newer ones or lost, because too much waited")
                        .dataPoint(CounterDataPointSnapshot.builder()
                                .value((double) merged)
                                .build())
                        .build())
                .build();
    }
}
