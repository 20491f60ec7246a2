package tickertape.web.admission;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.OsgiFramework;
import tickertape.web.filter.HttpSettings;
import tickertape.web.filter.RequestMetrics;
import tickertape.web.filter.RestSettings;

/// Makes a [RequestClassifier] known to Liberty while the application runs.
///
/// `WorkClassifier` belongs to Liberty's interface for extensions (SPI), but it is a service of its OSGi framework,
/// which applications have no access to. A Liberty feature of our own, or a library named in server.xml (`bell`), could
/// register it too, but would have to be installed with each server. So the application does it by reflection.
@WebListener
public class WorkClassifierRegistration implements ServletContextListener {

    private static final Logger LOG = System.getLogger(WorkClassifierRegistration.class.getName());

    /// Streams that are opened at once: each takes about a millisecond of a processor.
    private static final int OPENING = 64;

    private static final int OPENING_SOON = 20_000;

    private static final int HEALTH = 64;

    private static final int SHARED_HEALTH = 16;

    /// Each takes some milliseconds of a processor.
    private static final int OPENAPI = 2;

    private static final int OPENAPI_SOON = 30;

    /// Beside `rest.requests`: scrapes of the metrics, and refusals that say so.
    private static final int OTHERS = 64;

    @Inject
    @ConfigProperties(prefix = "rest")
    RestSettings settings;

    @Inject
    @ConfigProperties(prefix = "http")
    HttpSettings http;

    @Inject
    RequestMetrics metrics;

    private Runnable unregister = () -> {};

    @Override
    public void contextInitialized(ServletContextEvent start) {
        try {
            unregister = register(start.getServletContext());
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "This server has no work classifier: clients can hold all of its threads", e);
        }
    }

    private Runnable register(ServletContext application) throws ReflectiveOperationException {
        Class<?> container = application.getClass();
        Class<?> service = container.getClassLoader().loadClass("com.ibm.wsspi.http.WorkClassifier");
        ClassLoader liberty = service.getClassLoader();
        var requests = new LibertyRequests(liberty);
        var pages = new LibertyPages(http.checked());
        var classifier =
                new RequestClassifier(bulkheads(), requests, pages, application.getContextPath(), this::refuse);
        return new OsgiFramework(container)
                .register(service, Proxy.newProxyInstance(liberty, new Class<?>[] {service}, classifier));
    }

    private Map<RequestKind, Bulkhead> bulkheads() {
        // More than there are, because slow clients hold some; fair, so that none waits for long.
        var processors = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);
        var bulkheads = new EnumMap<RequestKind, Bulkhead>(RequestKind.class);
        bulkheads.put(RequestKind.STREAM, new Bulkhead(OPENING, OPENING_SOON, processors));
        bulkheads.put(RequestKind.HEALTH, new Bulkhead(HEALTH, 0, processors));
        bulkheads.put(RequestKind.SHARED_HEALTH, new Bulkhead(SHARED_HEALTH, 0, processors));
        bulkheads.put(RequestKind.OPENAPI, new Bulkhead(OPENAPI, OPENAPI_SOON, processors));
        bulkheads.put(RequestKind.OTHER, new Bulkhead(settings.checked().requests + OTHERS, 0, processors));
        return bulkheads;
    }

    private void refuse() {
        metrics.refuse(RequestMetrics.BUSY);
    }

    @Override
    public void contextDestroyed(ServletContextEvent end) {
        unregister.run();
    }
}
