package tickertape.market.ticker;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of the ticks and of their listeners. Safe for any thread.
final class MarketMetrics implements MultiCollector {

    private static final String LISTENER = "listener";

    private final Histogram ticks = MetricFactory.durations(
            "tick_duration", "How long ticks took, from the feed until they lay on the tape and everybody was woken");
    private final Counter skipped = MetricFactory.counter(
            "ticks_skipped", "Ticks that came in a burst after one that took too long, and were not run");
    private final Counter failed = MetricFactory.counter("ticks_failed", "Ticks that failed");
    private final TickListeners listeners;

    MarketMetrics(TickListeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(ticks.collect(), skipped.collect(), failed.collect(), listenerTicks(), depths());
    }

    void took(Duration time) {
        ticks.observe(time.toNanos() / 1e9);
    }

    void skip() {
        skipped.inc();
    }

    void fail() {
        failed.inc();
    }

    private CounterSnapshot listenerTicks() {
        var counter = CounterSnapshot.builder()
                .name(MetricFactory.named("tick_listener_ticks"))
                .help("Ticks that listeners took, missed because their mailbox was full, or failed at");
        for (ListenerThread listener : listeners.threads()) {
            counter.dataPoint(outcome(listener, "delivered", listener.delivered()))
                    .dataPoint(outcome(listener, "missed", listener.missed()))
                    .dataPoint(outcome(listener, "failed", listener.failed()));
        }
        return counter.build();
    }

    private GaugeSnapshot depths() {
        var gauge = GaugeSnapshot.builder()
                .name(MetricFactory.named("tick_listener_depth"))
                .help("Ticks that wait for a listener");
        for (ListenerThread listener : listeners.threads()) {
            gauge.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of(LISTENER, listener.name()))
                    .value(listener.depth())
                    .build());
        }
        return gauge.build();
    }

    private static CounterDataPointSnapshot outcome(ListenerThread listener, String outcome, long count) {
        return CounterDataPointSnapshot.builder()
                .labels(Labels.of(LISTENER, listener.name(), "outcome", outcome))
                .value((double) count)
                .build();
    }
}
