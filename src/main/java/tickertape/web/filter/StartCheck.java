package tickertape.web.filter;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Stops the start of the application where a setting of this package makes no sense, else says in the log what is set.
///
/// The filters read them too, but the server makes a filter only when the first request comes.
@Singleton
@Startup
public class StartCheck {

    private static final Logger LOG = System.getLogger(StartCheck.class.getName());

    @Inject
    @ConfigProperties(prefix = "cors")
    CorsSettings cors;

    @Inject
    @ConfigProperties(prefix = "rest")
    RestSettings rest;

    @Inject
    RequestMetrics metrics;

    @PostConstruct
    void check() {
        metrics.register();
        LOG.log(
                Level.INFO,
                "Requests: at most {0} at once beside the streams; from other origins: {1}",
                rest.checked(),
                cors.checked());
    }
}
