package tickertape.client.feeding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The lines that the server has not confirmed: at most so many. Policy: whoever adds one to a full buffer waits. Safe
/// for any thread.
///
/// Each connection reads them from the oldest on. Only the newest connection gets any.
final class UnconfirmedLines {

    static final byte[] NONE = {};

    private final LongSupplier nanoTime;

    // A ring: the line with number n is at n modulo its length.
    private final byte[][] ring;
    private long last;
    private long sent;
    private long confirmed;
    private long connection;
    private boolean closed;

    /// Writes a line that has a number.
    interface Format {
        String line(long seq);
    }

    /// @param nanoTime a monotonic clock
    UnconfirmedLines(int capacity, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        ring = new byte[capacity][];
    }

    /// Adds a line; waits while there is no room. Throws `IllegalStateException` after the end.
    synchronized void add(Format format) throws InterruptedException {
        while (last - confirmed >= ring.length && !closed) {
            wait();
        }
        if (closed) {
            throw new IllegalStateException("the feeder is closed");
        }
        ring[place(last + 1)] = format.line(last + 1).getBytes(StandardCharsets.UTF_8);
        last++;
        notifyAll();
    }

    private int place(long seq) {
        return (int) (seq % ring.length);
    }

    /// Begins a connection: it gets all that are not confirmed, and the one before it gets no more.
    ///
    /// @return its number
    synchronized long connect() {
        sent = confirmed;
        notifyAll();
        return ++connection;
    }

    /// The next line for a connection; empty if there was none for so long.
    ///
    /// @return null at the end: everything was sent and no more will come, or there is a newer connection
    synchronized byte @Nullable [] next(long of, Duration patience) throws InterruptedException {
        long end = nanoTime.getAsLong() + patience.toNanos();
        while (of == connection && sent == last && !closed) {
            long left = Duration.ofNanos(end - nanoTime.getAsLong()).toMillis();
            if (left <= 0) {
                return NONE;
            }
            wait(left);
        }
        if (of != connection || sent == last) {
            return null;
        }
        sent++;
        return ring[place(sent)];
    }

    /// The server has all up to this number.
    synchronized void confirm(long seq) {
        if (seq > confirmed) {
            confirmed = Math.min(seq, last);
            sent = Math.max(sent, confirmed);
            notifyAll();
        }
    }

    /// The server has answered a request to its end: it has looked at all lines that were sent.
    synchronized void confirmSent(long of) {
        if (of == connection) {
            confirm(sent);
        }
    }

    /// Waits until all are confirmed.
    ///
    /// @return false if that took too long
    synchronized boolean awaitConfirmation(Duration patience) throws InterruptedException {
        long end = nanoTime.getAsLong() + patience.toNanos();
        while (confirmed < last) {
            long left = Duration.ofNanos(end - nanoTime.getAsLong()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /// No more lines will come.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isDone() {
        return closed && confirmed == last;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized long unconfirmed() {
        return last - confirmed;
    }

    synchronized long confirmed() {
        return confirmed;
    }

    /// Whether the current connection has got all of them.
    synchronized boolean isSent() {
        return sent == last;
    }
}
