package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// A row that could not be written comes back into a queue in which a newer one has its place.
class ReplacedRowTest {

    private static final String LOCKED = "HYT00";

    /// A row, told apart by its key.
    private record Row(String key, int value) {}

    @AutoClose
    private final TestDatabase test = TestDatabase.with();

    private final List<Integer> written = new ArrayList<>();

    @Test
    void newerRowIsNotReplacedByAnOlderThatFailed() {
        var racing =
                new WriteQueue<>("racing", 5, Row::key, this::write, _ -> {}, test.database(), test.time()::nanoTime);
        racing.put(new Row("a", 1));
        racing.drain();
        racing.put(new Row("a", 2));

        racing.drain();

        assertThat(written).containsExactly(2);
    }

    private void write(Connection connection, List<Row> rows) throws SQLException {
        if (rows.getFirst().value() == 1) {
            throw new SQLException("locked", LOCKED);
        }
        rows.forEach(row -> written.add(row.value()));
    }
}
