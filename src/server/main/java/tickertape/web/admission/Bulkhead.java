package tickertape.web.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Bounds how many requests of one kind are handled at once, so that those which are held up leave the threads of the
/// others alone. Safe for any thread.
///
/// Requests that wait cost no thread: whoever has ended one goes on with the next.
///
/// Before it is handled, a request waits for a processor for a moment. So a flood of short requests does not keep many
/// threads busy, which would slow the threads down that write streams. It waits no longer, because the others may have
/// a processor's place without using it: they wait for their clients.
final class Bulkhead implements Executor {

    private static final long MOMENT_MILLIS = 50;

    private final int limit;
    private final Semaphore processors;
    private final Semaphore places;
    private final AtomicInteger present = new AtomicInteger();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /// @param atOnce how many requests are handled at once
    /// @param waiting how many more may wait for that
    /// @param processors shared by those kinds that must not slow down anything else
    Bulkhead(int atOnce, int waiting, Semaphore processors) {
        this.limit = atOnce + waiting;
        this.processors = processors;
        places = new Semaphore(atOnce);
    }

    /// Reserves room for one request, which must then be [executed][#execute].
    ///
    /// @return whether there is room
    boolean enter() {
        if (present.incrementAndGet() > limit) {
            present.decrementAndGet();
            return false;
        }
        return true;
    }

    /// Handles the request on this thread, or leaves it to one that is handling another. Liberty calls this on the
    /// thread that it would handle the request on by itself.
    @Override
    public void execute(Runnable request) {
        waiting.add(request);
        var failures = new ArrayList<Throwable>();
        // Look again after leaving: one may have come while all places were taken.
        while (!waiting.isEmpty() && places.tryAcquire()) {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                try {
                    handle(next);
                } catch (RuntimeException | Error failure) {
                    // Those that wait must not wait for ever.
                    failures.add(failure);
                }
            }
            places.release();
        }
        report(failures);
    }

    private static void report(List<Throwable> failures) {
        if (failures.isEmpty()) {
            return;
        }
        Throwable first = failures.removeFirst();
        failures.forEach(first::addSuppressed);
        if (first instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) first;
    }

    private void handle(Runnable request) {
        boolean acquired = acquireProcessor();
        try {
            request.run();
        } finally {
            if (acquired) {
                processors.release();
            }
            present.decrementAndGet();
        }
    }

    private boolean acquireProcessor() {
        try {
            return processors.tryAcquire(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
