package tickertape.web.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.watch.Setup;

/// Makes what this package says of its settings.
@ApplicationScoped
public class FilterBeans {

    @Produces
    static Setup requests(
            @ConfigProperties(prefix = "rest") RestSettings rest,
            @ConfigProperties(prefix = "cors") CorsSettings cors) {
        return new Setup(
                "requests",
                "at most %d at once beside the streams, other origins %s".formatted(rest.checked(), cors.inWords()));
    }
}
