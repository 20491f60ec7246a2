package tickertape.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.LogRecords;

/// However often health is asked for, the log has a line when the answer changes.
class LoggedHealthCheckTest {

    private boolean well = true;
    // Not by its builder, which the server provides.
    private final LoggedHealthCheck check = new LoggedHealthCheck(
            () -> new HealthCheckResponse("feed", well ? Status.UP : Status.DOWN, Optional.of(Map.of("quotes", 7))));

    @AutoClose
    private final LogRecords log = new LogRecords(LoggedHealthCheck.class);

    @BeforeEach
    void listen() {
        log.listen();
    }

    @Test
    void whatIsWellIsNotToldOf() {
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void changeIsToldOnce() {
        well = false;
        check.call();
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
        well = true;
        check.call();
        check.call();

        assertThat(log.lines())
                .containsExactly("Health: feed is down {quotes=7}", "Health: feed is up again {quotes=7}");
        assertThat(log.levels()).containsExactly(Level.WARNING, Level.INFO);
    }
}
