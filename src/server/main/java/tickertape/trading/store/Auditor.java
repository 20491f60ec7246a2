package tickertape.trading.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import tickertape.store.Database;

/// Checks the books: all at the start, then what was touched, and each second some of all others in turn. Once they do
/// not balance, nobody trades any more until the server is started again. One thread checks, any thread asks.
final class Auditor {

    private static final Logger LOG = System.getLogger(Auditor.class.getName());

    /// How often some of all are checked, and how often some of what was touched.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration SHORT_PAUSE = Duration.ofMillis(100);

    private final BookCheck check;
    private final PartCheck parts;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private long last;
    private long lastNext;
    private volatile int waiting;
    private volatile Report report = new Report(false, Instant.EPOCH, Instant.EPOCH, List.of());

    /// How the last check went.
    ///
    /// @param isDone whether there was one
    /// @param all when all was checked last, `some` when something was
    record Report(boolean isDone, Instant all, Instant some, List<String> faults) {

        boolean isGood() {
            return isDone && faults.isEmpty();
        }
    }

    Auditor(Database database, InstantSource clock, LongSupplier nanoTime) {
        check = new BookCheck(database);
        parts = new PartCheck(database);
        this.clock = clock;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
        lastNext = last;
    }

    Report report() {
        return report;
    }

    /// Checks everything; throws `DatabaseException`.
    void checkAll() {
        long start = nanoTime.getAsLong();
        Instant now = clock.instant();
        List<String> faults = faults(check::all);
        report = new Report(true, now, now, faults);
        if (faults.isEmpty()) {
            // Of empty books there is nothing to say.
            Level level = check.isUnused() ? Level.DEBUG : Level.INFO;
            LOG.log(level, "The books balance: checked in {0}", Duration.ofNanos(nanoTime.getAsLong() - start));
        } else {
            LOG.log(Level.ERROR, "The books do not balance, so nobody trades: {0}", String.join("; ", faults));
        }
    }

    void touched(Changes changes) {
        parts.touched(changes);
        waiting = parts.waiting();
    }

    /// How much was touched and has not been checked since.
    int waiting() {
        return waiting;
    }

    /// Checks some of it, if it is time; throws `DatabaseException`.
    void checkSome() {
        long now = nanoTime.getAsLong();
        boolean isNext = now - lastNext >= PAUSE.toNanos();
        boolean isTouched = parts.waiting() > 0 && now - last >= SHORT_PAUSE.toNanos();
        if (!report.isGood() || !(isNext || isTouched)) {
            return;
        }
        last = now;
        lastNext = isNext ? now : lastNext;
        var isRound = new AtomicBoolean();
        List<String> faults = faults(() -> {
            PartCheck.Step step = parts.step(isNext);
            isRound.set(step.isRound());
            return step.faults();
        });
        waiting = parts.waiting();
        Instant time = clock.instant();
        report = new Report(true, isRound.get() ? time : report.all(), time, faults);
        if (!faults.isEmpty()) {
            LOG.log(Level.ERROR, "The books do not balance any more, so nobody trades: {0}", String.join("; ", faults));
        }
    }

    /// Something that reads the books and says what is wrong.
    private interface Reading {
        List<String> faults();
    }

    // Rows that make no sense can't even be read.
    private static List<String> faults(Reading reading) {
        try {
            return reading.faults();
        } catch (IllegalArgumentException nonsense) {
            return List.of(String.valueOf(nonsense.getMessage()));
        }
    }
}
