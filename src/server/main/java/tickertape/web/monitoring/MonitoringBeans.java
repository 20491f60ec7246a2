package tickertape.web.monitoring;

import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Registers the metrics of all features.
@ApplicationScoped
public class MonitoringBeans {

    @Produces
    @Singleton
    static PrometheusRegistry registry(@Any Instance<MultiCollector> features) {
        var registry = new PrometheusRegistry();
        features.forEach(registry::register);
        JvmMetrics.builder().register(registry);
        return registry;
    }
}
