package tickertape.tape.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.metrics.StreamCounters;

/// Tells in the log what an operator should know of the streams, for all of them together: at once when it begins,
/// then once a minute while it goes on. One thread tells.
final class StreamLog {

    private static final Logger LOG = System.getLogger(StreamLog.class.getName());
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Item refused;
    private final Item stalled;

    StreamLog(StreamCounters ledger, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        refused = new Item(
                ledger,
                Level.WARNING,
                "Streams refused: {0} for want of a place (stream.subscribers), {1} as too many from one address"
                        + " (stream.subscribers-per-address), {2} at the end",
                StreamCounter.REFUSALS_LIMIT,
                StreamCounter.REFUSALS_ADDRESS_LIMIT,
                StreamCounter.REFUSALS_SHUTDOWN);
        stalled = new Item(
                ledger,
                Level.INFO,
                "Slow readers dropped: {0}, which took no bytes until the write timed out",
                StreamCounter.DEPARTURES_STALLED);
    }

    void tell() {
        long now = nanoTime.getAsLong();
        refused.tell(now);
        stalled.tell(now);
    }

    /// One kind of line, with the numbers that it tells.
    private static final class Item {

        private final StreamCounters ledger;
        private final Level level;
        private final String text;
        private final StreamCounter[] counts;
        private final long[] told;
        private boolean silent = true;
        private long last;

        Item(StreamCounters ledger, Level level, String text, StreamCounter... counts) {
            this.ledger = ledger;
            this.level = level;
            this.text = text;
            this.counts = counts;
            this.told = new long[counts.length];
        }

        void tell(long now) {
            if (!silent && now - last < INTERVAL.toNanos()) {
                return;
            }
            var news = new Object[counts.length];
            boolean any = false;
            for (int i = 0; i < counts.length; i++) {
                long total = ledger.total(counts[i]);
                news[i] = total - told[i];
                any |= total > told[i];
                told[i] = total;
            }
            silent = !any;
            last = now;
            if (any) {
                LOG.log(level, text, news);
            }
        }
    }
}
