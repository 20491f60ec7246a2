package tickertape.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes the thread that waits for it. Safe for any thread.
public final class WakeSignal {

    private final Semaphore signal = new Semaphore(0);

    /// There may be something to do.
    public void wake() {
        // Once is enough, however often it is called before somebody wakes.
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /// Waits until somebody calls, or the time is over.
    void await(Duration time) throws InterruptedException {
        if (signal.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }
}
