package tickertape.tape.delivery;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Where a thread sleeps until there is something to write. To the broadcaster it is a sink whose `send`
/// transports nothing: it wakes the thread, which finds on the tape what to write.
///
/// One thread at a time waits; any thread may wake it.
final class WakeupSink implements SseEventSink {

    private volatile @Nullable Thread thread;
    private volatile boolean woken;
    private volatile boolean closed;

    /// Makes the present thread the one that is woken.
    void attach() {
        thread = Thread.currentThread();
    }

    void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /// Forgets all wakeups so far; one from here on ends the next [#await].
    void clear() {
        woken = false;
    }

    /// Returns when woken, if woken since [#clear], or when the time is over; sometimes sooner.
    void await(long nanos) {
        if (!woken) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /// Waits for so long whether woken or not; sometimes shorter.
    void pause(long nanos) {
        LockSupport.parkNanos(this, nanos);
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
        if (closed) {
            // This is how the broadcaster learns which sinks to forget.
            return CompletableFuture.failedStage(new IllegalStateException("no thread sleeps here any more"));
        }
        wake();
        return CompletableFuture.completedStage(null);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        wake();
    }
}
