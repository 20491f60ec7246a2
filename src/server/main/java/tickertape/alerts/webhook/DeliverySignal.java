package tickertape.alerts.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes the thread that sends. Safe for any thread.
public final class DeliverySignal {

    private final Semaphore signal = new Semaphore(0);

    /// Something may have to be sent.
    public void wake() {
        // Once is enough, however many have fired.
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    void await(Duration time) throws InterruptedException {
        if (signal.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }
}
