package tickertape.web.monitoring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What the log says of something that fails for a while: one line when that begins, and one when it is over.
///
/// What fails again soon after it was over was not over. When it does so a second time, there is one line a minute at
/// most from then on, and the end is said only when it has lasted. One thread at a time uses it.
public final class OutageLog {

    /// What works for so long again is over.
    public static final Duration TRIAL = Duration.ofMinutes(2);

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    /// So many relapses have lines of their own: one may be chance.
    private static final int SINGLE = 1;

    private final Logger log;
    private final LongSupplier nanoTime;
    private final String begins;
    private final String ends;
    private boolean failing;
    private boolean onTrial;
    private long first;
    private long began;
    private long ended;
    private int relapses;
    private long told;

    /// @param nanoTime a monotonic clock
    /// @param begins what is said when it fails, before a colon and the reason
    /// @param ends what is said when that is over
    public OutageLog(Logger log, LongSupplier nanoTime, String begins, String ends) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.begins = begins;
        this.ends = ends;
    }

    /// How often it has failed again soon after it had worked; 0 again as soon as it has worked for a while.
    public int relapses() {
        return relapses;
    }

    /// Notes that it fails, now or still.
    public void failed(String why) {
        failed(Level.WARNING, why, null);
    }

    /// The same, with a stack trace where there is a cause.
    public void failed(Level level, String why, @Nullable Throwable cause) {
        update();
        if (failing) {
            return;
        }
        failing = true;
        began = nanoTime.getAsLong();
        if (onTrial) {
            relapses++;
        } else {
            first = began;
        }
        if (relapses <= SINGLE) {
            log(level, cause == null ? begins + ": " + why : begins, cause);
        } else if (relapses == SINGLE + 1 || began - told >= INTERVAL.toNanos()) {
            told = began;
            String times = "%s, %s times in %s: %s".formatted(begins, relapses + 1, between(first, began), why);
            log(level, times, cause);
        }
    }

    /// Notes that it works, again or still.
    public void succeeded() {
        update();
        if (!failing) {
            return;
        }
        failing = false;
        onTrial = true;
        ended = nanoTime.getAsLong();
        if (relapses <= SINGLE) {
            log(Level.INFO, "%s, after %s".formatted(ends, between(began, ended)), null);
        }
    }

    /// Says that it is over, when it has lasted; to be called every few seconds.
    public void update() {
        if (!onTrial || failing || nanoTime.getAsLong() - ended < TRIAL.toNanos()) {
            return;
        }
        if (relapses > SINGLE) {
            String times = "%s, and has for %s: it failed %s times in %s"
                    .formatted(ends, TRIAL, relapses + 1, between(first, ended));
            log(Level.INFO, times, null);
        }
        onTrial = false;
        relapses = 0;
    }

    private static Duration between(long from, long to) {
        return Duration.ofNanos(to - from).truncatedTo(ChronoUnit.MILLIS);
    }

    // As an argument: a text with braces is no pattern.
    private void log(Level level, String text, @Nullable Throwable cause) {
        if (cause == null) {
            log.log(level, "{0}", text);
        } else {
            log.log(level, () -> text, cause);
        }
    }
}
