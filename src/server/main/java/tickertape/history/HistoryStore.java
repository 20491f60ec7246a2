package tickertape.history;

import static java.util.Comparator.naturalOrder;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tickertape.history.BarBook.Known;
import tickertape.history.LeaderWriter.TermRow;
import tickertape.store.BackgroundWork;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.store.SqlWork;
import tickertape.store.WriteQueue;
import tickertape.store.WriteQueues;
import tickertape.wire.Symbol;

/// Keeps bars in the database: what waits for it, and what was in it at the start. One thread calls it, and never waits
/// for the database.
///
/// Of several servers with one database, only the one that leads writes, and it reads anew whenever it begins to.
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
    private final WriteTerm right;
    private final WriteQueue<TermRow<HistoryRow>> rows;
    private final BackgroundWork<Earlier> reading;
    private final WriteQueue<TermRow<FormingWriter.Row>> forming;
    private long term;
    private boolean said;

    /// When the run before ended; read once, as this one writes over it.
    private volatile @Nullable Instant before;

    private long newest;

    HistoryStore(
            Database database,
            WriteQueues queues,
            InstrumentIds ids,
            Recovery recovery,
            PastWriter past,
            BarWriter writer,
            WriteTerm right,
            int capacity) {
        this.database = database;
        reading = new BackgroundWork<>(database);
        this.ids = ids;
        this.recovery = recovery;
        this.past = past;
        this.writer = writer;
        this.right = right;
        var leader = new LeaderWriter<>(writer, right);
        rows = queues.open(
                "history",
                capacity,
                one -> List.of(one.term(), one.row().key()),
                leader,
                lost -> writer.lose(leader.current(lost)));
        // One of each symbol, so none is ever lost.
        forming = queues.open(
                "history-forming",
                Math.max(FORMING, 2 * recovery.instruments().size()),
                one -> one.row().key(),
                new LeaderWriter<>(new FormingWriter(ids, writer, () -> rows.depth() > 0), right),
                lost -> {});
    }

    /// What was known of some symbols before the server's start.
    ///
    /// @param begun since when this run knows them
    /// @param known what their bars tell, where there are any
    /// @param ids all numbers that the database knows instruments by
    record Earlier(Map<Symbol, Instant> begun, Map<Symbol, Known> known, Map<Symbol, Integer> ids) {

        Instant begun(Symbol symbol) {
            return begun.getOrDefault(symbol, Instant.MIN);
        }
    }

    /// This server begins to lead: what was put before is void, and so is what is being read. Nothing is written until
    /// what was before has been read again.
    void begin(long next) {
        term = next;
        said = false;
        reading.abandon();
        before = null;
        writer.beginAnew();
    }

    /// Has it read what was forming of some symbols when the server ended; of those that it never heard of, it makes
    /// up a past. Never waits: empty until that has been read, which is to be asked for again. The symbols may be
    /// others then.
    ///
    /// @param begun since when this run knows each symbol, in the time of the market
    /// @param recording whether nothing goes on from before
    Optional<Earlier> read(Map<Symbol, Instant> begun, boolean recording) {
        if (!right.isKnown()) {
            return Optional.empty();
        }
        try {
            Map<Symbol, Instant> wanted = Map.copyOf(begun);
            long now = term;
            return reading.poll(() -> readNow(now, wanted, recording));
        } catch (DatabaseException away) {
            if (!said) {
                said = true;
                LOG.log(Level.WARNING, "History is not read yet: {0}", away.getMessage());
            }
            return Optional.empty();
        }
    }

    // In two transactions: numbers that are not committed are none.
    private Earlier readNow(long its, Map<Symbol, Instant> begun, boolean recording) {
        Map<Symbol, Integer> ids = inTerm(its, connection -> InstrumentIds.load(connection, begun.keySet()));
        if (recording) {
            return new Earlier(begun, Map.of(), ids);
        }
        return inTerm(its, connection -> {
            Map<Symbol, Integer> wanted = new HashMap<>(ids);
            wanted.keySet().retainAll(begun.keySet());
            writer.resume(connection, wanted);
            Instant end = before == null ? Recovery.end(connection) : before;
            before = end;
            Map<Symbol, Known> known = recovery.recover(connection, wanted, begun, end);
            wanted.keySet().removeAll(known.keySet());
            if (!writer.isReady() && !wanted.isEmpty()) {
                Instant first = begun.values().stream().min(naturalOrder()).orElseThrow();
                past.write(connection, wanted, first);
                known.putAll(recovery.recover(connection, wanted, begun, end));
            }
            return new Earlier(begun, known, ids);
        });
    }

    // Reading writes, too: numbers, hours that were not added up, a past.
    private <T> T inTerm(long its, SqlWork<T> work) {
        return database.transaction(connection -> {
            T result = work.run(connection);
            right.confirm(connection, its);
            return result;
        });
    }

    /// What is read is in memory, and all that goes on from it has been put: from now on it may be written over.
    void take(Earlier earlier) {
        ids.keep(earlier.ids(), earlier.begun().keySet());
        writer.setRecovered();
    }

    /// Whether the database answers, so that what was before can be read.
    boolean isAvailable() {
        return database.available();
    }

    /// Whether something is being read, or was, and is not taken yet.
    boolean isReading() {
        return reading.hasBegun();
    }

    /// Whether what is being read can be asked for.
    boolean isRead() {
        return reading.isDone();
    }

    /// Has it forget the bars of a span of time.
    void forget(Collection<Symbol> symbols, Instant from, Instant last, LongSupplier numbers) {
        symbols.forEach(symbol -> put(new HistoryRow.Forget(numbers.getAsLong(), symbol, from, last)));
    }

    /// @param number of the newest bar of those that have ended
    void put(List<HistoryRow> ended, long number) {
        ended.forEach(this::put);
        newest = number;
    }

    private void put(HistoryRow row) {
        if (term != 0) {
            rows.put(new TermRow<>(term, row));
        }
    }

    void put(FormingWriter.Row row) {
        if (term != 0) {
            forming.put(new TermRow<>(term, row));
        }
    }

    /// Has it write what is forming. Of whom nothing is read yet, the database may have more than there is here.
    void putForming(Collection<BarBook> books) {
        for (BarBook book : books) {
            Bar minute = book.isComplete() ? book.takeUnsaved() : null;
            if (minute != null) {
                put(new FormingWriter.Forming(book.symbol(), minute));
            }
        }
    }

    /// How many rows wait for the database.
    int waiting() {
        return rows.depth() + forming.depth();
    }

    /// Whether bars wait because the database does not take them.
    boolean isPaused() {
        return rows.isPaused() || forming.isPaused();
    }

    /// Whether rows were lost, and the database may not say so yet, or more wait than bars are kept in memory;
    /// or another server writes what is to be there.
    boolean owes() {
        return term == 0 || writer.owes() || rows.depth() > CandlePublisher.KEPT;
    }

    /// Minutes that were lost, or are beside those that were, since this was last asked.
    List<LostRows.Touched> takeTouched() {
        return writer.takeTouched();
    }

    /// Bars up to this number no longer wait.
    long settled() {
        return term == 0 ? -1 : rows.depth() == 0 ? newest : writer.settled();
    }
}
