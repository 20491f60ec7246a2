package tickertape.market.ticker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;
import tickertape.market.ticker.TickMailbox.Delivery;
import tickertape.web.monitoring.AggregateLog;

/// One listener, its mailbox, and the thread that empties it.
final class ListenerThread implements Runnable {

    private static final Logger LOG = System.getLogger(ListenerThread.class.getName());

    private final TickListener listener;
    private final String name;
    private final TickMailbox mailbox;
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AggregateLog log;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;
    private @Nullable Future<?> running;

    ListenerThread(TickListener listener, LongSupplier nanoTime) {
        this.listener = listener;
        name = listener.name();
        mailbox = new TickMailbox(listener.capacity(), listener.overflowPolicy());
        String message = "Tick listener %s: {0} ticks missed because %s were waiting, {1} ticks failed"
                .formatted(name, listener.capacity());
        log = new AggregateLog(LOG, Level.WARNING, nanoTime, message, this::missed, this::failed);
    }

    void start(ExecutorService threads) {
        running = threads.submit(this);
    }

    /// Hands over a tick without waiting for the listener. The thread of the tick also logs, because the listener's own
    /// may be blocked.
    void deliver(Tick tick) {
        log.update(failure);
        mailbox.put(tick);
    }

    @Override
    public void run() {
        try {
            Optional<Delivery> next = mailbox.take();
            while (next.isPresent() && !closed) {
                call(next.get());
                next = mailbox.take();
            }
            if (!closed) {
                end();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    // Errors too: a listener that lacks a class must not lose its thread.
    private void call(Delivery next) {
        try {
            if (next.missed() > 0) {
                listener.onMissed(next.missed());
            }
            listener.onTick(next.tick());
            delivered.incrementAndGet();
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    private void end() {
        try {
            listener.onEnd();
        } catch (Throwable thrown) {
            fail(thrown);
            log.update(thrown);
        }
    }

    // An interrupt at the end is no failure.
    private void fail(Throwable thrown) {
        if (!closed) {
            failure = thrown;
            failed.incrementAndGet();
        }
    }

    /// Has the listener take what waits, and end.
    void finish() {
        mailbox.end();
    }

    /// Waits until it has.
    ///
    /// @return false if it takes longer
    boolean awaitEnd(Duration patience) throws InterruptedException {
        if (running == null) {
            return true;
        }
        try {
            running.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException blocked) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Ends the thread, even if the listener is blocked.
    void close() {
        closed = true;
        if (running != null) {
            running.cancel(true);
        }
    }

    String name() {
        return name;
    }

    int depth() {
        return mailbox.depth();
    }

    long delivered() {
        return delivered.get();
    }

    long missed() {
        return mailbox.missed();
    }

    long failed() {
        return failed.get();
    }
}
