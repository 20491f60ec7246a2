package tickertape.feeding.kafka;

import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tickertape.feeding.LineConfirmation;

/// Up to where the records of one partition have been dealt with.
///
/// One thread reads on, the tick confirms, the client that sends dead letters tells what became of them, and anybody
/// asks.
final class PartitionProgress {

    private final AtomicLong handed = new AtomicLong();
    private final AtomicLong confirmed = new AtomicLong();
    private final NavigableSet<Long> letters = new ConcurrentSkipListSet<>();
    private volatile long afterConfirmed;
    private volatile long position;

    /// @param position of the first record to be read
    PartitionProgress(long position) {
        this.position = position;
        afterConfirmed = position;
    }

    /// The offset of the next record to be read.
    long position() {
        return position;
    }

    /// Notes that all before this offset has been read, and handed over or sent away where it must be.
    void advance(long next) {
        position = next;
    }

    /// Counts a line that is about to be handed to the market.
    ///
    /// @param next the offset behind it
    LineConfirmation hand(long next) {
        handed.incrementAndGet();
        return () -> {
            afterConfirmed = next;
            confirmed.incrementAndGet();
        };
    }

    /// Notes that the market does not get the line that was counted last.
    void takeBack() {
        handed.decrementAndGet();
    }

    /// Notes that the record of this offset is on its way to the dead letters.
    void post(long offset) {
        letters.add(offset);
    }

    /// Notes that it lies there, or never will.
    void settle(long offset) {
        letters.remove(offset);
    }

    /// All records before this offset have been dealt with.
    long done() {
        // In this order: what is handed over or sent away meanwhile lies behind the position.
        long read = position;
        long all = handed.get();
        long lines = confirmed.get() == all ? read : afterConfirmed;
        @Nullable Long letter = letters.ceiling(0L);
        return letter == null ? lines : Math.min(letter, lines);
    }
}
