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
/// streams. Who waits keeps a place of those that the server has for requests, so it may be bounded how many do.
/// What waits for a client, such as writing a response, belongs outside.
public final class ProcessorGate {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int RETRY_SECONDS = 2;

    private final Semaphore permits;
    private final Semaphore places;
    private final int retrySeconds;

    /// @param processors how many may compute at once
    /// @param places how many may be here at once, those that wait among them
    /// @param retrySeconds when to ask again who was refused
    public ProcessorGate(int processors, int places, int retrySeconds) {
        permits = new Semaphore(processors, true);
        this.places = new Semaphore(places);
        this.retrySeconds = retrySeconds;
    }

    /// As many as this machine has processors may compute, and any number wait.
    public static ProcessorGate ofThisMachine() {
        return ofThisMachine(Integer.MAX_VALUE, RETRY_SECONDS);
    }

    /// As many as this machine has processors may compute.
    ///
    /// @param places how many may be here at once
    /// @param retrySeconds when to ask again who was refused
    public static ProcessorGate ofThisMachine(int places, int retrySeconds) {
        return new ProcessorGate(Runtime.getRuntime().availableProcessors(), places, retrySeconds);
    }

    /// Runs the work when it is its turn. It must not ask for another turn here. Throws `ProblemException` 503 if its
    /// turn does not come for five seconds, and at once if there is no place to wait.
    public <T> T compute(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            return computeInTurn(work);
        } finally {
            places.release();
        }
    }

    private <T> T computeInTurn(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private ProblemException busy() {
        return ProblemException.unavailable("the server is handling too many requests", retrySeconds);
    }

    private void enter() {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("the server stops", retrySeconds);
        }
    }
}
