package tickertape.web.monitoring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/// A health check that logs when its status changes, however often it is called. Safe for any thread.
public final class LoggedHealthCheck implements HealthCheck {

    private static final Logger LOG = System.getLogger(LoggedHealthCheck.class.getName());

    private final HealthCheck check;
    private final AtomicBoolean up = new AtomicBoolean(true);

    /// @param check determines the status
    public LoggedHealthCheck(HealthCheck check) {
        this.check = check;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponse response = check.call();
        boolean now = response.getStatus() == Status.UP;
        if (up.getAndSet(now) != now) {
            LOG.log(
                    now ? Level.INFO : Level.WARNING,
                    "Health: {0} is {1} {2}",
                    response.getName(),
                    now ? "up again" : "down",
                    response.getData().orElseGet(Map::of));
        }
        return response;
    }
}
