package tickertape.tape.delivery;

import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tickertape.tape.metrics.LocalCounters;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.sse.GoodbyeReason;

/// Decides which thread writes to which subscriber. Safe for any thread.
public final class Dispatcher {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final Executor threads;
    private final Consumer<SseEventSink> registration;
    private final LongSupplier nanoTime;
    private final StreamCounters counters;
    private final WriterPermits permits = new WriterPermits(Runtime.getRuntime().availableProcessors());
    private final ShardRegistry shards = new ShardRegistry(permits);
    private final StallDetector stallDetector;

    /// @param threads virtual ones: each may wait for a client
    /// @param registration makes a sink known to the broadcaster
    /// @param nanoTime a monotonic clock
    /// @param counters where all that is written is counted
    public Dispatcher(
            Executor threads, Consumer<SseEventSink> registration, LongSupplier nanoTime, StreamCounters counters) {
        this.threads = threads;
        this.registration = registration;
        this.nanoTime = nanoTime;
        this.counters = counters;
        this.stallDetector = new StallDetector(this, shards);
    }

    /// Starts to watch for stalls.
    public Dispatcher open() {
        threads.execute(stallDetector);
        return this;
    }

    /// Ends the thread that watches the others.
    public void close() {
        stallDetector.close();
    }

    /// Greets a new subscriber, on a thread of its own because that may take long, and then assigns it to a
    /// shard.
    ///
    /// @throws RejectedExecutionException when the application is going down
    public void greet(Subscriber subscriber) {
        threads.execute(() -> {
            serveOnce(subscriber);
            assign(subscriber);
        });
    }

    /// Gives a subscriber that keeps up to a shard.
    void assign(Subscriber subscriber) {
        if (!subscriber.gone()) {
            orEnd(subscriber, () -> shards.take(this::newShard).add(subscriber));
        }
    }

    private WriterShard newShard() {
        var shard = new WriterShard(this, shards, permits);
        register(shard.wakeup());
        threads.execute(shard);
        return shard;
    }

    void register(WakeupSink wakeup) {
        // Register before reading: the thread would not hear of what is appended in between.
        registration.accept(wakeup);
    }

    /// Serves a subscriber; a failure ends its stream and does not harm the others.
    long serve(Subscriber subscriber, LocalCounters local) {
        try {
            return subscriber.serve(local);
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "A stream ended with a failure", failure);
            return Subscriber.NOTHING;
        }
    }

    private void serveOnce(Subscriber subscriber) {
        LocalCounters local = counters.local();
        serve(subscriber, local);
        local.flush();
    }

    /// Serves a slow subscriber on the present thread, until it leaves or may go back to a shard.
    public void serveAlone(Subscriber subscriber) {
        new SlowSubscriberWriter(subscriber, this, nanoTime).run();
    }

    /// Gives a subscriber a thread of its own.
    void separate(Subscriber subscriber) {
        orEnd(subscriber, () -> threads.execute(new SlowSubscriberWriter(subscriber, this, nanoTime)));
    }

    private void orEnd(Subscriber subscriber, Runnable handOver) {
        try {
            handOver.run();
        } catch (RejectedExecutionException goingDown) {
            subscriber.end(GoodbyeReason.SHUTDOWN);
            serveOnce(subscriber);
        }
    }

    /// Makes sure that the write that has just begun is watched.
    void watch() {
        stallDetector.writeBegan();
    }

    LocalCounters counters() {
        return counters.local();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    void execute(Runnable task) {
        threads.execute(task);
    }
}
