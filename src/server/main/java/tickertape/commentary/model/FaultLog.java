package tickertape.commentary.model;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import tickertape.commentary.author.AuthorException;
import tickertape.commentary.author.EndReason;

/// Logs texts that end because of the provider: each reason at once, then once a minute while it goes on. Safe for any
/// thread.
final class FaultLog {

    private static final Logger LOG = System.getLogger(FaultLog.class.getName());
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final String model;
    private final LongSupplier nanoTime;
    private final Map<EndReason, Tally> tallies = new EnumMap<>(EndReason.class);

    /// How many have not been logged yet.
    ///
    /// @param last when one was
    private record Tally(long count, long last) {}

    /// @param nanoTime a monotonic clock
    FaultLog(String model, LongSupplier nanoTime) {
        this.model = model;
        this.nanoTime = nanoTime;
    }

    synchronized void add(AuthorException fault) {
        EndReason reason = fault.reason();
        long now = nanoTime.getAsLong();
        Tally before = tallies.getOrDefault(reason, new Tally(0, now - INTERVAL.toNanos()));
        long count = before.count() + 1;
        if (now - before.last() < INTERVAL.toNanos()) {
            tallies.put(reason, new Tally(count, before.last()));
            return;
        }
        tallies.put(reason, new Tally(0, now));
        LOG.log(
                level(reason),
                "{0} texts of the model {1} ended as {2}, the last of them because: {3}",
                Long.toString(count),
                model,
                reason.text(),
                fault.getMessage());
    }

    private static Level level(EndReason reason) {
        return switch (reason) {
            case SLOW, FAILED, INTERRUPTED -> Level.WARNING;
            case COMPLETE, STOPPED, SHUTDOWN, LIMIT, BUSY, BUDGET -> Level.INFO;
        };
    }
}
