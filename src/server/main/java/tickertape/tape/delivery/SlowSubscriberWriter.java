package tickertape.tape.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.wire.GoodbyeReason;

/// Serves one client that takes its bytes slowly, on a thread of its own, until it has kept up for a while.
final class SlowSubscriberWriter implements Runnable {

    /// A write that takes longer is slow: it held up the round that it was taken out of.
    private static final long SLOW = Duration.ofMillis(10).toNanos();

    private static final long PROBATION = Duration.ofSeconds(10).toNanos();

    private final Subscriber subscriber;
    private final Dispatcher rounds;
    private final LongSupplier nanoTime;
    private final WakeupSink alarm = new WakeupSink();
    private final LocalCounters tally;

    SlowSubscriberWriter(Subscriber subscriber, Dispatcher rounds, LongSupplier nanoTime) {
        this.subscriber = subscriber;
        this.rounds = rounds;
        this.nanoTime = nanoTime;
        this.tally = rounds.tally();
    }

    @Override
    public void run() {
        alarm.wake();
        rounds.register(alarm);
        try {
            if (keepsUp()) {
                rounds.join(subscriber);
            }
        } finally {
            alarm.close();
        }
    }

    /// Serves it until it has left, or has taken all at once for long enough.
    private boolean keepsUp() {
        long slow = nanoTime.getAsLong();
        while (!subscriber.gone()) {
            alarm.listen();
            long before = nanoTime.getAsLong();
            long due = rounds.serve(subscriber, tally);
            tally.settle();
            long now = nanoTime.getAsLong();
            slow = now - before > SLOW ? now : slow;
            if (now - slow > PROBATION && !subscriber.gone()) {
                return true;
            }
            if (due > 0 && !subscriber.gone()) {
                alarm.sleep(due);
            }
            if (Thread.interrupted()) {
                // The executor goes down before anybody said why.
                subscriber.end(GoodbyeReason.SHUTDOWN);
            }
        }
        return false;
    }
}
