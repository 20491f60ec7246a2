package tickertape.trading.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tickertape.store.Database;
import tickertape.store.Dialect;

/// Which of several servers matches orders: one at a time, for as long as it says so. That is for fairness only: what
/// two match at once, the books take once. One thread renews it, any thread asks.
final class Lease {

    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Duration RENEWAL = Duration.ofSeconds(7);

    private final Database database;
    private final InstantSource clock;
    private final String run;
    private volatile boolean isMine;
    private Instant renewal = Instant.EPOCH;

    /// @param run tells this run of a server from all others
    Lease(Database database, InstantSource clock, String run) {
        this.database = database;
        this.clock = clock;
        this.run = run;
    }

    boolean isMine() {
        return isMine;
    }

    /// Takes it if nobody has it, or renews it; throws `DatabaseException`.
    void renew() {
        // No other server can open its file.
        if (database.dialect() == Dialect.H2) {
            isMine = true;
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(renewal) && !now.isBefore(renewal.minus(RENEWAL))) {
            return;
        }
        isMine = database.transaction(connection -> {
            BookState state = StateTable.lock(connection);
            if (!state.matcher().equals(run) && state.matcherUntil().isAfter(now)) {
                return false;
            }
            StateTable.write(connection, state.matchedBy(run, now.plus(LENGTH)));
            return true;
        });
        renewal = now.plus(isMine ? RENEWAL : Duration.ofSeconds(1));
    }

    /// Gives it back, so that another need not wait.
    void release() {
        if (isMine && database.dialect() != Dialect.H2) {
            isMine = false;
            var _ = database.transaction(connection -> {
                BookState state = StateTable.lock(connection);
                if (state.matcher().equals(run)) {
                    StateTable.write(connection, state.matchedBy("", Instant.EPOCH));
                }
                return true;
            });
        }
    }
}
