package tickertape.tape.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.sse.GoodbyeReason;

/// Writes to one subscriber that takes its bytes slowly, on a thread of its own, until it has kept up for a
/// while.
final class SlowSubscriberWriter implements Runnable {

    /// A write that takes longer is slow: it held up the shard that the subscriber was taken out of.
    private static final long SLOW = Duration.ofMillis(10).toNanos();

    private static final long PROBATION = Duration.ofSeconds(10).toNanos();

    private final Subscriber subscriber;
    private final Dispatcher dispatcher;
    private final LongSupplier nanoTime;
    private final WakeupSink wakeup = new WakeupSink();
    private final LocalCounters counters;

    SlowSubscriberWriter(Subscriber subscriber, Dispatcher dispatcher, LongSupplier nanoTime) {
        this.subscriber = subscriber;
        this.dispatcher = dispatcher;
        this.nanoTime = nanoTime;
        this.counters = dispatcher.counters();
    }

    @Override
    public void run() {
        wakeup.attach();
        subscriber.wokenBy(wakeup);
        dispatcher.register(wakeup);
        try {
            if (keepsUp()) {
                dispatcher.assign(subscriber);
            }
        } finally {
            wakeup.close();
        }
    }

    /// Serves it until it has left, or has taken everything at once for long enough.
    ///
    /// @return whether it keeps up
    private boolean keepsUp() {
        long slow = nanoTime.getAsLong();
        while (!subscriber.gone()) {
            wakeup.clear();
            long before = nanoTime.getAsLong();
            long due = dispatcher.serve(subscriber, counters);
            counters.flush();
            long now = nanoTime.getAsLong();
            slow = now - before > SLOW ? now : slow;
            if (now - slow > PROBATION && !subscriber.gone()) {
                return true;
            }
            if (due > 0 && !subscriber.gone()) {
                wakeup.await(due);
            }
            if (Thread.interrupted()) {
                // The executor goes down before anybody gave the reason.
                subscriber.end(GoodbyeReason.SHUTDOWN);
            }
        }
        return false;
    }
}
