package sample;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tickertape.store.Database;
import tickertape.store.WriteQueue;
import tickertape.store.WriteQueues;
import tickertape.wire.Symbol;

/// The memos in the database. Safe for any thread; writing waits for nobody.
final class MemoTable {

    private static final List<String> COLUMNS = List.of("number", "symbol", "text", "price", "written_at");

    private final Database database;
    private final int kept;
    private final String upsert;
    private final WriteQueue<Memo> queue;

    /// @param kept how many are kept
    MemoTable(Database database, WriteQueues queues, int kept) {
        this.database = database;
        this.kept = kept;
        upsert = database.dialect().upsert("memos_memo", List.of("number"), COLUMNS);
        queue = queues.open(MemoBeans.MEMOS, kept, Memo::number, this::write, lost -> {});
    }

    /// Those that are kept, in the order of their numbers. Throws `DatabaseException` while the database is away.
    List<Memo> read() {
        return database.query(MemoTable::read);
    }

    void put(Memo memo) {
        queue.put(memo);
    }

    private static List<Memo> read(Connection connection) throws SQLException {
        var memos = new ArrayList<Memo>();
        try (var statement = connection.prepareStatement(
                        "SELECT number, symbol, text, price, written_at FROM memos_memo ORDER BY number");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                @Nullable BigDecimal price = rows.getBigDecimal(4);
                memos.add(new Memo(
                        rows.getLong(1),
                        new Symbol(rows.getString(2)),
                        rows.getString(3),
                        price == null ? null : price.stripTrailingZeros(),
                        rows.getTimestamp(5).toInstant()));
            }
        }
        return memos;
    }

    // In one transaction; if the database is away, the same rows come again.
    private void write(Connection connection, List<Memo> memos) throws SQLException {
        try (var statement = connection.prepareStatement(upsert);
                var delete = connection.prepareStatement("DELETE FROM memos_memo WHERE number <= ?")) {
            for (Memo memo : memos) {
                statement.setLong(1, memo.number());
                statement.setString(2, memo.symbol().text());
                statement.setString(3, memo.text());
                statement.setBigDecimal(4, memo.price());
                statement.setTimestamp(5, Timestamp.from(memo.time()));
                statement.addBatch();
            }
            statement.executeBatch();
            delete.setLong(1, memos.getLast().number() - kept);
            delete.executeUpdate();
        }
    }
}
