package tickertape.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/// Which of several servers with one PostgreSQL writes what only one of them may: the one that has a lock there. Safe
/// for any thread.
///
/// The lock is that of a connection, so it is free as soon as that server has ended, however it did. Who writes asks in
/// the same transaction whether a row names it still. Whoever gets the lock puts its name there, which waits for such
/// transactions: so nothing is written by two, also where a connection breaks and its server goes on.
public final class SoleWriter implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SoleWriter.class.getName());

    /// A server that is cut off does not close its connections: PostgreSQL finds that out in so many seconds.
    private static final String KEEP_ALIVE = "SELECT set_config('tcp_keepalives_idle', '5', false),"
            + " set_config('tcp_keepalives_interval', '2', false), set_config('tcp_keepalives_count', '3', false)";

    private final Database database;
    private final String what;
    private final String run;
    private final DatabaseThread thread;
    private @Nullable Connection holder;
    private volatile long term = 1;
    private volatile boolean known;
    private long terms = 1;

    /// @param what names what is written; the table `what_writer` has a row with the name of the run
    /// @param run tells this run of a server from all others
    public SoleWriter(Database database, String what, String run) {
        this.database = database;
        this.what = what;
        this.run = run;
        var words = new DatabaseThread.Words(
                LOG,
                "It can't be found out whether another server writes the %s".formatted(what),
                "It is known again which server writes the %s".formatted(what));
        thread = new DatabaseThread(database, new WakeSignal(), this::turn, words, database.threads);
    }

    /// Takes the right as soon as no other server has it.
    public void start() {
        thread.start();
    }

    /// Whether the database has been asked yet.
    public boolean isKnown() {
        return known;
    }

    /// Which time this server has the right; 0 while another one has it. Until the database has been asked it has it,
    /// but [#confirm] throws.
    public long term() {
        return term;
    }

    /// To be called in each transaction that writes: throws, so that it is rolled back, if another server has the
    /// right.
    public void confirm(Connection connection) throws SQLException {
        if (!names(connection, " FOR SHARE")) {
            throw new SQLTransientException("another server writes the %s".formatted(what));
        }
    }

    /// Takes the right, keeps it or finds that another server has it; throws `DatabaseException`.
    void turn() {
        try {
            if (!isHeld()) {
                release();
                take(database.connection());
            }
        } catch (SQLException failure) {
            throw new DatabaseException(SqlFailures.message(failure), SqlFailures.isRetryable(failure), failure);
        }
    }

    private boolean isHeld() {
        try {
            return holder != null && names(holder, "");
        } catch (SQLException broken) {
            LOG.log(Level.DEBUG, "The connection that says who writes the {0} is broken", what, broken);
            return false;
        }
    }

    private void take(Connection connection) throws SQLException {
        boolean taken = false;
        try {
            taken = lock(connection);
            if (taken) {
                holder = connection;
                begin(name(connection));
            } else {
                follow();
            }
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    private void begin(boolean wasAnother) {
        boolean follows = term == 0;
        if (follows || (known && wasAnother)) {
            terms++;
        }
        if (follows) {
            LOG.log(Level.INFO, "This server writes the {0} now, as the one before has ended", what);
        }
        term = terms;
        known = true;
    }

    private void follow() {
        if (term != 0) {
            LOG.log(
                    Level.WARNING,
                    "Another server writes the {0} into this database: what comes of the market here is kept in memory"
                            + " only, until that one ends",
                    what);
        }
        term = 0;
        known = true;
    }

    private boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(hashtext(?))")) {
            statement.setString(1, what);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    // Returns whether another run has written since this one did.
    private boolean name(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute(KEEP_ALIVE);
        }
        try (var statement =
                connection.prepareStatement("UPDATE %s_writer SET run = ? WHERE run <> ?".formatted(what))) {
            statement.setString(1, run);
            statement.setString(2, run);
            return statement.executeUpdate() > 0;
        }
    }

    private boolean names(Connection connection, String lock) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT 1 FROM %s_writer WHERE run = ?%s".formatted(what, lock))) {
            statement.setString(1, run);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    // The pool may keep the connection.
    private void release() {
        Connection held = holder;
        holder = null;
        if (held == null) {
            return;
        }
        try (held;
                var statement = held.createStatement()) {
            var _ = statement.execute("SELECT pg_advisory_unlock_all()");
        } catch (SQLException broken) {
            LOG.log(Level.DEBUG, "The lock on the {0} has ended with its connection", what, broken);
        }
    }

    /// Gives the right back, so that another server has it at once.
    @Override
    public void close() {
        if (thread.end()) {
            release();
        }
    }
}
