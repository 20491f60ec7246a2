package tickertape.store;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of the database: whether it is available, and how long transactions take. Safe for any thread.
final class DatabaseMetrics implements MultiCollector {

    private static final String DONE = "committed";
    private static final String FAILED = "failed";

    private final Histogram transactions = MetricFactory.durations(
            "database_transaction", "How long transactions took, with the wait for a connection", "outcome");
    private final Availability availability;

    DatabaseMetrics(Availability availability) {
        this.availability = availability;
        transactions.initLabelValues(DONE);
        transactions.initLabelValues(FAILED);
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                MetricFactory.gauge(
                        "database_available",
                        "1 where the database answers, 0 where it does not",
                        availability.state().available() ? 1 : 0),
                transactions.collect());
    }

    void transaction(Duration time, boolean done) {
        transactions.labelValues(done ? DONE : FAILED).observe(time.toNanos() / 1e9);
    }
}
