package tickertape.history;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import tickertape.history.BarBook.Recovered;
import tickertape.market.Leadership;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.store.SqlWork;
import tickertape.store.WriteQueue;
import tickertape.store.WriteQueues;
import tickertape.wire.Symbol;

/// Keeps bars in the database: what waits for it, and what was in it at the start. One thread calls it, and never waits
/// for the database except at the start.
final class HistoryStore {

    private static final Logger LOG = System.getLogger(HistoryStore.class.getName());

    /// How many rows wait while the database is away: ten minutes of 2,000 instruments, and the hours that end in them.
    static final int CAPACITY = 24_000;

    /// How many symbols' newest minutes wait at least: a market may learn of more symbols than it begins with.
    private static final int FORMING = 20_000;

    private final Database database;
    private final InstrumentIds ids;
    private final Recovery recovery;
    private final PastWriter past;
    private final BarWriter writer;
    private final WriteQueue<HistoryRow> rows;
    private final WriteQueue<FormingWriter.Forming> forming;
    private boolean said;
    private long newest;

    HistoryStore(
            Database database,
            WriteQueues queues,
            InstrumentIds ids,
            Recovery recovery,
            PastWriter past,
            BarWriter writer,
            Leadership leadership,
            int capacity) {
        this.database = database;
        this.ids = ids;
        this.recovery = recovery;
        this.past = past;
        this.writer = writer;
        rows = queues.open("history", capacity, HistoryRow::key, new LeaderWriter<>(writer, leadership), writer::lose);
        // One of each symbol, so none is ever lost.
        forming = queues.open(
                "history-forming",
                Math.max(FORMING, 2 * recovery.instruments().size()),
                FormingWriter.Forming::symbol,
                new LeaderWriter<>(new FormingWriter(ids, writer, () -> rows.depth() > 0), leadership),
                lost -> {});
    }

    /// Reads what was forming when the server ended, and before the very first start makes up a past. Empty if the
    /// database is away.
    ///
    /// @param now in the time of the market
    Optional<Map<Symbol, List<Recovered>>> recover(Instant now) throws InterruptedException {
        return attempt(connection -> {
            ids.load(connection);
            if (Recovery.isEmpty(connection)) {
                past.write(connection, now);
            }
            writer.resume(connection);
            return recovery.recover(connection, now);
        });
    }

    /// Whether it can write what there is of each symbol.
    boolean isPrepared() {
        return ids.isComplete();
    }

    /// Prepares to write, without reading what was before. Returns false if the database is away.
    boolean prepare() throws InterruptedException {
        return attempt(connection -> {
                    ids.load(connection);
                    return true;
                })
                .isPresent();
    }

    // The listener's own thread is interrupted at the end.
    private <T> Optional<T> attempt(SqlWork<T> work) throws InterruptedException {
        if (!database.available()) {
            return Optional.empty();
        }
        try {
            T result = database.transactionApart(work);
            writer.setRecovered();
            return Optional.of(result);
        } catch (DatabaseException away) {
            if (!said) {
                said = true;
                LOG.log(Level.WARNING, "History is not read yet: {0}", away.getMessage());
            }
            return Optional.empty();
        }
    }

    void forget(Collection<Symbol> symbols, Instant from, LongSupplier numbers) {
        symbols.forEach(symbol -> rows.put(new HistoryRow.Forget(numbers.getAsLong(), symbol, from)));
    }

    /// @param number of the newest bar of those that have ended
    void put(List<HistoryRow> ended, long number) {
        ended.forEach(rows::put);
        newest = number;
    }

    void put(FormingWriter.Forming minute) {
        forming.put(minute);
    }

    /// How many rows wait for the database.
    int waiting() {
        return rows.depth() + forming.depth();
    }

    /// Whether bars wait because the database does not take them.
    boolean isPaused() {
        return rows.isPaused() || forming.isPaused();
    }

    /// Whether rows were lost, and the database may not say so yet, or more wait than bars are kept in memory.
    boolean owes() {
        return writer.owes() || rows.depth() > CandlePublisher.KEPT;
    }

    /// Minutes that were lost, or are beside those that were, since this was last asked.
    List<LostRows.Touched> takeTouched() {
        return writer.takeTouched();
    }

    /// Bars up to this number no longer wait.
    long settled() {
        return rows.depth() == 0 ? newest : writer.settled();
    }
}
