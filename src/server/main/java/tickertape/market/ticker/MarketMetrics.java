package tickertape.market.ticker;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import tickertape.web.monitoring.MetricFactory;

/// The measures of the beat.
@ApplicationScoped
public class MarketMetrics implements MultiCollector {

    private final Histogram ticks = MetricFactory.durations(
            "tick_duration", "How long ticks took, from the feed until they lay on the tape and everybody was woken");
    private final Counter skipped = MetricFactory.counter(
            "ticks_skipped", "Ticks that came in a burst after one that took too long, and were not followed");
    private final Counter failed = MetricFactory.counter("ticks_failed", "Ticks that failed");

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(ticks.collect(), skipped.collect(), failed.collect());
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
}
