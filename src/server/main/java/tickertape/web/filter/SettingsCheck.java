package tickertape.web.filter;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Stops the start of the application where a setting of this package makes no sense.
///
/// The filters read them too, but the server makes a filter only when the first request comes.
@Singleton
@Startup
public class SettingsCheck {

    @Inject
    @ConfigProperties(prefix = "cors")
    CorsSettings cors;

    @Inject
    @ConfigProperties(prefix = "rest")
    RestSettings rest;

    @PostConstruct
    void check() {
        var _ = cors.checked();
        var _ = rest.checked();
    }
}
