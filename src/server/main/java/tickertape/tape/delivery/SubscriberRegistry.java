package tickertape.tape.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Tape;
import tickertape.tape.sse.GoodbyeReason;

/// All subscribers at this moment, and whether they were asked to leave. Safe for any thread.
public final class SubscriberRegistry {

    private final Set<Subscriber> all = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Set<Subscriber>> byOwner = new ConcurrentHashMap<>();
    private volatile @Nullable GoodbyeReason closing;
    private volatile CountDownLatch empty = new CountDownLatch(0);

    public void add(Subscriber subscriber) {
        all.add(subscriber);
        subscriber
                .owner()
                .ifPresent(owner -> byOwner.compute(owner, (same, present) -> {
                    Set<Subscriber> subscribers = present == null ? ConcurrentHashMap.newKeySet() : present;
                    subscribers.add(subscriber);
                    return subscribers;
                }));
        // Look after adding: a close that missed the newcomer is seen here.
        GoodbyeReason reason = closing;
        if (reason != null) {
            subscriber.end(reason);
        }
    }

    public void remove(Subscriber subscriber) {
        all.remove(subscriber);
        subscriber
                .owner()
                .ifPresent(owner -> byOwner.computeIfPresent(owner, (same, subscribers) -> {
                    subscribers.remove(subscriber);
                    return subscribers.isEmpty() ? null : subscribers;
                }));
        if (all.isEmpty()) {
            empty.countDown();
        }
    }

    public int size() {
        return all.size();
    }

    /// Whether there is one that reads the private messages of an owner.
    public boolean has(String owner) {
        return byOwner.containsKey(owner);
    }

    /// Wakes those that read the private messages of these owners.
    public void wake(Collection<String> owners) {
        owners.forEach(owner -> byOwner.getOrDefault(owner, Set.of()).forEach(Subscriber::wake));
    }

    /// Asks those to leave whose right to read has ended.
    ///
    /// @param credential which of the account's; empty for all
    public void expire(String account, Optional<String> credential) {
        all.stream()
                .filter(subscriber -> subscriber.access().endsWith(account, credential))
                .forEach(subscriber -> {
                    subscriber.end(GoodbyeReason.EXPIRED);
                    subscriber.wake();
                });
    }

    /// Has those that were written to some time ago written to, which shows whether their clients are still here.
    void probe() {
        all.forEach(Subscriber::probe);
    }

    /// Whether all were asked to leave.
    public boolean closing() {
        return closing != null;
    }

    /// Up to which offset of a tape everyone who reads it has been written all that is for everyone; clients that asked
    /// for few writes do not count.
    public OptionalLong slowest(Tape tape) {
        return all.stream()
                .filter(subscriber -> subscriber.tape() == tape)
                .mapToLong(Subscriber::written)
                .filter(written -> written != Subscriber.NOTHING)
                .min();
    }

    /// Lets subscribers in again after a [#close].
    public void open() {
        closing = null;
    }

    /// Asks all to leave, also those that come from now on, and waits until they have, but not longer than
    /// `timeout`.
    ///
    /// @param wakeup wakes the threads that serve them
    /// @return how many are still here: clients that do not read
    public int close(GoodbyeReason reason, Runnable wakeup, Duration timeout) throws InterruptedException {
        empty = new CountDownLatch(1);
        closing = reason;
        all.forEach(subscriber -> subscriber.end(reason));
        wakeup.run();
        if (!all.isEmpty()) {
            var _ = empty.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
        }
        return all.size();
    }
}
