package tickertape.alerts.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tickertape.alerts.definition.Alert;
import tickertape.store.Database;
import tickertape.store.SqlWork;

/// The alerts in the database, for requests. Safe for any thread; all of it throws `DatabaseException` while the
/// database is away.
public final class AlertStore {

    private final Database database;
    private final InstantSource clock;
    private final int mostOfAnOwner;
    private final Runnable listener;

    /// @param listener is told that something has changed
    public AlertStore(Database database, InstantSource clock, int mostOfAnOwner, Runnable listener) {
        this.database = database;
        this.clock = clock;
        this.mostOfAnOwner = mostOfAnOwner;
        this.listener = listener;
    }

    /// Adds a new one; returns false if its owner has as many as possible.
    public boolean add(Alert alert) {
        return add(alert, _ -> true);
    }

    /// The same.
    ///
    /// @param more what else belongs to it, written in the same transaction
    public boolean add(Alert alert, SqlWork<Boolean> more) {
        Instant now = clock.instant();
        boolean added = database.transaction(connection -> {
            long revision = Revisions.take(connection, 1);
            if (AlertTable.count(connection, alert.owner()) >= mostOfAnOwner) {
                return false;
            }
            AlertTable.insert(connection, alert.at(revision), now);
            var _ = more.run(connection);
            return true;
        });
        changed();
        return added;
    }

    public Optional<Alert> change(String owner, String id, UnaryOperator<Alert> change) {
        return change(owner, id, change, _ -> true);
    }

    /// Changes one.
    ///
    /// @param change what throws here changes nothing, and passes through
    /// @param more what else belongs to it, written in the same transaction
    /// @return the alert as it is then; empty if the owner has none with this id
    public Optional<Alert> change(String owner, String id, UnaryOperator<Alert> change, SqlWork<Boolean> more) {
        Instant now = clock.instant();
        Optional<Alert> changed = database.transaction(connection -> {
            long revision = Revisions.take(connection, 1);
            Optional<Alert> alert = AlertTable.find(connection, id)
                    .filter(found -> found.owner().equals(owner))
                    .filter(found -> found.state() != Alert.State.DELETED)
                    .map(change)
                    .map(found -> found.at(revision));
            if (alert.isPresent()) {
                AlertTable.update(connection, alert.get(), now);
                var _ = more.run(connection);
            }
            return alert;
        });
        changed();
        return changed;
    }

    private void changed() {
        database.sync();
        listener.run();
    }

    /// Those of an owner, the newest first.
    public List<Alert> of(String owner) {
        return database.query(connection -> AlertTable.ofOwner(connection, owner));
    }

    public Optional<Alert> find(String owner, String id) {
        return database.query(connection -> AlertTable.find(connection, id))
                .filter(found -> found.owner().equals(owner) && found.state() != Alert.State.DELETED);
    }

    /// The last firings of an owner, the newest first.
    public List<FiringRow> fired(String owner, int limit) {
        return database.query(connection -> FiringTable.ofOwner(connection, owner, limit));
    }

    /// Drops whatever an owner has.
    public void deleteAll(String owner) {
        var _ = database.transaction(connection -> {
            var _ = Revisions.take(connection, 1);
            AlertTable.deleteAll(connection, owner);
            FiringTable.deleteAll(connection, owner);
            return owner;
        });
        changed();
    }
}
