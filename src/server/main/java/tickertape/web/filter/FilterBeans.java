package tickertape.web.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Has the settings of requests checked, and says in the summary of settings what they are.
@ApplicationScoped
public class FilterBeans {

    // The filters check the settings too, but the server makes a filter only for the first request.
    @Produces
    static StartupCheck rest(@ConfigProperties(prefix = "rest") RestSettings settings) {
        return settings::checked;
    }

    @Produces
    static StartupCheck cors(@ConfigProperties(prefix = "cors") CorsSettings settings) {
        return settings::checked;
    }

    @Produces
    static StartupCheck http(@ConfigProperties(prefix = "http") HttpSettings settings) {
        return settings::checked;
    }

    @Produces
    static SettingsSummary requests(
            @ConfigProperties(prefix = "rest") RestSettings rest,
            @ConfigProperties(prefix = "cors") CorsSettings cors,
            @ConfigProperties(prefix = "http") HttpSettings http) {
        return new SettingsSummary(
                "requests",
                "at most %s at once beside the streams, %s writes a minute and address, other origins %s, hosts %s"
                        .formatted(rest.checked().requests, rest.writesPerMinute, cors.inWords(), http.inWords()));
    }
}
