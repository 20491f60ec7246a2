package tickertape.tape.delivery;

import java.util.concurrent.Semaphore;

/// How many shards write at once. Safe for any thread.
///
/// A tick wakes all of them, and few processors share the work. A few shards write on all processors; many write
/// on half of them, one after the other: each finds its subscribers' data still in the cache, and the kernel gets
/// to deliver what was written while more is being written.
final class WriterPermits {

    /// Up to so many shards for each processor are few.
    private static final int FEW = 2;

    private final int processors;
    private final Semaphore permits;
    private volatile int size = 1;

    WriterPermits(int processors) {
        this.processors = processors;
        // Fair: a shard that always came last would be conflated because of it.
        permits = new Semaphore(Math.max(2, processors), true);
    }

    /// Says how many shards there are now.
    void shareAmong(int shards) {
        size = shards <= FEW * processors ? 1 : 2;
    }

    /// Waits until a shard may write.
    ///
    /// @return how many permits it got, to be given back
    int acquire() {
        int acquired = size;
        permits.acquireUninterruptibly(acquired);
        return acquired;
    }

    void release(int acquired) {
        permits.release(acquired);
    }

    int available() {
        return permits.availablePermits();
    }
}
