package tickertape.tape.stream;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import tickertape.tape.Tape;
import tickertape.web.monitoring.LoggedHealthCheck;
import tickertape.web.monitoring.ProgressMonitor;

/// Whether streams can be served: from the first message until all subscribers are asked to leave, by threads
/// that run.
final class StreamHealth {

    /// Both make progress every second; no healthy machine pauses for so long.
    private static final Duration STUCK = Duration.ofSeconds(15);

    private final Tape tape;
    private final StreamHub hub;
    private final ProgressMonitor timers;
    private final ProgressMonitor threads;
    private final HealthCheck files;

    StreamHealth(Tape tape, StreamHub hub, LongSupplier nanoTime) {
        this.tape = tape;
        this.hub = hub;
        this.timers = new ProgressMonitor(STUCK, nanoTime);
        this.threads = new ProgressMonitor(STUCK, nanoTime);
        var openFiles = new OpenFiles(nanoTime);
        this.files = new LoggedHealthCheck(openFiles::health);
    }

    /// Notes that timers fire, and has a thread of those that serve subscribers note that it runs.
    ///
    /// Files are looked at here too: when there are none left, nobody can ask.
    void progress() {
        timers.record();
        var _ = files.call();
        try {
            hub.execute(threads::record);
        } catch (RejectedExecutionException goingDown) {
            // Then nobody asks any more whether they run.
        }
    }

    HealthCheck started() {
        return new LoggedHealthCheck(() -> HealthCheckResponse.named("first-tick")
                .status(tape.end().offset() > 0)
                .build());
    }

    // Not logged: the log says already that subscribers are asked to leave.
    HealthCheck open() {
        return () -> HealthCheckResponse.named("streams")
                .status(!hub.subscribers().closing())
                .withData("subscribers", hub.subscribers().size())
                .build();
    }

    HealthCheck files() {
        return files;
    }

    HealthCheck timersFire() {
        return new LoggedHealthCheck(() -> timers.as("timers"));
    }

    HealthCheck threadsRun() {
        return new LoggedHealthCheck(() -> threads.as("threads"));
    }
}
