package tickertape.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tickertape.tape.BatchLog;
import tickertape.tape.Draft;
import tickertape.tape.Position;
import tickertape.tape.TapeReplica;

/// What this server wants to lie in the log, while it leads. Safe for any thread.
final class Outbox implements BatchLog {

    /// Some seconds of batches. Who can't put so many into the log in time leads no longer anyway.
    private static final int CAPACITY = 256;

    /// Who can write and does not read what it wrote is of no use to anybody.
    private static final int UNREAD = 4 * CAPACITY;

    private final Election election;
    private final CatchUp catchUp;
    private final BlockingQueue<LogEntry> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final Map<Long, Consumer<Position>> pending = new HashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private long number;

    Outbox(Election election, CatchUp catchUp) {
        this.election = election;
        this.catchUp = catchUp;
    }

    @Override
    public void append(List<Draft> drafts, Consumer<Position> appended) {
        byte[] batch = TapeReplica.batch(drafts);
        synchronized (this) {
            long claim = election.holds();
            if (election.term() == 0) {
                dropped.incrementAndGet();
                return;
            }
            if (pending.size() >= UNREAD) {
                dropped.incrementAndGet();
                election.abandon();
                return;
            }
            number++;
            pending.put(number, appended);
            put(LogEntry.batch(claim, number, batch));
        }
    }

    @Override
    public boolean isReady() {
        return election.isCurrent();
    }

    @Override
    public void catchUp(Consumer<Boolean> then) {
        catchUp.ask(then);
    }

    /// Puts a snapshot beside the batches.
    ///
    /// @param offset in the log before which all is in it
    synchronized void put(byte[] snapshot, long offset) {
        long claim = election.holds();
        if (claim != 0) {
            put(LogEntry.snapshot(claim, offset, snapshot));
        }
    }

    // Without one batch, those that follow would be wrong.
    private void put(LogEntry entry) {
        if (!waiting.offer(entry)) {
            dropped.incrementAndGet();
            election.abandon();
        }
    }

    /// Takes out what waits; waits a little where nothing does.
    List<LogEntry> take(Duration patience) throws InterruptedException {
        var taken = new ArrayList<LogEntry>();
        LogEntry first = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            waiting.drainTo(taken);
        }
        return taken;
    }

    /// Drops what waits, and what is on its way: this server leads no longer.
    ///
    /// @param taken what was taken out, and can't be written any more
    synchronized void clear(List<LogEntry> taken) {
        var gone = new ArrayList<LogEntry>(taken);
        waiting.drainTo(gone);
        dropped.addAndGet(gone.stream()
                .filter(entry -> entry.kind() == LogEntry.Kind.BATCH)
                .count());
        pending.clear();
    }

    /// Notes that a batch lies on the tape; whoever has handed it in here is told.
    void appended(LogEntry batch, Position end) {
        @Nullable Consumer<Position> told;
        synchronized (this) {
            told = batch.claim() == election.holds() ? pending.remove(batch.number()) : null;
        }
        if (told != null) {
            told.accept(end);
        }
    }

    /// How many batches were dropped because this server did not lead any more.
    long dropped() {
        return dropped.get();
    }
}
