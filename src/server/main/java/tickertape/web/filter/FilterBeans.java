package tickertape.web.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.monitoring.SettingsSummary;

/// Produces the line about requests in the summary of settings.
@ApplicationScoped
public class FilterBeans {

    @Produces
    static SettingsSummary requests(
            @ConfigProperties(prefix = "rest") RestSettings rest,
            @ConfigProperties(prefix = "cors") CorsSettings cors) {
        return new SettingsSummary(
                "requests",
                "at most %d at once beside the streams, %d writes a minute and address, other origins %s"
                        .formatted(rest.checked().requests, rest.writesPerMinute, cors.inWords()));
    }
}
