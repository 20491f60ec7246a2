package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.store.TestDatabase;

/// What a start looks for first.
class RecoveryTest {

    @AutoClose
    private final TestDatabase test = TestDatabase.with("history");

    @Test
    void nothingIsThereBeforeTheFirstStart() {
        assertThat(isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "minute"})
    void barsAreFound(String table) {
        fill(table, 1);

        assertThat(isEmpty()).isFalse();
    }

    @Test
    void onlyTheFirstRowIsRead() {
        fill("minute", 10_000);

        String plan = test.database().query(connection -> {
            try (var statement =
                            connection.prepareStatement("EXPLAIN ANALYZE " + Recovery.ANY.formatted("history_minute"));
                    var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        });

        assertThat(plan).containsPattern("scanCount: [12]\\b");
    }

    private boolean isEmpty() {
        return test.database().query(Recovery::isEmpty);
    }

    private void fill(String table, int rows) {
        test.execute(
                "INSERT INTO history_%s (id, volume, turnover, trades, marks) SELECT x, 0, 0, 0, 0 FROM SYSTEM_RANGE(1, %s)"
                        .formatted(table, rows));
    }
}
