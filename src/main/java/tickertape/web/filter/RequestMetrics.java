package tickertape.web.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import tickertape.web.watch.Measures;

/// The measures of requests that are not streams, beside those that the server takes by itself.
@ApplicationScoped
public class RequestMetrics {

    @Inject
    MetricRegistry registry;

    /// Makes every measure known before there is anything to measure.
    void register() {
        refused();
    }

    void refuse() {
        refused().inc();
    }

    private Counter refused() {
        return registry.counter(
                Measures.of(
                        "requests_refused",
                        MetricUnits.NONE,
                        "Requests but for streams that were not let in, by reason"),
                new Tag("reason", "busy"));
    }
}
