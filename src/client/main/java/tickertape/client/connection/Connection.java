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

    /// Who listens: one call at a time, and none after [#close].
    public interface Listener {
        void heard(InboundSseEvent event);

        /// Called once, unless the line is closed before.
        void ended(ConnectionEnd end);
    }

    // One opens the source and looks after it, one reads; Jersey hands events on to a third.
    private static final int THREADS = 3;

    private final ConnectionOptions call;
    private final Listener listener;
    private final ScheduledExecutorService threads;
    private final Client client;
    private final SseEventSource source;
    private final IdleStopwatch stopwatch;
    private final Watchdog watchdog;
    private final AtomicBoolean over = new AtomicBoolean();

    /// @throws RuntimeException or an error of class loading where there is no JAX-RS client with Server-Sent Events
    public Connection(ConnectionOptions call, Listener listener, LongSupplier nanos) {
        this.call = call;
        this.listener = listener;
        threads = ThreadPools.interruptible(THREADS, "tickertape-line", call.loader());
        stopwatch = new IdleStopwatch(nanos);
        watchdog = new Watchdog(this::later, stopwatch, call.patience(), over::get, () -> end(silence()));
        client = call.transport()
                .apply(ClientBuilder.newBuilder()
                        .executorService(threads)
                        .scheduledExecutorService(threads)
                        .connectTimeout(call.patience().toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(call.readTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .build();
        var target =
                client.target(call.stream()).register(new ResponseValidation(call.position(), stopwatch, this::end));
        source = SseEventSource.target(target).build();
        source.register(this::heard, fault -> end(ConnectionEnd.unreachable(fault)));
    }

    public void open() {
        watchdog.watch();
        threads.execute(this::connect);
    }

    /// The server has said how long it may be silent.
    public void expect(Duration heartbeat) {
        watchdog.allow(heartbeat.plus(call.patience()));
    }

    // What it returns is of no use, and Java 17 has no way to say so.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void later(Runnable task, Duration time) {
        try {
            threads.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException released) {
            // The line has ended between the two looks.
        }
    }

    // Blocks until the server has answered; whoever does not answer is the watchdog's.
    private void connect() {
        try {
            source.open();
        } catch (RuntimeException | Error fault) {
            end(ConnectionEnd.unreachable(fault));
        }
    }

    private void heard(InboundSseEvent event) {
        if (over.get()) {
            return;
        }
        if (WholeEventInputStream.END.equals(event.getName())) {
            end(new ConnectionEnd(OfflineReason.CUT, event.readData(), null));
        } else {
            tell(event);
        }
    }

    // Of a listener that throws, one implementation's reading thread would die and tell nobody.
    private void tell(InboundSseEvent event) {
        stopwatch.hold();
        try {
            listener.heard(event);
        } catch (RuntimeException | Error fault) {
            end(new ConnectionEnd(OfflineReason.CUT, fault.toString(), null));
        } finally {
            stopwatch.goOn();
        }
    }

    private ConnectionEnd silence() {
        return new ConnectionEnd(OfflineReason.SILENT, "nothing came in time", null);
    }

    private void end(ConnectionEnd end) {
        if (over.compareAndSet(false, true)) {
            listener.ended(end);
            release();
        }
    }

    /// Returns at once. The reading thread ends with it, but for one case: Jersey over `HttpURLConnection` before
    /// Java 21 notices it with the next byte, a heartbeat at the latest.
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
