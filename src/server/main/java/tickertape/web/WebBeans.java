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
    static RestLogFilter filter(@NanoTime LongSupplier nanoTime) {
        return new RestLogFilter(nanoTime);
    }

    static void install(@Observes Startup start, RestLogFilter filter) {
        filter.install();
    }

    static void remove(@Observes Shutdown end, RestLogFilter filter) {
        filter.remove();
    }
}
