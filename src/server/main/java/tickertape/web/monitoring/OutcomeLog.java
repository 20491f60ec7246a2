package tickertape.web.monitoring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Logs how something ended: each outcome at once, then once a minute while it goes on. Safe for any thread.
///
/// @param <E> how it may end
public final class OutcomeLog<E extends Enum<E>> {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Logger logger;
    private final LongSupplier nanoTime;
    private final String message;
    private final Map<E, Tally> tallies;

    /// How many have not been logged yet.
    ///
    /// @param last when one was
    private record Tally(long count, long last) {}

    /// A line tells how many there were of an outcome since its last line, and details of the latest.
    ///
    /// @param nanoTime a monotonic clock
    /// @param message a pattern as of [java.text.MessageFormat]: the number is argument 0, details follow
    public OutcomeLog(Logger logger, LongSupplier nanoTime, String message, Class<E> outcomes) {
        this.logger = logger;
        this.nanoTime = nanoTime;
        this.message = message;
        tallies = new EnumMap<>(outcomes);
    }

    /// Counts one, and logs it if a line is due.
    public synchronized void add(E outcome, Level level, String... details) {
        long now = nanoTime.getAsLong();
        Tally before = tallies.getOrDefault(outcome, new Tally(0, now - INTERVAL.toNanos()));
        long count = before.count() + 1;
        if (now - before.last() < INTERVAL.toNanos()) {
            tallies.put(outcome, new Tally(count, before.last()));
            return;
        }
        tallies.put(outcome, new Tally(0, now));
        var arguments = new Object[details.length + 1];
        arguments[0] = Long.toString(count);
        System.arraycopy(details, 0, arguments, 1, details.length);
        logger.log(level, message, arguments);
    }
}
