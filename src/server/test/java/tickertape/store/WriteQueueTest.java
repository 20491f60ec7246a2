package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.LogRecords;
import tickertape.web.monitoring.OutageLog;

/// Rows wait in order, bounded, and are written when the database takes them.
class WriteQueueTest {

    private static final String LOCKED = "HYT00";
    private static final String BAD_DATA = "22003";

    /// A row, told apart by its key.
    private record Row(String key, int value) {}

    @AutoClose
    private final TestDatabase test = TestDatabase.with();

    @AutoClose
    private final LogRecords log = new LogRecords(WriteQueue.class);

    @AutoClose
    private final LogRecords availability = new LogRecords(Availability.class);

    private final List<Integer> written = new ArrayList<>();
    private final List<Integer> lost = new ArrayList<>();
    private final WriteQueue<Row> queue = queue(5);
    private @Nullable String fault;
    private boolean ready = true;

    @BeforeEach
    void listen() {
        log.listen();
        availability.listen();
    }

    @Test
    void rowsAreWrittenInTheirOrder() {
        put(1, 2, 3);

        queue.drain();

        assertThat(written).containsExactly(1, 2, 3);
        assertThat(queue.depth()).isZero();
        assertThat(queue.written()).isEqualTo(3);
    }

    @Test
    void rowsWaitWithoutAWordUntilTheWriterIsReady() {
        ready = false;
        put(1, 2);
        queue.drain();

        assertThat(written).isEmpty();
        assertThat(queue.depth()).isEqualTo(2);
        assertThat(log.lines()).isEmpty();

        ready = true;
        queue.drain();
        assertThat(written).containsExactly(1, 2);
    }

    @Test
    void newerRowReplacesTheOneThatWaitsInItsPlace() {
        queue.put(new Row("a", 1));
        queue.put(new Row("b", 2));
        queue.put(new Row("a", 3));

        queue.drain();

        assertThat(written).containsExactly(3, 2);
    }

    @Test
    void tooManyRowsLoseTheOldestAndSaySo() {
        put(1, 2, 3, 4, 5, 6, 7);

        queue.drain();

        assertThat(written).containsExactly(3, 4, 5, 6, 7);
        assertThat(lost).containsExactly(1, 2);
        assertThat(queue.lost()).isEqualTo(2);
        assertThat(log.lines()).containsExactly("Database: 2 rows of test lost because 5 were waiting, 0 refused");
    }

    @Test
    void rowsStayWhileTheDatabaseIsAway() {
        put(1, 2);
        test.goAway();

        queue.drain();
        assertThat(written).isEmpty();
        assertThat(queue.isPaused()).isTrue();
        assertThat(queue.depth()).isEqualTo(2);

        put(3);
        test.recover();
        queue.drain();
        assertThat(written).containsExactly(1, 2, 3);
        assertThat(queue.isPaused()).isFalse();
        assertThat(log.lines()).as("the database's own line is enough").isEmpty();
    }

    @Test
    void rowsThatAreLockedAreTriedAgainInTheirOrder() {
        put(1, 2);
        fault = LOCKED;

        queue.drain();
        assertThat(queue.isPaused()).isTrue();
        queue.drain();
        put(3);
        fault = null;
        queue.drain();

        assertThat(written).containsExactly(1, 2, 3);
        assertThat(queue.isPaused()).isFalse();
        assertThat(log.lines())
                .containsExactly(
                        "Rows of test wait, because they can't be written: fault HYT00",
                        "Rows of test are written again, after PT0S");
    }

    @Test
    void rowsThatAreLockedAgainAndAgainHaveFewLines() {
        for (int row = 1; row <= 20; row++) {
            put(row);
            fault = LOCKED;
            queue.drain();
            test.time().pass(Duration.ofSeconds(1));
            fault = null;
            queue.drain();
        }
        test.time().pass(OutageLog.TRIAL);
        queue.drain();

        assertThat(log.lines())
                .hasSize(6)
                .contains("Rows of test wait, because they can't be written, 3 times in PT2S: fault HYT00")
                .last()
                .isEqualTo("Rows of test are written again, and has for PT2M: it failed 20 times in PT20S");
    }

    @Test
    void badRowIsRefusedAndTheOthersAreWritten() {
        put(1, -2, 3);

        queue.drain();

        assertThat(written).containsExactly(1, 3);
        assertThat(lost).containsExactly(-2);
        assertThat(queue.refused()).isEqualTo(1);
        assertThat(queue.lost()).isZero();
        assertThat(log.lines()).containsExactly("Database: 0 rows of test lost because 5 were waiting, 1 refused");
    }

    @Test
    void badRowThatHasWaitedLeavesNoPause() {
        fault = LOCKED;
        put(-1);
        queue.drain();
        fault = null;
        queue.drain();
        assertThat(queue.isPaused()).isFalse();
    }

    @Test
    void rowsThatWaitDuringAnOutageAreBounded() {
        fault = LOCKED;
        for (int i = 1; i <= 20; i++) {
            put(i);
            queue.drain();
        }
        fault = null;

        queue.drain();

        assertThat(written).containsExactly(16, 17, 18, 19, 20);
        assertThat(lost)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).boxed().toList());
    }

    @Test
    void closingWritesWhatWaits() {
        WriteQueue<Integer> last = test.queues()
                .open("last", 10, row -> row, (Connection _, List<Integer> rows) -> written.addAll(rows), _ -> {});
        last.put(1);
        last.put(2);

        test.queues().close();

        assertThat(written).containsExactly(1, 2);
    }

    @Test
    void twoQueuesOfOneNameAreRefused() {
        test.queues().open("same", 1, Object::hashCode, (_, _) -> {}, _ -> {});

        assertThatThrownBy(() -> test.queues().open("same", 1, Object::hashCode, (_, _) -> {}, _ -> {}))
                .hasMessageContaining("same");
        assertThatThrownBy(() -> queue(0)).hasMessageContaining("capacity 0");
    }

    private WriteQueue<Row> queue(int capacity) {
        return new WriteQueue<>(
                "test",
                capacity,
                Row::key,
                new RowWriter(),
                rows -> rows.forEach(row -> lost.add(row.value())),
                test.database(),
                test.time()::nanoTime);
    }

    private final class RowWriter implements BatchWriter<Row> {

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void write(Connection connection, List<Row> rows) throws SQLException {
            if (fault != null) {
                throw new SQLException("fault " + fault, fault);
            }
            if (rows.stream().anyMatch(row -> row.value() < 0)) {
                throw new SQLException("negative", BAD_DATA);
            }
            rows.forEach(row -> written.add(row.value()));
        }
    }

    private void put(int... values) {
        IntStream.of(values).forEach(value -> queue.put(new Row(Integer.toString(value), value)));
    }
}
