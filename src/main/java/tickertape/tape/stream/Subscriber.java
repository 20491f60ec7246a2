package tickertape.tape.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Cursor;
import tickertape.tape.Read;
import tickertape.tape.wire.Ending;
import tickertape.tape.wire.EventWriter;

/// One client of the stream: a cursor, and a thread that writes what lies beyond it.
///
/// Only the thread in [#run()] touches the cursor and the writer. To everybody else this is a sink of the broadcaster
/// whose `send` takes nothing over: it wakes the thread, which finds on the tape what there is to write. So a client
/// that does not read holds up its own thread in a write, and nobody else.
final class Subscriber implements SseEventSink, Runnable {

    private final Cursor cursor;
    private final EventWriter out;
    private final Terms terms;
    private final Throttle throttle;
    private final Runnable afterwards;

    private volatile @Nullable Thread thread;
    private volatile @Nullable Ending ending;
    private volatile boolean closed;
    private long lastWrite;
    private long started;

    /// @param afterwards ends the response; called once, by the thread that wrote to it
    Subscriber(Cursor cursor, EventWriter out, Terms terms, Throttle throttle, Runnable afterwards) {
        this.cursor = cursor;
        this.out = out;
        this.terms = terms;
        this.throttle = throttle;
        this.afterwards = afterwards;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            greet();
            out.goodbye(terms.goodbye(follow()));
        } catch (IOException clientIsGone) {
            // It left, or took nothing until the write timed out. Either is its right, and no news to anybody.
        } finally {
            closed = true;
            afterwards.run();
        }
    }

    private void greet() throws IOException {
        Read first = cursor.next();
        out.hello(terms.hello(cursor.position(), first.resume()), terms.retryMillis());
        started = terms.nanoTime().getAsLong();
        lastWrite = started;
        write(first);
    }

    /// Writes until there is a reason to end.
    private Ending follow() throws IOException {
        long lifetime = terms.lifetimeNanos();
        while (true) {
            long now = terms.nanoTime().getAsLong();
            Ending wanted = ending;
            if (wanted != null) {
                return wanted;
            }
            if (now - started >= lifetime) {
                return Ending.ROTATION;
            }
            long pause = throttle.pause(now);
            if (pause <= 0 && cursor.behind()) {
                write(cursor.next());
            } else if (terms.silentSince(lastWrite)) {
                out.heartbeat(terms.beat(cursor.position()), cursor.position());
                lastWrite = terms.nanoTime().getAsLong();
            } else if (Thread.interrupted()) {
                // The executor goes down before anybody said why.
                return Ending.SHUTDOWN;
            } else if (pause > 0) {
                LockSupport.parkNanos(this, pause);
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void write(Read read) throws IOException {
        if (!read.isEmpty()) {
            out.read(read);
            lastWrite = terms.nanoTime().getAsLong();
            throttle.wrote(lastWrite);
        }
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
        if (closed) {
            // By this the broadcaster knows which sinks to forget.
            return CompletableFuture.failedStage(new IllegalStateException("the stream has ended"));
        }
        wake();
        return CompletableFuture.completedStage(null);
    }

    /// Asks for an end; the thread says goodbye first.
    void end(Ending reason) {
        ending = reason;
        wake();
    }

    /// Says that nobody will ever run this, so that the broadcaster forgets it.
    void abandon() {
        closed = true;
    }

    private void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        end(Ending.SHUTDOWN);
    }
}
