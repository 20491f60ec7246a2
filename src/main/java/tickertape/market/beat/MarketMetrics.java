package tickertape.market.beat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Timer;
import tickertape.web.watch.Measures;

/// The measures of the beat.
@ApplicationScoped
public class MarketMetrics {

    @Inject
    MetricRegistry registry;

    /// Makes every measure known before there is anything to measure.
    void register() {
        ticks();
        skipped();
        failed();
    }

    void took(Duration time) {
        ticks().update(time);
    }

    void skip() {
        skipped().inc();
    }

    void fail() {
        failed().inc();
    }

    private Timer ticks() {
        return registry.timer(Measures.of(
                "tick_duration",
                MetricUnits.SECONDS,
                "How long ticks took, from the feed until they lay on the tape and everybody was woken"));
    }

    private Counter skipped() {
        return registry.counter(Measures.of(
                "ticks_skipped",
                MetricUnits.NONE,
                "Ticks that came in a burst after one that took too long, and were not followed"));
    }

    private Counter failed() {
        return registry.counter(Measures.of("ticks_failed", MetricUnits.NONE, "Ticks that failed"));
    }
}
