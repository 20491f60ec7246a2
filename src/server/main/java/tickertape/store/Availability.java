package tickertape.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import tickertape.web.monitoring.OutageLog;

/// Whether the database answers, since when, and why not, and whether there is room for more rows. The log says each
/// change once, as an [OutageLog] does. Safe for any thread.
final class Availability {

    private static final Logger LOG = System.getLogger(Availability.class.getName());

    private final InstantSource clock;
    private final DiskSpace disk;
    private final OutageLog outages;
    private State state;
    private String shortage = "";
    private Instant full = Instant.MIN;
    private boolean prepared;

    /// @param reason why not; empty where it can be used
    record State(boolean available, Instant since, String reason) {}

    /// @param nanoTime a monotonic clock
    Availability(InstantSource clock, LongSupplier nanoTime, DiskSpace disk) {
        this.clock = clock;
        this.disk = disk;
        outages = new OutageLog(
                LOG,
                nanoTime,
                "The database is not available, and quotes go on without it",
                "The database answers again");
        state = new State(false, clock.instant(), "its tables were not looked at yet");
    }

    synchronized State state() {
        return state;
    }

    /// Throws `DatabaseException` when it does not answer.
    void requireAnswer() {
        State now = state();
        if (!now.available()) {
            throw DatabaseException.away("The database is not available: " + now.reason(), null);
        }
    }

    /// Throws `DatabaseException` when there is no room for more rows.
    void requireRoom() {
        String now = lookForRoom();
        if (!now.isEmpty()) {
            throw new DatabaseException(now, true, null);
        }
    }

    /// Why there is no room for more rows, as of now; empty where there is some.
    synchronized String lookForRoom() {
        String now = disk.shortage();
        if (shortage.isEmpty() && !now.isEmpty()) {
            full = clock.instant();
            LOG.log(Level.WARNING, "Nothing is written to the database, and quotes go on without it: {0}", now);
        } else if (!shortage.isEmpty() && now.isEmpty()) {
            LOG.log(Level.INFO, "The database is written again, after {0}", Duration.between(full, clock.instant()));
        }
        shortage = now;
        return now;
    }

    /// Whether it answers, and had room when somebody looked last.
    synchronized boolean isWritable() {
        return state.available() && shortage.isEmpty();
    }

    /// Why rows wait, as far as that is about all rows; empty where they are written.
    synchronized String reason() {
        return state.available() ? shortage : state.reason();
    }

    /// Notes that its tables are as this server needs them. Before that, no answer makes it usable.
    synchronized void prepared() {
        prepared = true;
        answered();
    }

    synchronized boolean isPrepared() {
        return prepared;
    }

    /// Notes that the database has answered.
    synchronized void answered() {
        if (!prepared || state.available()) {
            return;
        }
        outages.succeeded();
        state = new State(true, clock.instant(), "");
    }

    /// Notes that the database has not answered, or has no tables that this server can use.
    synchronized void failed(String reason) {
        outages.failed(reason);
        state = new State(false, state.available() ? clock.instant() : state.since(), reason);
    }

    /// How often it has failed again soon after an answer; 0 again as soon as it has answered for a while.
    synchronized int relapses() {
        return outages.relapses();
    }

    /// Says in the log what is due; to be called every few seconds.
    synchronized void update() {
        outages.update();
    }
}
