package tickertape.tape.delivery;

import java.util.concurrent.Semaphore;

/// How many rounds are walked at once. Safe for any thread.
///
/// A tick wakes them all, and few processors share the work. A few rounds are walked on all processors; many on
/// half of them, one after the other: each finds its clients' data still in the cache, and the kernel gets to
/// deliver what has been written while more is being written.
final class WriterPermits {

    /// Up to so many rounds for each processor are few.
    private static final int FEW = 2;

    private final int processors;
    private final Semaphore places;
    private volatile int size = 1;

    WriterPermits(int processors) {
        this.processors = processors;
        // Fair: who would always be the last would be merged for it.
        places = new Semaphore(Math.max(2, processors), true);
    }

    /// Says how many rounds there are now.
    void among(int rounds) {
        size = rounds <= FEW * processors ? 1 : 2;
    }

    /// Waits for a turn, and takes it.
    ///
    /// @return its size, to be given back
    int take() {
        int taken = size;
        places.acquireUninterruptibly(taken);
        return taken;
    }

    void give(int taken) {
        places.release(taken);
    }

    int free() {
        return places.availablePermits();
    }
}
