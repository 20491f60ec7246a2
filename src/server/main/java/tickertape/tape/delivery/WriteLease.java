package tickertape.tape.delivery;

import java.util.concurrent.atomic.AtomicLong;

/// The visits that a walker makes, and the turn in which it makes them.
///
/// ```
///             begin               lend
///  between ─────────▶ under way ───────▶ lent
///     ▲                   │ end            │ end
///     └───────────────────┴────────────────┘
/// ```
///
/// Who ends a visit walks on: the walker when the client is served, or who relieves it when that takes too long. So
/// exactly one of them does, and it sees what the other one has written.
final class WriteLease {

    private static final int UNDER_WAY = 1;
    private static final int LENT = 2;
    private static final int STEP = 4;

    private final WriterPermits turns;
    private final AtomicLong number = new AtomicLong();
    private volatile int taken;

    WriteLease(WriterPermits turns) {
        this.turns = turns;
    }

    /// Waits for a turn.
    void enter() {
        taken = turns.take();
    }

    /// Gives the turn back.
    void leave() {
        turns.give(taken);
    }

    /// Begins a visit.
    ///
    /// @return its number
    long begin() {
        return number.addAndGet(UNDER_WAY);
    }

    /// Ends a visit; the turn that may have been lent meanwhile is waited for.
    ///
    /// @return false if another thread has ended it
    boolean end(long visit) {
        long after = visit - UNDER_WAY + STEP;
        if (number.compareAndSet(visit, after)) {
            return true;
        }
        if (number.compareAndSet(visit - UNDER_WAY + LENT, after)) {
            enter();
            return true;
        }
        return false;
    }

    /// Lets other rounds have the turn for as long as a visit still takes.
    void lend(long visit) {
        // Read before it may be taken anew.
        int held = taken;
        if (number.compareAndSet(visit, visit - UNDER_WAY + LENT)) {
            turns.give(held);
        }
    }

    /// The number of the visit that is being made; 0 between two.
    long current() {
        long now = number.get();
        return now % STEP == 0 ? 0 : now - now % STEP + UNDER_WAY;
    }
}
