package tickertape.tape.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import tickertape.tape.DelayedTape;
import tickertape.web.PeriodicTask;

/// Puts on the delayed tape, some times a second and on a thread of its own, what has become old enough; does nothing
/// where nobody sees prices late. Safe for any thread.
final class Releases {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final StreamHub hub;
    private final Optional<DelayedTape> delayed;
    private final DelayLog log;
    private @Nullable PeriodicTask task;

    Releases(StreamHub hub, CallerTapes tapes, DelayLog log) {
        this.hub = hub;
        this.delayed = tapes.delayed();
        this.log = log;
    }

    /// Starts, unless it runs already.
    synchronized void keepRunning(ThreadFactory threads) {
        if (task == null && delayed.isPresent()) {
            DelayedTape tape = delayed.get();
            task = new PeriodicTask(threads, INTERVAL, () -> release(tape));
        }
        if (task != null) {
            task.keepRunning();
        }
    }

    private void release(DelayedTape tape) {
        if (tape.release()) {
            hub.wakeAll();
        }
        log.update();
    }

    synchronized void close() {
        if (task != null) {
            task.close();
        }
    }
}
