package tickertape.web.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.monitoring.SettingsSummary;

/// Makes what this package says of its settings, and the clock that it measures by.
@ApplicationScoped
public class FilterBeans {

    static final String NANO_TIME = "nanoTime";

    /// A monotonic clock.
    @Produces
    @Named(NANO_TIME)
    static LongSupplier nanoTime() {
        return System::nanoTime;
    }

    @Produces
    static SettingsSummary requests(
            @ConfigProperties(prefix = "rest") RestSettings rest,
            @ConfigProperties(prefix = "cors") CorsSettings cors) {
        return new SettingsSummary(
                "requests",
                "at most %d at once beside the streams, other origins %s".formatted(rest.checked(), cors.inWords()));
    }
}
