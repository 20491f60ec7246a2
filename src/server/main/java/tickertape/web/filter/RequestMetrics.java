package tickertape.web.filter;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of requests that are not streams.
@ApplicationScoped
public class RequestMetrics implements MultiCollector {

    /// Reasons to refuse a request: the server handles too many; a page of another origin must not write; the address
    /// writes too often.
    public static final String BUSY = "busy";

    public static final String ORIGIN = "origin";
    public static final String RATE = "rate";

    private final Histogram durations = MetricFactory.durations(
            "request_duration",
            "How long requests to the API took until the response was ready, without streams",
            "route",
            "method",
            "status");
    private final Counter refused = MetricFactory.counter(
            "requests_refused", "Requests that were refused, without streams, by reason", "reason");

    public RequestMetrics() {
        // So that each reason is there from the start, with 0.
        List.of(BUSY, ORIGIN, RATE).forEach(refused::initLabelValues);
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(durations.collect(), refused.collect());
    }

    /// Counts a request that was refused.
    ///
    /// @param reason one of the constants
    public void refuse(String reason) {
        refused.labelValues(reason).inc();
    }

    /// @param route the template of the path, such as `/quotes/{symbol}`
    void took(long nanos, String route, String method, int status) {
        durations.labelValues(route, method, Integer.toString(status)).observe(nanos / 1e9);
    }
}
