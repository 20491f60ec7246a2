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

/// Makes one connection after another, until it is closed; it never gives up. Safe for any thread.
final class Reconnector implements Session.Listener, AutoCloseable {

    // Until the server has said what its heartbeat is; if it is longer, the second connection knows.
    private static final Duration LIKELY_HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration LONGEST_HEARTBEAT = Duration.ofDays(1);

    private final StreamOptions options;
    private final Decoder decoder;
    private final MessageBuffer buffer;
    private final Runnable news;
    private final ScheduledExecutorService threads;
    private final LongSupplier nanos;
    private final ConnectionLog log;

    // Guarded by this, as all that follows.
    private final Backoff backoff;
    private Duration heartbeat = LIKELY_HEARTBEAT;
    private @Nullable Session current;
    private @Nullable Connection line;
    private @Nullable Future<?> next;
    private boolean greeted;
    private boolean closed;

    /// @param news called when there is something new in the buffer
    Reconnector(
            StreamOptions options,
            Decoder decoder,
            MessageBuffer buffer,
            Runnable news,
            ScheduledExecutorService threads,
            RandomGenerator random,
            LongSupplier nanos) {
        this.options = options;
        this.decoder = decoder;
        this.buffer = buffer;
        this.news = news;
        this.threads = threads;
        this.nanos = nanos;
        log = new ConnectionLog(options.stream());
        backoff = new Backoff(options.first(), options.cap(), random);
    }

    /// @throws RuntimeException or an error of class loading where there is no JAX-RS client with Server-Sent Events
    void connect() {
        var session = new Session(decoder, buffer, news, this);
        var made = new Connection(options.call(buffer.taken().orElse(null), heartbeat()), session, nanos);
        synchronized (this) {
            if (closed) {
                made.close();
                return;
            }
            current = session;
            line = made;
            greeted = false;
            buffer.listenTo(session);
        }
        made.open();
    }

    private synchronized Duration heartbeat() {
        return heartbeat;
    }

    private void connectAgain() {
        try {
            connect();
        } catch (RuntimeException | Error fault) {
            // A class loader that is gone, say: told like any other failure, or it would be lost in the executor.
            await(new ConnectionEnd(OfflineReason.UNREACHABLE, fault.toString(), null), null);
        }
    }

    @Override
    public void greeted(Session session, Hello hello) {
        synchronized (this) {
            if (session != current || line == null) {
                return;
            }
            Duration promised = hello.heartbeat();
            greeted = true;
            heartbeat = promised.compareTo(LONGEST_HEARTBEAT) < 0 ? promised : LONGEST_HEARTBEAT;
            line.expect(heartbeat);
            backoff.succeeded();
        }
        log.connected();
    }

    @Override
    public void ended(Session session, ConnectionEnd end, @Nullable Duration asked) {
        synchronized (this) {
            if (session != current) {
                return;
            }
            current = null;
            line = null;
        }
        await(end, asked);
    }

    private void await(ConnectionEnd end, @Nullable Duration asked) {
        synchronized (this) {
            if (closed) {
                return;
            }
            Duration wait = backoff.after(end.reason(), greeted, asked);
            buffer.listenTo(null);
            buffer.post(new Report.Offline(end.reason(), end.detail(), wait));
            schedule(wait);
        }
        log.lost(end);
        news.run();
    }

    private void schedule(Duration wait) {
        try {
            next = threads.schedule(this::connectAgain, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            log.abandoned();
        }
    }

    @Override
    public void close() {
        Connection open;
        synchronized (this) {
            closed = true;
            open = line;
            line = null;
            current = null;
            if (next != null) {
                next.cancel(false);
            }
        }
        buffer.listenTo(null);
        if (open != null) {
            open.close();
        }
    }
}
