package tickertape.alerts.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.engine.AlertEngine;
import tickertape.store.Database;

/// Brings what is new in the database to the engine and to the tape, whoever has written it. One thread calls it.
final class AlertReader {

    /// So many rows are read at once.
    private static final int PAGE = 2_000;

    private static final Duration PRUNING = Duration.ofSeconds(10);

    /// Who leads next tells at most of changes so old: earlier ones the one before has told of.
    private static final Duration CHANGES = Duration.ofMinutes(10);

    private final Database database;
    private final AlertEngine engine;
    private final AlertPublisher publisher;
    private final AlertTerm term;
    private final Optional<PublishedAlerts> others;
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

    /// The last number that was handed in for the tape, and up to which number all of them lie there.
    private long handed;
    private AtomicLong confirmed = new AtomicLong();

    private boolean isComplete;
    private long begun;

    /// @param others what lies on a tape that several servers share; empty where a server is alone
    /// @param kept how many firings of an owner are kept
    AlertReader(
            Database database,
            AlertEngine engine,
            AlertPublisher publisher,
            AlertTerm term,
            Optional<PublishedAlerts> others,
            InstantSource clock,
            LongSupplier nanoTime,
            int kept) {
        this.database = database;
        this.engine = engine;
        this.publisher = publisher;
        this.term = term;
        this.others = others;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.kept = kept;
        pruned = nanoTime.getAsLong();
    }

    /// Reads what is new; throws `DatabaseException`.
    void read() {
        if (isComplete()) {
            mark();
            Set<String> owners = readAlerts(false);
            publishFirings(owners);
        } else {
            begin();
        }
    }

    // What was not published when a server ended is published now; all else was.
    private void begin() {
        begun = term.number();
        isComplete = false;
        revision = 0;
        published = 0;
        marked = 0;
        handed = 0;
        confirmed = new AtomicLong();
        long last = database.query(FiringTable::last);
        var _ = readAlerts(true);
        engine.wereHalted(database.query(HaltTable::read));
        Set<String> owners = others.map(this::untold).orElse(Set.of());
        for (List<FiringRow> rows = unpublished(last);
                term.isCurrent() && !(rows.isEmpty() && owners.isEmpty());
                rows = unpublished(last)) {
            publish(rows, owners);
            owners = Set.of();
        }
        boolean isAllMarked = marked == published;
        published = Math.max(published, last);
        marked = isAllMarked ? published : marked;
        isComplete = true;
    }

    // Those whose list has changed after the last change that the one before has told of.
    private Set<String> untold(PublishedAlerts told) {
        Instant since = clock.instant().minus(CHANGES);
        return database.query(connection -> AlertTable.ownersOfChanges(connection, told.revision(), since));
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
        } while (rows.size() == PAGE && term.isCurrent());
    }

    private void publish(List<FiringRow> rows, Set<String> owners) {
        if (!term.isCurrent()) {
            return;
        }
        long last = rows.isEmpty() ? published : rows.getLast().number();
        List<FiringRow> lacking = others.map(told -> told.lacking(rows)).orElse(rows);
        AtomicLong its = confirmed;
        if (!lacking.isEmpty()) {
            handed = last;
            publisher.publish(lacking, owners, revision, () -> its.accumulateAndGet(last, Math::max));
        } else {
            publisher.publish(lacking, owners, revision, () -> {});
            // Also what is not there yet would count as published.
            if (its.get() == handed) {
                handed = last;
                its.set(last);
            }
        }
        published = last;
        rows.forEach(row -> fired.add(row.owner()));
        mark();
    }

    private void mark() {
        long last = confirmed.get();
        // What was handed in before a term ended and after it began does not lie there in order.
        if (last <= marked || !term.isCurrent()) {
            return;
        }
        var _ = database.transaction(connection -> {
            FiringTable.markPublished(connection, marked, last);
            return true;
        });
        // Or it would come once more after a kill a moment later.
        database.sync();
        marked = last;
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

    /// Whether everything that was there at the start of this term has been read.
    boolean isComplete() {
        return isComplete && begun == term.number();
    }
}
