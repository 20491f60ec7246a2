package tickertape.tape.delivery;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Where a thread sleeps until there is news. To the broadcaster it is a sink whose `send` takes nothing over: it
/// wakes the thread, which finds on the tape what there is to write.
///
/// One thread at a time waits; any thread may ring.
final class WakeupSink implements SseEventSink {

    private volatile @Nullable Thread sleeper;
    private volatile boolean rung;
    private volatile boolean closed;

    /// Makes the present thread the one that is woken.
    void wake() {
        sleeper = Thread.currentThread();
    }

    void ring() {
        rung = true;
        LockSupport.unpark(sleeper);
    }

    /// Forgets what has been rung so far; what is rung from here on will end the next [#sleep].
    void listen() {
        rung = false;
    }

    /// Returns when it rings, has rung since [#listen], or the time is over; sometimes sooner.
    void sleep(long nanos) {
        if (!rung) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /// Waits for so long, whatever rings; sometimes shorter.
    void rest(long nanos) {
        LockSupport.parkNanos(this, nanos);
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent news) {
        if (closed) {
            // By this the broadcaster knows which sinks to forget.
            return CompletableFuture.failedStage(new IllegalStateException("nobody sleeps here any more"));
        }
        ring();
        return CompletableFuture.completedStage(null);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        ring();
    }
}
