package tickertape.feeding;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tickertape.feeding.line.FeedLine;

/// What came from one source: which lines were taken, which came twice, and which are missing. Safe for any thread.
///
/// Sequence numbers count within a session: who begins anew with them names another session. A line is taken if its
/// number is higher than all before; so after a cut everything that was not confirmed can be sent again.
final class SourceTracker {

    private final String name;

    /// Held while a line waits for room, so that a second request of the same source does not overtake. The tick never
    /// takes it.
    private final Lock order = new ReentrantLock();

    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong standby = new AtomicLong();
    private final AtomicLong takeovers = new AtomicLong();
    private volatile SourceSession session = new SourceSession("");
    private volatile String feeder = "";
    private volatile @Nullable String fault;
    private volatile @Nullable Instant time;
    private volatile long heard;
    private final AtomicInteger symbols = new AtomicInteger();

    /// @param nanos now, by a monotonic clock
    SourceTracker(String name, long nanos) {
        this.name = name;
        heard = nanos;
    }

    String name() {
        return name;
    }

    /// Notes a sign of life.
    void hear(long nanos) {
        heard = nanos;
    }

    /// When it last gave a sign of life.
    long heard() {
        return heard;
    }

    /// Begins to count anew if this is another session than before.
    void enter(String next) {
        order.lock();
        try {
            if (!session.name().equals(next)) {
                session = new SourceSession(next);
            }
        } finally {
            order.unlock();
        }
    }

    /// Notes who sends, and tells whether it is somebody else than before.
    boolean isNewFeeder(String account) {
        boolean isNew = !feeder.equals(account);
        feeder = account;
        return isNew;
    }

    /// The one that numbers of requests count within.
    SourceSession session() {
        return session;
    }

    /// Hands a line to the market, and waits while the market has no room.
    ///
    /// @param within which session its number counts
    /// @param lost lines are known to be missing before it, if its number does not tell
    /// @return false if the line came before
    boolean take(
            SourceSession within,
            FeedLine line,
            Instant now,
            long nanos,
            long lost,
            LineQueue queue,
            LineConfirmation confirmation)
            throws InterruptedException {
        order.lockInterruptibly();
        try {
            hear(nanos);
            OptionalLong seq = line.seq();
            long gap = seq.isPresent() ? within.missedBefore(seq.getAsLong()) : 0;
            if (gap < 0) {
                repeated.incrementAndGet();
                return false;
            }
            gap = Math.max(gap, lost);
            queue.put(new QueuedLine(line, this, within, gap, now, nanos, confirmation));
            seq.ifPresent(within::advance);
            missed.addAndGet(gap);
            taken.incrementAndGet();
            time = now;
            return true;
        } finally {
            order.unlock();
        }
    }

    void refuse(String what) {
        fault = what;
        refused.incrementAndGet();
    }

    /// Notes that another source leads the symbol of a line.
    void standBy() {
        standby.incrementAndGet();
    }

    /// Notes that it leads one more symbol, and whether another did before. The tick alone calls this.
    void lead(boolean takesOver) {
        symbols.incrementAndGet();
        if (takesOver) {
            takeovers.incrementAndGet();
        }
    }

    /// Notes that another leads a symbol from now on. The tick alone calls this.
    void yieldOne() {
        symbols.decrementAndGet();
    }

    /// How often it has begun to lead a symbol that another had led.
    long takeovers() {
        return takeovers.get();
    }

    SourceInfo info() {
        SourceSession current = session;
        OptionalLong seq = current.confirmed();
        return new SourceInfo(
                name,
                current.name(),
                seq.isPresent() ? seq.getAsLong() : null,
                taken.get(),
                repeated.get(),
                missed.get(),
                refused.get(),
                standby.get(),
                symbols.get(),
                time,
                fault);
    }
}
