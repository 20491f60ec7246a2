package tickertape.web.rest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tickertape.web.ProblemException;

/// Lets only as many requests compute at once as there are processors, in the order in which they came. Safe for any
/// thread.
///
/// More at once would not be sooner: they would share the processors with one another, and with the ticker and the
/// streams.
/// What waits for a client, such as writing a response, belongs outside.
public final class ProcessorGate {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int RETRY_SECONDS = 2;

    private final Semaphore permits;

    /// @param processors how many may compute at once
    public ProcessorGate(int processors) {
        permits = new Semaphore(processors, true);
    }

    /// As many as this machine has.
    public static ProcessorGate ofThisMachine() {
        return new ProcessorGate(Runtime.getRuntime().availableProcessors());
    }

    /// Runs the work when it is its turn. It must not ask for another turn here. Throws `ProblemException` 503 if its
    /// turn
    /// does not come for five seconds.
    public <T> T compute(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private void enter() {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.unavailable("the server is handling too many requests", RETRY_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("the server stops", RETRY_SECONDS);
        }
    }
}
