package tickertape.web.monitoring;

import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/// Whether health checks tell how much there is of something. Everybody who reaches the server may ask for health, so
/// figures that move with prices are left out where prices are late for some.
///
/// @param isTold false if they are left out
public record HealthFigures(boolean isTold) {

    /// The same response, with figures if they are told.
    public HealthCheckResponseBuilder in(HealthCheckResponseBuilder response, Map<String, Number> figures) {
        if (isTold) {
            figures.forEach((name, figure) -> response.withData(name, figure.longValue()));
        }
        return response;
    }
}
