package tickertape.tape.delivery;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tickertape.tape.wire.GoodbyeReason;

/// Who is here at this moment, and whether the house is about to close. Safe for any thread.
public final class SubscriberRegistry {

    private final Set<Subscriber> present = ConcurrentHashMap.newKeySet();
    private volatile @Nullable GoodbyeReason closing;
    private volatile CountDownLatch empty = new CountDownLatch(0);

    public void add(Subscriber subscriber) {
        present.add(subscriber);
        // Looked at after adding: a closing that missed the newcomer is seen here.
        GoodbyeReason reason = closing;
        if (reason != null) {
            subscriber.end(reason);
        }
    }

    public void remove(Subscriber subscriber) {
        present.remove(subscriber);
        if (present.isEmpty()) {
            empty.countDown();
        }
    }

    public int size() {
        return present.size();
    }

    /// Whether all have been asked to leave.
    public boolean closing() {
        return closing != null;
    }

    /// Up to which offset everybody has been written all it wants; those who asked for few writes do not count.
    public OptionalLong slowest() {
        return present.stream()
                .mapToLong(Subscriber::written)
                .filter(written -> written != Subscriber.NOTHING)
                .min();
    }

    /// Lets in again after a [#close].
    public void open() {
        closing = null;
    }

    /// Asks all to leave, also those who come from now on, and waits until they have, though not longer than told.
    ///
    /// @param ring wakes those who serve them
    /// @return how many are still here: clients that do not read
    public int close(GoodbyeReason reason, Runnable ring, Duration patience) throws InterruptedException {
        empty = new CountDownLatch(1);
        closing = reason;
        present.forEach(subscriber -> subscriber.end(reason));
        ring.run();
        if (!present.isEmpty()) {
            var _ = empty.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        }
        return present.size();
    }
}
