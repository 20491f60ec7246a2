package tickertape.alerts.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.engine.AlertEngine;
import tickertape.store.Database;

/// Brings what is new in the database to the engine and to the tape, whoever has written it. One thread calls it.
final class AlertReader {

    /// So many rows are read at once.
    private static final int PAGE = 2_000;

    private static final Duration PRUNING = Duration.ofSeconds(10);

    private final Database database;
    private final AlertEngine engine;
    private final AlertPublisher publisher;
    private final InstantSource clock;
    private final int kept;
    private final LongSupplier nanoTime;

    /// Whose firings may be more than are kept.
    private final Set<String> fired = new HashSet<>();

    private long pruned;
    private long revision;
    private long published;

    /// Up to which number the database knows that they were published.
    private long marked;

    private boolean isComplete;

    /// @param kept how many firings of an owner are kept
    AlertReader(
            Database database,
            AlertEngine engine,
            AlertPublisher publisher,
            InstantSource clock,
            LongSupplier nanoTime,
            int kept) {
        this.database = database;
        this.engine = engine;
        this.publisher = publisher;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.kept = kept;
        pruned = nanoTime.getAsLong();
    }

    /// Reads what is new; throws `DatabaseException`.
    void read() {
        if (isComplete) {
            Set<String> owners = readAlerts(false);
            publishFirings(owners);
        } else {
            begin();
        }
    }

    // What was not published when a server ended is published now; all else was.
    private void begin() {
        long last = database.query(FiringTable::last);
        var _ = readAlerts(true);
        engine.wereHalted(database.query(HaltTable::read));
        for (List<FiringRow> rows = unpublished(last); !rows.isEmpty(); rows = unpublished(last)) {
            publish(rows, Set.of());
        }
        published = Math.max(published, last);
        marked = published;
        isComplete = true;
    }

    private List<FiringRow> unpublished(long last) {
        return database.query(connection -> FiringTable.unpublished(connection, published, last, PAGE));
    }

    /// @return whose alerts have changed
    private Set<String> readAlerts(boolean isStart) {
        var owners = new HashSet<String>();
        List<Alert> page;
        do {
            page = database.query(connection -> AlertTable.after(connection, revision, PAGE));
            Instant now = clock.instant();
            for (Alert alert : page) {
                engine.put(alert, isStart, now);
                owners.add(alert.owner());
                revision = alert.revision();
            }
        } while (page.size() == PAGE);
        return owners;
    }

    private void publishFirings(Set<String> changed) {
        Set<String> owners = changed;
        List<FiringRow> rows;
        do {
            rows = database.query(connection -> FiringTable.after(connection, published, PAGE));
            publish(rows, owners);
            owners = Set.of();
        } while (rows.size() == PAGE);
    }

    private void publish(List<FiringRow> rows, Set<String> owners) {
        publisher.publish(rows, owners, revision);
        if (rows.isEmpty()) {
            return;
        }
        published = rows.getLast().number();
        rows.forEach(row -> fired.add(row.owner()));
        var _ = database.transaction(connection -> {
            FiringTable.markPublished(connection, marked, published);
            return true;
        });
        // Or it would come once more after a kill a moment later.
        database.sync();
        marked = published;
        prune();
    }

    private void prune() {
        long now = nanoTime.getAsLong();
        if (now - pruned < PRUNING.toNanos()) {
            return;
        }
        pruned = now;
        var owners = List.copyOf(fired);
        fired.clear();
        var _ = database.transaction(connection -> {
            FiringTable.prune(connection, owners, kept);
            return true;
        });
    }

    /// Reads some alerts anew, because they are not as the engine thinks.
    void readAgain(Collection<Alert> stale) {
        for (Alert alert : stale) {
            engine.remove(alert.id());
            database.query(connection -> AlertTable.find(connection, alert.id()))
                    .ifPresent(found -> engine.put(found, false, clock.instant()));
        }
    }

    /// Whether everything that was there at the start has been read.
    boolean isComplete() {
        return isComplete;
    }
}
