package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// Which rows go, and how often it looks.
class RowExpiryTest {

    private static final Duration KEEP = Duration.ofDays(1);

    @AutoClose
    private final TestDatabase test = TestDatabase.with();

    private final FakeTime time = new FakeTime();
    private final RowExpiry expiry = new RowExpiry("notes", "written", KEEP, time);

    @BeforeEach
    void makeTable() {
        test.execute("CREATE TABLE notes (id INT PRIMARY KEY, written BIGINT NOT NULL)");
    }

    @Test
    void rowsThatAreTooOldAreDeletedAndNoOthers() {
        write(1, KEEP.plusSeconds(1));
        write(2, KEEP);

        sweep();

        assertThat(ids()).containsExactly(2);
    }

    @Test
    void itLooksOnceAnHourAtMost() {
        sweep();
        write(1, KEEP.plusSeconds(1));

        time.pass(Duration.ofHours(1));
        sweep();
        assertThat(ids()).containsExactly(1);
        time.pass(Duration.ofSeconds(1));
        sweep();

        assertThat(ids()).isEmpty();
    }

    private void write(int id, Duration age) {
        test.execute("INSERT INTO notes VALUES (%s, %s)"
                .formatted(id, EpochMicros.of(time.instant().minus(age))));
    }

    private void sweep() {
        var _ = test.database().transaction(connection -> {
            expiry.sweep(connection);
            return true;
        });
    }

    private List<Integer> ids() {
        return test.database().query(connection -> {
            var ids = new ArrayList<Integer>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT id FROM notes ORDER BY id")) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
            return ids;
        });
    }
}
