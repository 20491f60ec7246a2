package tickertape.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Whether the database can be used, since when, and why not; the log says each change once. Safe for any thread.
final class Availability {

    private static final Logger LOG = System.getLogger(Availability.class.getName());

    private final InstantSource clock;
    private State state;
    private boolean prepared;
    private boolean said;

    /// @param reason why not; empty where it can be used
    record State(boolean available, Instant since, String reason) {}

    Availability(InstantSource clock) {
        this.clock = clock;
        state = new State(false, clock.instant(), "its tables were not looked at yet");
    }

    synchronized State state() {
        return state;
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
        Instant now = clock.instant();
        if (said) {
            said = false;
            LOG.log(Level.INFO, "The database answers again, after {0}", Duration.between(state.since(), now));
        }
        state = new State(true, now, "");
    }

    /// Notes that the database has not answered, or has no tables that this server can use.
    synchronized void failed(String reason) {
        if (!said) {
            said = true;
            LOG.log(Level.WARNING, "The database is not available, and quotes go on without it: {0}", reason);
        }
        state = new State(false, state.available() ? clock.instant() : state.since(), reason);
    }
}
