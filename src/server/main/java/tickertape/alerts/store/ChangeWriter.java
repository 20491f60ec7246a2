package tickertape.alerts.store;

import jakarta.json.bind.Jsonb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.definition.Firing;
import tickertape.alerts.engine.Hit;
import tickertape.store.Database;

/// Writes what the engine has found, many at once in one transaction. Writing the same a second time changes nothing.
final class ChangeWriter {

    private final Database database;
    private final HaltTable halts;
    private final Jsonb jsonb;
    private final AlertTerm term;
    private final InstantSource clock;
    private final FiringListener listener;

    ChangeWriter(Database database, Jsonb jsonb, AlertTerm term, InstantSource clock, FiringListener listener) {
        this.database = database;
        this.halts = new HaltTable(database.dialect());
        this.jsonb = jsonb;
        this.term = term;
        this.clock = clock;
        this.listener = listener;
    }

    /// Throws `DatabaseException`; even then it may have been written.
    ///
    /// @return the alerts that have not fired, because they are not as the engine thinks
    List<Alert> write(List<Change> changes) {
        Instant now = clock.instant();
        List<Alert> stale = database.transaction(connection -> write(connection, changes, now));
        // Before anybody hears of it: what was published must not be forgotten.
        database.sync();
        return stale;
    }

    private List<Alert> write(Connection connection, List<Change> changes, Instant now) throws SQLException {
        List<Change.Fire> fires = of(Change.Fire.class, changes);
        List<Change.Rearm> rearms = of(Change.Rearm.class, changes);
        long revision = Revisions.take(connection, fires.size() + rearms.size());
        List<Alert> stale = fires.isEmpty() ? List.of() : fire(connection, fires, revision, now);
        if (!rearms.isEmpty()) {
            AlertTable.rearm(connection, rearms, revision + fires.size(), now);
        }
        writeHalts(connection, of(Change.Halt.class, changes));
        return stale;
    }

    // Alerts fire once a round, whoever writes it; of halts, another server may know better.
    private void writeHalts(Connection connection, List<Change.Halt> found) throws SQLException {
        List<Change.Halt> current =
                found.stream().filter(halt -> isCurrent(halt.term())).toList();
        halts.write(connection, current);
        if (!current.stream().allMatch(halt -> isCurrent(halt.term()))) {
            throw new SQLTransientException("this server leads no longer");
        }
    }

    private boolean isCurrent(long found) {
        return term.isCurrent() && term.number() == found;
    }

    private List<Alert> fire(Connection connection, List<Change.Fire> fires, long revision, Instant now)
            throws SQLException {
        boolean[] fired = AlertTable.fire(connection, fires, revision, now);
        var rows = new ArrayList<FiringRow>();
        var stale = new ArrayList<Alert>();
        for (int i = 0; i < fired.length; i++) {
            Hit hit = fires.get(i).hit();
            if (fired[i]) {
                rows.add(row(hit, revision + i));
            } else {
                stale.add(hit.alert());
            }
        }
        if (!rows.isEmpty()) {
            FiringTable.insert(connection, rows);
            listener.fired(connection, rows.getFirst().number(), rows.getLast().number());
        }
        return stale;
    }

    private FiringRow row(Hit hit, long number) {
        Alert alert = hit.alert();
        Firing firing = Firing.of(alert, hit.quote(), hit.time(), hit.isLate(), number);
        return new FiringRow(firing.id(), number, alert.owner(), alert.id(), firing.time(), jsonb.toJson(firing));
    }

    private static <T extends Change> List<T> of(Class<T> type, List<Change> changes) {
        return changes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
