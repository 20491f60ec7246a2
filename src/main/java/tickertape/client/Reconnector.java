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

    private final StreamOptions terms;
    private final Decoder decoder;
    private final MessageBuffer mailbox;
    private final Runnable news;
    private final ScheduledExecutorService threads;
    private final LongSupplier nanos;
    private final ConnectionLog journal;

    // Guarded by this, as all that follows.
    private final Backoff backoff;
    private Duration heartbeat = LIKELY_HEARTBEAT;
    private @Nullable Session current;
    private @Nullable Connection line;
    private @Nullable Future<?> next;
    private boolean greeted;
    private boolean closed;

    /// @param news called when there is something new in the mailbox
    Reconnector(
            StreamOptions terms,
            Decoder decoder,
            MessageBuffer mailbox,
            Runnable news,
            ScheduledExecutorService threads,
            RandomGenerator random,
            LongSupplier nanos) {
        this.terms = terms;
        this.decoder = decoder;
        this.mailbox = mailbox;
        this.news = news;
        this.threads = threads;
        this.nanos = nanos;
        journal = new ConnectionLog(terms.stream());
        backoff = new Backoff(terms.first(), terms.cap(), random);
    }

    /// @throws RuntimeException or an error of class loading where there is no JAX-RS client with Server-Sent Events
    void connect() {
        var conversation = new Session(decoder, mailbox, news, this);
        var made = new Connection(terms.call(mailbox.taken().orElse(null), heartbeat()), conversation, nanos);
        synchronized (this) {
            if (closed) {
                made.close();
                return;
            }
            current = conversation;
            line = made;
            greeted = false;
            mailbox.listenTo(conversation);
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
    public void greeted(Session conversation, Hello hello) {
        synchronized (this) {
            if (conversation != current || line == null) {
                return;
            }
            Duration promised = hello.heartbeat();
            greeted = true;
            heartbeat = promised.compareTo(LONGEST_HEARTBEAT) < 0 ? promised : LONGEST_HEARTBEAT;
            line.expect(heartbeat);
            backoff.succeeded();
        }
        journal.connected();
    }

    @Override
    public void ended(Session conversation, ConnectionEnd loss, @Nullable Duration asked) {
        synchronized (this) {
            if (conversation != current) {
                return;
            }
            current = null;
            line = null;
        }
        await(loss, asked);
    }

    private void await(ConnectionEnd loss, @Nullable Duration asked) {
        synchronized (this) {
            if (closed) {
                return;
            }
            Duration wait = backoff.after(loss.setback(), greeted, asked);
            mailbox.listenTo(null);
            mailbox.post(new Report.Offline(loss.setback(), loss.detail(), wait));
            schedule(wait);
        }
        journal.lost(loss);
        news.run();
    }

    private void schedule(Duration wait) {
        try {
            next = threads.schedule(this::connectAgain, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            journal.abandoned();
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
        mailbox.listenTo(null);
        if (open != null) {
            open.close();
        }
    }
}
