package tickertape.web.filter;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Stops the start of the application if a setting of this package is invalid.
///
/// The filters read the settings too, but the server creates a filter only for the first request.
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
