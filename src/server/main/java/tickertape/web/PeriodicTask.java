package tickertape.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs a task again and again, on a thread of its own and by a monotonic clock: no request can hold that thread, and
/// setting the time of the machine changes nothing. A run that fails is logged, and the next one comes all the same.
///
/// A run that takes longer than the interval delays the next ones, which then follow in a burst.
public final class PeriodicTask implements AutoCloseable {

    private static final Logger LOG = System.getLogger(PeriodicTask.class.getName());

    /// How long [#close] waits for a run under way.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ScheduledExecutorService thread;
    private final Duration interval;
    private final Runnable task;
    private boolean failing;
    private @Nullable Future<?> running;

    /// @param threads makes the one thread
    public PeriodicTask(ThreadFactory threads, Duration interval, Runnable task) {
        thread = Executors.newSingleThreadScheduledExecutor(threads);
        this.interval = interval;
        this.task = task;
    }

    /// Starts the task, which runs for the first time after the interval, unless it has been started and has not ended.
    public synchronized void keepRunning() {
        if (running == null || running.isDone()) {
            running =
                    thread.scheduleAtFixedRate(this::run, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    // Not even an Error may get out: the executor would never run the task again.
    private void run() {
        try {
            task.run();
            if (failing) {
                failing = false;
                LOG.log(Level.INFO, "The periodic task succeeds again");
            }
        } catch (Throwable failure) {
            if (!failing) {
                failing = true;
                LOG.log(
                        Level.ERROR,
                        "A periodic task failed; further failures are not logged until it succeeds",
                        failure);
            }
        }
    }

    /// Ends the task, and waits a little for a run under way.
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.log(Level.WARNING, "A periodic task does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
