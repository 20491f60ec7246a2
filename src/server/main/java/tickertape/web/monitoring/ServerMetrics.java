package tickertape.web.monitoring;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/// Metrics of the threads that Liberty has for requests and timers; if all are busy, requests wait.
@ApplicationScoped
public class ServerMetrics implements MultiCollector {

    /// An MBean of Liberty's feature monitor-1.0.
    private static final String POOL = "WebSphere:type=ThreadPoolStats,name=Default Executor";

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Override
    public MetricSnapshots collect() {
        try {
            var pool = new ObjectName(POOL);
            return MetricSnapshots.of(
                    MetricFactory.gauge(
                            "pool_threads",
                            "Threads that the server has for requests and timers",
                            value(pool, "PoolSize")),
                    MetricFactory.gauge("pool_threads_active", "Those of them at work", value(pool, "ActiveThreads")));
        } catch (JMException notMonitored) {
            // Without monitor-1.0 in server.xml there are no such metrics.
            return MetricSnapshots.of();
        }
    }

    private double value(ObjectName bean, String attribute) throws JMException {
        return ((Number) beans.getAttribute(bean, attribute)).doubleValue();
    }
}
