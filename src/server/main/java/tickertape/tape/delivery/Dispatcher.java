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
import tickertape.tape.wire.GoodbyeReason;

/// All clients that are served, and by which thread each of them is. Safe for any thread.
public final class Dispatcher {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final Executor threads;
    private final Consumer<SseEventSink> register;
    private final LongSupplier nanoTime;
    private final StreamCounters ledger;
    private final WriterPermits turns = new WriterPermits(Runtime.getRuntime().availableProcessors());
    private final ShardRegistry places = new ShardRegistry(turns);
    private final StallDetector watch;

    /// @param threads virtual ones, for each may wait for a client
    /// @param register makes a sink known to the broadcaster
    /// @param nanoTime a monotonic clock
    /// @param ledger where all that is written is counted
    public Dispatcher(Executor threads, Consumer<SseEventSink> register, LongSupplier nanoTime, StreamCounters ledger) {
        this.threads = threads;
        this.register = register;
        this.nanoTime = nanoTime;
        this.ledger = ledger;
        this.watch = new StallDetector(this, places);
    }

    /// Begins.
    public Dispatcher open() {
        threads.execute(watch);
        return this;
    }

    /// Ends the thread that looks after the others.
    public void close() {
        watch.close();
    }

    /// Greets a new client, on a thread of its own as long as that takes.
    ///
    /// @throws RejectedExecutionException when the application is going down
    public void welcome(Subscriber subscriber) {
        threads.execute(() -> {
            serveOnce(subscriber);
            join(subscriber);
        });
    }

    /// Gives a client that keeps up a place in a round.
    void join(Subscriber subscriber) {
        if (!subscriber.gone()) {
            orEnd(subscriber, () -> places.take(this::begin).arrive(subscriber));
        }
    }

    private WriterShard begin() {
        var round = new WriterShard(this, places, turns);
        register(round.alarm());
        threads.execute(round);
        return round;
    }

    void register(WakeupSink alarm) {
        // Register before reading: of what is appended in between its thread would not hear.
        register.accept(alarm);
    }

    /// Serves a client; what goes wrong with one is no matter of the others.
    long serve(Subscriber subscriber, LocalCounters tally) {
        try {
            return subscriber.serve(tally);
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "a stream has ended by a failure", failure);
            return Subscriber.NOTHING;
        }
    }

    private void serveOnce(Subscriber subscriber) {
        LocalCounters tally = ledger.tally();
        serve(subscriber, tally);
        tally.settle();
    }

    /// Serves a client on the present thread until it has left, or may join others again.
    public void stayWith(Subscriber subscriber) {
        new SlowSubscriberWriter(subscriber, this, nanoTime).run();
    }

    void goAlone(Subscriber subscriber) {
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

    /// Makes sure that somebody looks after the visit that has just begun.
    void watchOver() {
        watch.begin();
    }

    LocalCounters tally() {
        return ledger.tally();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    void start(Runnable walker) {
        threads.execute(walker);
    }
}
