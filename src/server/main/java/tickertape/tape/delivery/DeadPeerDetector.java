package tickertape.tape.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Finds quiet streams whose client is gone when their places are wanted.
///
/// The server notices that a connection is closed when it writes to it for the second time; on a quiet stream that is
/// the second heartbeat. So it writes two ahead of time. Safe for any thread.
public final class DeadPeerDetector {

    private static final int WRITES = 2;

    /// Between two writes, so that the answer to the first one is there.
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    /// However many clients are refused, those that are here are not written to more often.
    private static final long ROUND = Duration.ofSeconds(10).toNanos();

    private final SubscriberRegistry subscribers;
    private final LongSupplier nanoTime;
    private volatile int left;
    private long round;
    private long write;

    public DeadPeerDetector(SubscriberRegistry subscribers, LongSupplier nanoTime) {
        this.subscribers = subscribers;
        this.nanoTime = nanoTime;
        this.round = nanoTime.getAsLong() - ROUND;
        this.write = round;
    }

    /// Asks for a round, because a place is wanted.
    public synchronized void request() {
        long now = nanoTime.getAsLong();
        if (left == 0 && now - round >= ROUND) {
            round = now;
            left = WRITES;
        }
    }

    /// Makes the next write of a round due, if it is time for one. Call this before the subscribers are woken.
    public void check() {
        if (left > 0) {
            probe();
        }
    }

    private synchronized void probe() {
        long now = nanoTime.getAsLong();
        if (left > 0 && now - write >= PAUSE) {
            write = now;
            left--;
            subscribers.probe();
        }
    }
}
