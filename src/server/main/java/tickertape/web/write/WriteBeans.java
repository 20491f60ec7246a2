package tickertape.web.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.NanoTime;
import tickertape.web.filter.CorsSettings;
import tickertape.web.filter.RestSettings;

/// Produces what the checks of writes have in common over all requests.
@ApplicationScoped
public class WriteBeans {

    @Produces
    @Singleton
    static OriginCheck origins(@ConfigProperties(prefix = "cors") CorsSettings settings) {
        return new OriginCheck(settings.checked());
    }

    @Produces
    @Singleton
    static WriteRate rate(@ConfigProperties(prefix = "rest") RestSettings settings, @NanoTime LongSupplier nanoTime) {
        return new WriteRate(settings.checked().writesPerMinute, nanoTime);
    }

    @Produces
    @Singleton
    static IdempotencyStore responses(@NanoTime LongSupplier nanoTime) {
        return new IdempotencyStore(nanoTime);
    }
}
