package tickertape.web.filter;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import tickertape.web.monitoring.MetricFactory;

/// The measures of requests that are not streams.
@ApplicationScoped
public class RequestMetrics implements MultiCollector {

    private final Histogram durations = MetricFactory.durations(
            "request_duration",
            "How long requests to the API took, but for streams; until the answer was known, not until it was read",
            "route",
            "method",
            "status");
    private final Counter refused = MetricFactory.counter(
            "requests_refused", "Requests but for streams that were not let in, by reason", "reason");
    // Told from the start, before there is anything to count.
    private final CounterDataPoint busy = refused.labelValues("busy");

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(durations.collect(), refused.collect());
    }

    void refuse() {
        busy.inc();
    }

    /// @param route the template of the path, such as `/quotes/{symbol}`
    void took(long nanos, String route, String method, int status) {
        durations.labelValues(route, method, Integer.toString(status)).observe(nanos / 1e9);
    }
}
