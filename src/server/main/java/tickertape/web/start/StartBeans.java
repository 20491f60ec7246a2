package tickertape.web.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Has the settings of the server checked at the start, and its health asked for once.
@ApplicationScoped
public class StartBeans {

    @Produces
    static ServerSettings settings(
            @ConfigProperty(name = "http.port", defaultValue = "9080") String httpPort,
            @ConfigProperty(name = "https.port", defaultValue = "9443") String httpsPort,
            @ConfigProperty(name = "trusted.proxies", defaultValue = "nobody") String trustedProxies,
            @ConfigProperty(name = "WLP_LOGGING_CONSOLE_FORMAT", defaultValue = "simple") String logFormat,
            @ConfigProperty(name = "keystore_password") Optional<String> password,
            @ConfigProperty(name = "database.connections", defaultValue = "10") String connections,
            @ConfigProperty(name = "application.updates", defaultValue = "polled") String updates,
            @ConfigProperty(name = "http.connections", defaultValue = "128000") String httpConnections,
            @ConfigProperty(name = "https.connections", defaultValue = "128000") String httpsConnections) {
        return new ServerSettings(
                httpPort,
                httpsPort,
                trustedProxies,
                logFormat,
                password,
                connections,
                updates,
                httpConnections,
                httpsConnections);
    }

    @Produces
    static StartupCheck check(ServerSettings settings) {
        return settings::check;
    }

    // What checks answer with is loaded by the first of them, and a timer asks them too.
    @Produces
    static StartupRequest firstHealth() {
        return new StartupRequest("GET", "health/live");
    }
}
