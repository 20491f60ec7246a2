package tickertape.commentary.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tickertape.commentary.writing.EndedText;
import tickertape.store.Database;
import tickertape.store.EpochMicros;
import tickertape.store.Rows;
import tickertape.store.WriteQueue;
import tickertape.store.WriteQueues;
import tickertape.wire.Symbol;

/// The texts in the database. Safe for any thread; reading throws `DatabaseException` while that is away.
public final class TextArchive {

    private static final Logger LOG = System.getLogger(TextArchive.class.getName());

    /// How many texts wait while the database is away.
    private static final int WAITING = 10_000;

    private static final String SELECT =
            "SELECT %s FROM %s".formatted(String.join(", ", TextRow.COLUMNS), TextRow.TABLE);

    private final Database database;
    private final WriteQueue<ArchiveTask> queue;

    /// @param keep how long texts are kept
    public TextArchive(Database database, WriteQueues queues, Duration keep, InstantSource clock) {
        this.database = database;
        queue = queues.open(
                "commentary",
                WAITING,
                ArchiveTask::key,
                new TextWriter(database.dialect(), keep, clock),
                lost -> LOG.log(Level.WARNING, "{0} texts were lost", Integer.toString(lost.size())));
    }

    /// Keeps a text, without waiting.
    public void put(EndedText text) {
        queue.put(new ArchiveTask.Keep(text));
    }

    /// The newest that fit, the newest first.
    public List<EndedText> page(TextQuery query) {
        var conditions = new ArrayList<String>();
        conditions.add(query.owner().isPresent() ? "owner = ?" : "owner IS NULL");
        conditions.add("ended_at < ?");
        query.symbol().ifPresent(_ -> conditions.add("symbol = ?"));
        query.language().ifPresent(_ -> conditions.add("language = ?"));
        String sql = "%s WHERE %s ORDER BY ended_at DESC FETCH FIRST %s ROWS ONLY"
                .formatted(SELECT, String.join(" AND ", conditions), query.limit());
        return database.query(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                set(statement, query);
                return read(statement);
            }
        });
    }

    private static void set(PreparedStatement statement, TextQuery query) throws SQLException {
        int at = 1;
        if (query.owner().isPresent()) {
            statement.setString(at++, query.owner().get());
        }
        statement.setLong(at++, EpochMicros.of(query.before()));
        if (query.symbol().isPresent()) {
            statement.setString(at++, query.symbol().map(Symbol::text).get());
        }
        if (query.language().isPresent()) {
            statement.setString(at, query.language().get());
        }
    }

    private static List<EndedText> read(PreparedStatement statement) throws SQLException {
        return Rows.all(statement, TextRow::read);
    }

    /// One text.
    public Optional<EndedText> find(String id) {
        return database.query(connection -> {
            try (var statement = connection.prepareStatement(SELECT + " WHERE id = ?")) {
                statement.setString(1, id);
                return read(statement).stream().findFirst();
            }
        });
    }

    /// Deletes all answers to somebody, soon.
    public void forget(String owner) {
        queue.put(new ArchiveTask.Forget(owner));
    }
}
