package tickertape.client;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tickertape.client.connection.Backoff;
import tickertape.client.connection.Connection;
import tickertape.client.connection.ConnectionEnd;
import tickertape.client.connection.ConnectionLog;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Hello;

/// Makes one connection after another until it is closed, and never gives up. Safe for any thread.
final class Reconnector implements Session.Listener, AutoCloseable {

    // Holds until the server has said what its heartbeat is. If it is longer, the second connection knows.
    private static final Duration LIKELY_HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration LONGEST_HEARTBEAT = Duration.ofDays(1);

    private final StreamOptions options;
    private final Decoder decoder;
    private final MessageBuffer buffer;
    private final Runnable wakeup;
    private final ScheduledExecutorService threads;
    private final LongSupplier nanos;
    private final ConnectionLog log;

    // Guarded by this, as all that follows.
    private final Backoff backoff;
    private Duration heartbeat = LIKELY_HEARTBEAT;
    private @Nullable Session session;
    private @Nullable Connection connection;
    private @Nullable Future<?> nextAttempt;
    private boolean greeted;
    private boolean closed;

    /// @param wakeup called when there is something new in the buffer
    Reconnector(
            StreamOptions options,
            Decoder decoder,
            MessageBuffer buffer,
            Runnable wakeup,
            ScheduledExecutorService threads,
            RandomGenerator random,
            LongSupplier nanos) {
        this.options = options;
        this.decoder = decoder;
        this.buffer = buffer;
        this.wakeup = wakeup;
        this.threads = threads;
        this.nanos = nanos;
        log = new ConnectionLog(options.stream());
        backoff = new Backoff(options.first(), options.cap(), random);
    }

    /// @throws RuntimeException or a linkage error if there is no JAX-RS client with Server-Sent Events
    void connect() {
        var newSession = new Session(decoder, buffer, wakeup, this);
        var newConnection =
                new Connection(options.connection(buffer.taken().orElse(null), heartbeat()), newSession, nanos);
        synchronized (this) {
            if (closed) {
                newConnection.close();
                return;
            }
            session = newSession;
            connection = newConnection;
            greeted = false;
            buffer.listenTo(newSession);
        }
        newConnection.open();
    }

    private synchronized Duration heartbeat() {
        return heartbeat;
    }

    private void reconnect() {
        try {
            connect();
        } catch (RuntimeException | Error fault) {
            // For example, the class loader is gone. Reported like any other failure: the executor would swallow it.
            scheduleReconnect(new ConnectionEnd(OfflineReason.UNREACHABLE, fault.toString(), null), null);
        }
    }

    @Override
    public void greeted(Session from, Hello hello) {
        synchronized (this) {
            if (from != session || connection == null) {
                return;
            }
            Duration promised = hello.heartbeat();
            greeted = true;
            heartbeat = promised.compareTo(LONGEST_HEARTBEAT) < 0 ? promised : LONGEST_HEARTBEAT;
            connection.expectHeartbeat(heartbeat);
            backoff.succeeded();
        }
        log.connected();
    }

    @Override
    public void ended(Session from, ConnectionEnd end, @Nullable Duration retryAfter) {
        Connection ended;
        synchronized (this) {
            if (from != session) {
                return;
            }
            ended = connection;
            session = null;
            connection = null;
        }
        scheduleReconnect(end, retryAfter);
        if (ended != null) {
            ended.close();
        }
    }

    private void scheduleReconnect(ConnectionEnd end, @Nullable Duration retryAfter) {
        synchronized (this) {
            if (closed) {
                return;
            }
            Duration wait = backoff.after(end.reason(), greeted, retryAfter);
            buffer.listenTo(null);
            buffer.post(new Report.Offline(end.reason(), end.detail(), wait));
            schedule(wait);
        }
        log.lost(end);
        wakeup.run();
    }

    private void schedule(Duration wait) {
        try {
            nextAttempt = threads.schedule(this::reconnect, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            log.abandoned();
        }
    }

    @Override
    public void close() {
        Connection open;
        synchronized (this) {
            closed = true;
            open = connection;
            connection = null;
            session = null;
            if (nextAttempt != null) {
                nextAttempt.cancel(false);
            }
        }
        buffer.listenTo(null);
        if (open != null) {
            open.close();
        }
    }
}
