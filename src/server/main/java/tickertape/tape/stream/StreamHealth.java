package tickertape.tape.stream;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import tickertape.tape.Tape;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.web.monitoring.LoggedHealthCheck;
import tickertape.web.monitoring.ProgressMonitor;

/// Whether streams can be served: from the first message on, until all are asked to leave, by threads that run.
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class StreamHealth {

    /// Both beat every second; no healthy machine pauses for so long.
    private static final Duration STUCK = Duration.ofSeconds(15);

    @Inject
    Tape tape;

    @Inject
    StreamHub broadcast;

    @Inject
    DeliveryPolicy terms;

    private ProgressMonitor timers;
    private ProgressMonitor threads;

    @PostConstruct
    void begin() {
        timers = new ProgressMonitor(STUCK, terms.nanoTime());
        threads = new ProgressMonitor(STUCK, terms.nanoTime());
    }

    /// Says that timers fire, and has the threads that serve subscribers say that they run.
    void beat() {
        timers.beat();
        try {
            broadcast.start(threads::beat);
        } catch (RejectedExecutionException goingDown) {
            // Then nobody asks any more whether they run.
        }
    }

    @Produces
    @Singleton
    @Startup
    HealthCheck started() {
        return new LoggedHealthCheck(() -> HealthCheckResponse.named("tape")
                .status(tape.end().offset() > 0)
                .build());
    }

    // That streams are asked to leave is in the log already.
    @Produces
    @Readiness
    HealthCheck open() {
        return () -> HealthCheckResponse.named("streams")
                .status(!broadcast.attendance().closing())
                .withData("subscribers", broadcast.attendance().size())
                .build();
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck timersFire() {
        return new LoggedHealthCheck(() -> timers.as("timers"));
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck threadsRun() {
        return new LoggedHealthCheck(() -> threads.as("threads"));
    }
}
