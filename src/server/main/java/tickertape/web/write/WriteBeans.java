package tickertape.web.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.NanoTime;
import tickertape.web.RateLimiter;
import tickertape.web.filter.CorsSettings;
import tickertape.web.filter.RestSettings;

/// Produces what the checks of writes have in common over all requests.
@ApplicationScoped
public class WriteBeans {

    static final String WRITES = "writes";

    @Produces
    @Singleton
    static OriginCheck origins(@ConfigProperties(prefix = "cors") CorsSettings settings) {
        return new OriginCheck(settings.checked());
    }

    @Produces
    @Singleton
    @Named(WRITES)
    static RateLimiter rate(@ConfigProperties(prefix = "rest") RestSettings settings, @NanoTime LongSupplier nanoTime) {
        return new RateLimiter(settings.checked().writesPerMinute, nanoTime);
    }

    @Produces
    @Singleton
    static IdempotencyStore responses(@NanoTime LongSupplier nanoTime) {
        return new IdempotencyStore(nanoTime);
    }
}
