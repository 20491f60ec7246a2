package tickertape.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.util.function.LongSupplier;

/// Produces the JSON-B of the application, and bounds what is logged of requests.
@ApplicationScoped
public class WebBeans {

    @Produces
    @ApplicationScoped
    static Jsonb jsonb() {
        return JsonbProvider.create();
    }

    static void close(@Disposes Jsonb jsonb) throws Exception {
        jsonb.close();
    }

    @Produces
    @Singleton
    static RequestLogFilter filter(@NanoTime LongSupplier nanoTime) {
        return new RequestLogFilter(nanoTime);
    }

    static void install(@Observes Startup start, RequestLogFilter filter) {
        filter.install();
    }

    static void remove(@Observes Shutdown end, RequestLogFilter filter) {
        filter.remove();
    }
}
