package tickertape.client.connection;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.sse.InboundSseEvent;
import jakarta.ws.rs.sse.SseEventSource;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/// One connection, which ends once and does not come back; safe for any thread.
public final class Connection implements AutoCloseable {

    /// Receives what the connection brings: one call at a time, and none after [#close].
    public interface Listener {
        void received(InboundSseEvent event);

        /// Called once, unless the connection was closed before.
        void ended(ConnectionEnd end);
    }

    // One opens the source and runs the watchdog, one reads; Jersey passes events to a third.
    private static final int THREADS = 3;

    private final ConnectionOptions options;
    private final Listener listener;
    private final ScheduledExecutorService threads;
    private final Client client;
    private final SseEventSource source;
    private final IdleStopwatch idle;
    private final Watchdog watchdog;
    private final AtomicBoolean over = new AtomicBoolean();

    /// @throws RuntimeException or a linkage error if there is no JAX-RS client with Server-Sent Events
    public Connection(ConnectionOptions options, Listener listener, LongSupplier nanos) {
        this.options = options;
        this.listener = listener;
        threads = ThreadPools.interruptible(THREADS, "tickertape-connection", options.loader());
        idle = new IdleStopwatch(nanos);
        watchdog = new Watchdog(this::schedule, idle, options.patience(), over::get, this::timeOut);
        client = options.transport()
                .apply(ClientBuilder.newBuilder()
                        .executorService(threads)
                        .scheduledExecutorService(threads)
                        .connectTimeout(options.patience().toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(options.readTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .build();
        var target =
                client.target(options.stream()).register(new ResponseValidation(options.position(), idle, this::end));
        source = SseEventSource.target(target).build();
        source.register(this::receive, fault -> end(ConnectionEnd.unreachable(fault)));
    }

    public void open() {
        watchdog.check();
        threads.execute(this::connect);
    }

    /// Allows the server to be silent for this long.
    public void expectHeartbeat(Duration heartbeat) {
        watchdog.setLimit(heartbeat.plus(options.patience()));
    }

    // Nobody needs the future, and Java 17 has no unnamed variable for it.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void schedule(Runnable task, Duration delay) {
        try {
            threads.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException released) {
            // The connection has ended meanwhile, so there is nothing left to check.
        }
    }

    // Blocks until the server has answered. If it does not, the watchdog ends the connection.
    private void connect() {
        try {
            source.open();
        } catch (RuntimeException | Error fault) {
            end(ConnectionEnd.unreachable(fault));
        }
    }

    private void receive(InboundSseEvent event) {
        if (over.get()) {
            return;
        }
        if (WholeEventInputStream.END.equals(event.getName())) {
            end(new ConnectionEnd(OfflineReason.CUT, event.readData(), null));
        } else {
            deliver(event);
        }
    }

    // If a listener throws, the reading thread of one implementation dies without a word.
    private void deliver(InboundSseEvent event) {
        idle.pause();
        try {
            listener.received(event);
        } catch (RuntimeException | Error fault) {
            end(new ConnectionEnd(OfflineReason.CUT, fault.toString(), null));
        } finally {
            idle.resume();
        }
    }

    private void timeOut() {
        end(new ConnectionEnd(OfflineReason.SILENT, "nothing came in time", null));
    }

    private void end(ConnectionEnd end) {
        if (over.compareAndSet(false, true)) {
            listener.ended(end);
            release();
        }
    }

    /// Returns at once. The reading thread ends too, with one exception: Jersey over `HttpURLConnection` before
    /// Java 21 notices it only with the next byte, at the latest a heartbeat.
    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            release();
        }
    }

    private void release() {
        source.close(0, TimeUnit.MILLISECONDS);
        client.close();
        threads.shutdownNow();
    }
}
