package tickertape.feeding.kafka;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tickertape.store.Database;
import tickertape.store.Rows;
import tickertape.store.WriteQueue;
import tickertape.store.WriteQueues;

/// Where reading a topic goes on after a restart, kept in the database: what is restored with the bars belongs to them.
/// One thread at a time uses it.
final class OffsetStore {

    /// More than a topic has partitions.
    private static final int CAPACITY = 10_000;

    private static final List<String> COLUMNS = List.of("topic", "partition_number", "next_offset");

    private final String topic;
    private final Database database;
    private final WriteQueue<Row> queue;
    private final Map<Integer, Long> put = new HashMap<>();

    /// @param next the offset of the first record that has not been dealt with
    private record Row(int partition, long next) {}

    OffsetStore(String topic, Database database, WriteQueues queues) {
        this.topic = topic;
        this.database = database;
        String upsert =
                database.dialect().upsert("feeding_kafka_offset", List.of("topic", "partition_number"), COLUMNS);
        queue = queues.open(
                "feeding-offsets", CAPACITY, Row::partition, (link, rows) -> write(link, upsert, rows), lost -> {});
    }

    /// By partition; empty before the first start. Throws `DatabaseException` while the database is away.
    Map<Integer, Long> read() throws InterruptedException {
        return database.transactionApart(connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT partition_number, next_offset FROM feeding_kafka_offset WHERE topic = ?")) {
                statement.setString(1, topic);
                return Rows.all(statement, row -> new Row(row.getInt(1), row.getLong(2))).stream()
                        .collect(Collectors.toMap(Row::partition, Row::next));
            }
        });
    }

    /// Has those that are new written, without waiting.
    void put(Map<Integer, Long> offsets) {
        offsets.forEach((partition, next) -> {
            if (!next.equals(put.put(partition, next))) {
                queue.put(new Row(partition, next));
            }
        });
    }

    private void write(Connection connection, String upsert, List<Row> rows) throws SQLException {
        try (var statement = connection.prepareStatement(upsert)) {
            for (Row row : rows) {
                statement.setString(1, topic);
                statement.setInt(2, row.partition());
                statement.setLong(3, row.next());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
