package tickertape.alerts.webhook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What has come of the attempts since the start. Safe for any thread.
final class WebhookCounts {

    private static final Logger LOG = System.getLogger(WebhookCounts.class.getName());

    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean isBroken = new AtomicBoolean();

    void delivered() {
        delivered.incrementAndGet();
    }

    void failed() {
        failed.incrementAndGet();
    }

    void dead() {
        dead.incrementAndGet();
    }

    void taken() {
        underWay.incrementAndGet();
    }

    void released() {
        underWay.decrementAndGet();
    }

    /// This server is at fault; the log says it once.
    void broken(Throwable failure) {
        if (isBroken.compareAndSet(false, true)) {
            LOG.log(Level.ERROR, "A webhook failed, and further ones that do are not logged", failure);
        }
    }

    /// How many have arrived.
    long allDelivered() {
        return delivered.get();
    }

    /// How many attempts have failed that are followed by another one.
    long allFailed() {
        return failed.get();
    }

    /// How many were given up.
    long allDead() {
        return dead.get();
    }

    int underWay() {
        return underWay.get();
    }
}
