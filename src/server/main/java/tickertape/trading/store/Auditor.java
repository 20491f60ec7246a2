package tickertape.trading.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/// Checks the books: all at the start, then those who have traded, a few each second. Once they do not balance, nobody
/// trades any more until the server is started again. One thread checks, any thread asks.
final class Auditor {

    private static final Logger LOG = System.getLogger(Auditor.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// So many players are checked at once.
    private static final int MOST = 10;

    private final BookCheck check;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Set<Long> touched = new LinkedHashSet<>();
    private long last;
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

    Auditor(BookCheck check, InstantSource clock, LongSupplier nanoTime) {
        this.check = check;
        this.clock = clock;
        this.nanoTime = nanoTime;
        last = nanoTime.getAsLong();
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
        changes.holdings().forEach(holdings -> touched.add(holdings.player()));
    }

    /// Checks who has traded, if it is time; throws `DatabaseException`.
    void checkSome() {
        long now = nanoTime.getAsLong();
        if (touched.isEmpty() || now - last < PAUSE.toNanos() || !report.isGood()) {
            return;
        }
        last = now;
        List<Long> players = touched.stream().limit(MOST).toList();
        List<String> faults = faults(() -> check.of(players));
        players.forEach(touched::remove);
        report = new Report(true, report.all(), clock.instant(), faults);
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
