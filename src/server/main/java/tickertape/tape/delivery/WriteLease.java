package tickertape.tape.delivery;

import java.util.concurrent.atomic.AtomicLong;

/// Which thread may go on with a shard while one of its writes takes long, and who holds the permit meanwhile.
///
/// ```
///               begin                lend
///  no write ─────────▶ writing ────────────▶ writing, permit lent
///     ▲                   │ end                  │ end
///     └───────────────────┴──────────────────────┘
/// ```
///
/// The thread that ends a write goes on with the shard: the one that wrote, or one that takes over because that
/// takes too long. Exactly one of them ends it, and sees what the other has written to memory.
final class WriteLease {

    private static final int WRITING = 1;
    private static final int LENT = 2;
    private static final int STEP = 4;

    private final WriterPermits permits;
    private final AtomicLong state = new AtomicLong();
    private volatile int held;

    WriteLease(WriterPermits permits) {
        this.permits = permits;
    }

    /// Waits for a permit.
    void acquire() {
        held = permits.acquire();
    }

    /// Gives the permit back.
    void release() {
        permits.release(held);
    }

    /// Begins a write.
    ///
    /// @return its number
    long begin() {
        return state.addAndGet(WRITING);
    }

    /// Ends a write; if the permit was lent meanwhile, waits for another.
    ///
    /// @return false if another thread has ended it
    boolean end(long write) {
        long after = write - WRITING + STEP;
        if (state.compareAndSet(write, after)) {
            return true;
        }
        if (state.compareAndSet(write - WRITING + LENT, after)) {
            acquire();
            return true;
        }
        return false;
    }

    /// Lets other shards have the permit until a write ends.
    void lend(long write) {
        // Read before it may be acquired anew.
        int lent = held;
        if (state.compareAndSet(write, write - WRITING + LENT)) {
            permits.release(lent);
        }
    }

    /// The number of the write under way; 0 if there is none.
    long current() {
        long now = state.get();
        return now % STEP == 0 ? 0 : now - now % STEP + WRITING;
    }
}
