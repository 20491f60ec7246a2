package tickertape.web.monitoring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Logs what happens often in one line: at once when it begins, then once a minute while it goes on.
///
/// One thread calls it, more often than once a minute.
public final class AggregateLog {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Logger logger;
    private final Level level;
    private final LongSupplier nanoTime;
    private final String message;
    private final LongSupplier[] totals;
    private final long[] logged;
    private boolean quiet = true;
    private long last;

    /// @param nanoTime a monotonic clock
    /// @param message a pattern as of [MessageFormat]: argument n is how far total n has risen since the last line
    /// @param totals counters that only rise
    public AggregateLog(Logger logger, Level level, LongSupplier nanoTime, String message, LongSupplier... totals) {
        this.logger = logger;
        this.level = level;
        this.nanoTime = nanoTime;
        this.message = message;
        this.totals = totals.clone();
        logged = new long[totals.length];
    }

    /// Logs how far the totals have risen, if they have and a line is due.
    public void update() {
        update(null);
    }

    /// As [#update()], with the stack trace of the latest failure that was counted, if there was one.
    public void update(@Nullable Throwable cause) {
        long now = nanoTime.getAsLong();
        if (!quiet && now - last < INTERVAL.toNanos()) {
            return;
        }
        var risen = new Object[totals.length];
        quiet = true;
        for (int i = 0; i < totals.length; i++) {
            long total = totals[i].getAsLong();
            // A text, because a number would be written in the digits of the machine's locale.
            risen[i] = Long.toString(total - logged[i]);
            quiet &= total == logged[i];
            logged[i] = total;
        }
        last = now;
        if (!quiet) {
            log(risen, cause);
        }
    }

    private void log(Object[] risen, @Nullable Throwable cause) {
        if (cause == null) {
            logger.log(level, message, risen);
        } else {
            logger.log(level, () -> new MessageFormat(message, Locale.ROOT).format(risen), cause);
        }
    }
}
