package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.testing.LogRecords;

/// A real file of H2 on a disk that gets full, with and without a warning: rows wait, and none that was taken is lost.
class FullDiskTest {

    private static final int ROUNDS = 30;
    private static final int AT_ONCE = 500;

    /// Bytes.
    private static final int A_FEW_ROWS = 40_000;

    @TempDir
    private Path folder;

    @AutoClose
    private final LogRecords log = new LogRecords(WriteQueue.class);

    @AutoClose
    private final LogRecords availability = new LogRecords(Availability.class);

    private final SplittableRandom random = new SplittableRandom(16);
    private final List<Long> lost = new ArrayList<>();
    private TestDatabase test;
    private DatabaseSupervisor supervisor;
    private WriteQueue<Long> queue;
    private long put;

    @BeforeEach
    void open() {
        FullDisk.leave(Long.MAX_VALUE);
        test = TestDatabase.at(FullDisk.place(folder.resolve("rows")));
        test.execute("CREATE TABLE numbers (n BIGINT PRIMARY KEY, words VARCHAR(100))");
        test.database().sync();
        supervisor = test.supervisor(test.migrator());
        supervisor.begin();
        queue = new WriteQueue<>(
                "test",
                4 * AT_ONCE,
                number -> number,
                this::write,
                lost::addAll,
                test.database(),
                test.time()::nanoTime);
        log.listen();
        availability.listen();
    }

    @AfterEach
    void close() throws SQLException {
        FullDisk.leave(Long.MAX_VALUE);
        supervisor.close();
        test.close();
    }

    @Test
    void rowsWaitWhileTheDiskIsFull() {
        putSome();
        test.fill();

        queue.drain();
        queue.drain();
        assertThat(queue.isPaused()).isTrue();
        assertThat(queue.depth()).isEqualTo(AT_ONCE);
        assertThat(numbers()).isEmpty();

        test.free();
        supervise();
        queue.drain();
        assertThat(queue.isPaused()).isFalse();
        assertThat(numbers()).hasSize(AT_ONCE);
        assertThat(log.lines()).as("the database's own line is enough").isEmpty();
    }

    /// Each time H2 closes its file in the middle of a write.
    @Test
    void diskThatGetsFullBetweenTwoWritesLosesAndDamagesNothing() throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            FullDisk.leave(random.nextInt(200_000));
            do {
                putSome();
                queue.drain();
            } while (!queue.isPaused());
            supervise();
            assertThat(queue.depth()).isPositive();

            FullDisk.leave(Long.MAX_VALUE);
            while (!test.database().available()) {
                supervise();
            }
            queue.drain();
            assertThat(queue.depth()).isZero();
            assertThat(numbers()).hasSize(Math.toIntExact(put));
        }

        assertThat(lost).isEmpty();
        assertThat(availability.lines()).hasSizeLessThanOrEqualTo(2 * ROUNDS);
        test.close();
        test = TestDatabase.at("file:" + folder.resolve("rows"));
        assertThat(numbers())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, put).boxed().toList());
    }

    /// Each time that H2 opens its file again there is room for a few rows, and for no more.
    @Test
    void fileThatCannotGrowThoughThereIsRoomIsToldInAFewLines() {
        int outages = 0;
        boolean was = true;
        FullDisk.leave(A_FEW_ROWS);
        for (int second = 0; second < 120; second++) {
            queue.put(++put);
            queue.drain();
            test.time().pass(Duration.ofSeconds(1));
            supervisor.supervise();
            boolean is = test.database().available();
            if (is && !was) {
                FullDisk.leave(A_FEW_ROWS);
            }
            outages += was && !is ? 1 : 0;
            was = is;
        }
        assertThat(outages).isGreaterThan(2);
        assertThat(availability.lines()).as("of the database").hasSizeBetween(3, 7);
        assertThat(log.lines()).as("of the queue").hasSizeLessThanOrEqualTo(6);

        FullDisk.leave(Long.MAX_VALUE);
        while (!test.database().available()) {
            test.time().pass(Duration.ofSeconds(1));
            supervisor.supervise();
        }
        queue.drain();
        assertThat(lost).isEmpty();
        assertThat(numbers()).hasSize(Math.toIntExact(put));
    }

    private void putSome() {
        for (int i = 0; i < AT_ONCE; i++) {
            queue.put(++put);
        }
    }

    private void supervise() {
        test.time().pass(Duration.ofMinutes(2));
        supervisor.supervise();
    }

    private List<Long> numbers() {
        return test.database().query(connection -> {
            List<Long> numbers = new ArrayList<>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT n FROM numbers ORDER BY n")) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
            return numbers;
        });
    }

    private void write(Connection connection, List<Long> rows) throws SQLException {
        try (var statement =
                connection.prepareStatement("MERGE INTO numbers (n, words) KEY (n) VALUES (?, RANDOM_UUID())")) {
            for (long row : rows) {
                statement.setLong(1, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
