package tickertape.trading.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import tickertape.market.Tick;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.store.DatabaseThread;
import tickertape.store.WakeSignal;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.matching.Match;
import tickertape.trading.order.OrderReason;

/// The one thread between those who trade, the market and the books. It takes all that has come meanwhile, writes it in
/// one transaction, matches orders with the newest quotes, writes that, and then tells everybody.
public final class TradingWorker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TradingWorker.class.getName());

    private static final DatabaseThread.Words WORDS = new DatabaseThread.Words(
            LOG, "Orders wait, because the books cannot be written or read now", "The books are written again");

    /// So many commands wait at most.
    static final int CAPACITY = 10_000;

    private static final int BATCH = 500;

    private final Database database;
    private final WakeSignal signal = new WakeSignal();
    private final CommandQueue queue;
    private final QuoteBox quotes = new QuoteBox(signal);
    private final Bookkeeper bookkeeper;
    private final ChangeReader reader;
    private final Auditor auditor;
    private final SeasonExpiry expiry;
    private final Lease lease;
    private final SeasonCalendar seasons;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Floor floor;
    private final Desk desk;
    private final DatabaseThread thread;
    private long polled;
    private volatile boolean isReady;

    /// What it needs.
    ///
    /// @param run tells this run of a server from all others
    public record Setting(
            Database database,
            Books books,
            SeasonCalendar seasons,
            String run,
            InstantSource clock,
            LongSupplier nanoTime,
            ThreadFactory threads) {}

    public TradingWorker(Setting setting, ChangeListener listener) {
        database = setting.database();
        seasons = setting.seasons();
        clock = setting.clock();
        nanoTime = setting.nanoTime();
        queue = new CommandQueue(CAPACITY, Submission.PATIENCE, signal, nanoTime);
        bookkeeper = new Bookkeeper(
                database, clock, setting.books().cash(), setting.books().ordersPerUser());
        reader = new ChangeReader(database);
        auditor = new Auditor(database, clock, nanoTime);
        expiry = new SeasonExpiry(database, setting.books().keep(), clock);
        lease = new Lease(database, clock, setting.run());
        floor = new Floor(listener, clock);
        desk = new Desk(bookkeeper, reader, floor, auditor);
        thread = new DatabaseThread(database, signal, this::turn, queue::refuseAll, WORDS, setting.threads());
        polled = nanoTime.getAsLong();
    }

    public void start() {
        thread.start();
    }

    /// One turn, if the database is there.
    public void run() {
        thread.run();
    }

    /// Takes a tick, without waiting.
    public void put(Tick tick) {
        quotes.put(tick);
    }

    /// Hands in a command, without waiting.
    ///
    /// @return empty if too many wait
    public Optional<Submission> submit(Command command) {
        return queue.add(command);
    }

    /// Ends what an account that is gone has; throws `DatabaseException`.
    public void forget(String account) {
        bookkeeper.forget(account);
        database.sync();
        signal.wake();
    }

    private void turn() {
        try {
            begin();
            lease.renew();
            var news = quotes.take();
            List<Command> expired = floor.take(news, lease.isMine());
            int taken;
            do {
                taken = doTasks(expired);
                expired = List.of();
                match();
                tell();
            } while (taken == BATCH);
            poll();
            auditor.checkSome();
            if (lease.isMine()) {
                expiry.sweep();
            }
            floor.turned();
        } finally {
            desk.fail();
        }
    }

    private void begin() {
        var season = seasons.at(clock.instant());
        if (!floor.isKnown() || floor.seasonBegin().isBefore(season.begin())) {
            // First, because it looks at the season that is in the books.
            if (!auditor.report().isDone()) {
                auditor.checkAll();
            }
            while (bookkeeper.approach(season)) {
                // Whose orders have ended by that is told.
                if (floor.isKnown()) {
                    floor.catchUp(reader);
                    tell();
                }
            }
            if (!floor.isKnown() || floor.seasonBegin().isBefore(season.begin())) {
                floor.catchUp(reader);
            }
            isReady = true;
        }
    }

    private int doTasks(List<Command> more) {
        List<Task> tasks = queue.take(BATCH);
        List<Task> all =
                Stream.concat(tasks.stream(), more.stream().map(Task::of)).toList();
        desk.take(all);
        if (auditor.report().isGood()) {
            desk.write(all);
        } else {
            all.forEach(task -> desk.answer(task, new Outcome.Refused(OrderReason.BOOKS_IN_DOUBT)));
        }
        return tasks.size();
    }

    private void match() {
        if (!lease.isMine() || !auditor.report().isGood()) {
            return;
        }
        for (List<Match> matches = floor.matches(); !matches.isEmpty(); matches = floor.matches()) {
            for (int from = 0; from < matches.size(); from += BATCH) {
                desk.write(matches.subList(from, Math.min(matches.size(), from + BATCH)).stream()
                        .map(match -> Task.of(new Command.Apply(match)))
                        .toList());
            }
        }
    }

    // Nobody hears of what a kill could undo.
    private void tell() {
        if (floor.hasNews()) {
            database.sync();
            floor.tell();
        }
        desk.tell();
    }

    private void poll() {
        long now = nanoTime.getAsLong();
        if (now - polled < 1_000_000_000L) {
            return;
        }
        polled = now;
        if (reader.state().revision() != floor.revision()) {
            floor.catchUp(reader);
        }
        match();
        tell();
    }

    /// Whether the books are read, checked and good.
    public boolean isReady() {
        return isReady && auditor.report().isGood();
    }

    /// Whether this server matches orders, and not another one.
    public boolean isMatching() {
        return lease.isMine();
    }

    /// What is wrong with the books, as far as it was found.
    public Collection<String> faults() {
        return auditor.report().faults();
    }

    /// When all books were checked last, when some were, and how many players and orders were touched and not checked
    /// since.
    public record Checked(Instant all, Instant some, int waiting) {}

    public Checked checked() {
        return new Checked(auditor.report().all(), auditor.report().some(), auditor.waiting());
    }

    public Counts counts() {
        return desk.counts();
    }

    /// How many commands wait.
    public int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        if (!thread.end()) {
            LOG.log(Level.WARNING, "{0} orders were not looked at before the end", queue.size());
        }
        queue.refuseAll();
        try {
            lease.release();
        } catch (DatabaseException away) {
            LOG.log(Level.INFO, "Another server matches orders in some seconds: {0}", away.getMessage());
        }
    }
}
