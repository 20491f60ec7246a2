package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.testing.LogRecords;

/// Transactions on H2: committed, rolled back, refused.
class DatabaseTest {

    @AutoClose
    private final TestDatabase test = TestDatabase.with();

    @AutoClose
    private final LogRecords log = new LogRecords(Availability.class);

    private final Database database = test.database();

    @BeforeEach
    void makeTable() {
        log.listen();
        test.execute("CREATE TABLE numbers (n INT PRIMARY KEY)");
    }

    @Test
    void workIsCommitted() {
        int inserted = database.transaction(connection -> insert(connection, 1));

        assertThat(inserted).isEqualTo(1);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void workThatThrowsLeavesNothing() {
        assertThatThrownBy(() -> database.transaction(connection -> {
                    insert(connection, 1);
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.transaction(connection -> insert(connection, 1) + insert(connection, 1)))
                .isInstanceOf(DatabaseException.class);

        assertThat(count()).isZero();
    }

    @Test
    void faultOfTheWorkIsNotRetryableAndTheDatabaseStaysAvailable() {
        var failure = catchThrowableOfType(
                DatabaseException.class,
                () -> database.transaction(connection -> connection.prepareStatement("no SQL")));

        assertThat(failure.isRetryable()).isFalse();
        assertThat(database.available()).isTrue();
    }

    @Test
    void lockedRowIsRetryableAndTheDatabaseStaysAvailable() {
        var failure = catchThrowableOfType(
                DatabaseException.class,
                () -> database.transaction(one -> {
                    insert(one, 1);
                    return database.transaction(other -> insert(other, 1));
                }));

        assertThat(failure.isRetryable()).isTrue();
        assertThat(database.available()).isTrue();
    }

    @Test
    void connectionThatBreaksMakesTheDatabaseUnavailable() {
        var failure = catchThrowableOfType(
                DatabaseException.class,
                () -> database.transaction(connection -> {
                    connection.close();
                    throw new SQLException("the connection is lost", "08006");
                }));

        assertThat(failure.isRetryable()).isTrue();
        assertThat(database.available()).isFalse();
    }

    @Test
    void checkOfH2ThatFailsIsAnOutage() {
        var check = new AssertionError("v=7 / cnt=0");
        check.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.h2.mvstore.MVStore", "x", null, 1)});
        assertThatThrownBy(() -> database.transaction(_ -> {
                    throw new AssertionError("one of ours");
                }))
                .hasMessage("one of ours");

        var failure = catchThrowableOfType(
                DatabaseException.class,
                () -> database.transaction(_ -> {
                    throw check;
                }));

        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure).hasMessageContaining("v=7 / cnt=0");
        assertThat(database.available()).isFalse();
    }

    @Test
    void databaseThatIsAwayRefusesAtOnceUntilItAnswersAgain() {
        test.goAway();

        var failure = catchThrowableOfType(DatabaseException.class, this::count);
        assertThat(failure).hasMessage("The database is not available: it is away");
        assertThat(failure.isRetryable()).isTrue();

        test.comeBack();
        assertThatThrownBy(this::count).as("nobody has asked it").isInstanceOf(DatabaseException.class);

        database.ping();
        assertThat(count()).isZero();
    }

    @Test
    void fullDiskRefusesWorkThatMayWriteAndNothingElse() {
        test.fill();

        var failure = catchThrowableOfType(
                DatabaseException.class, () -> database.transaction(connection -> insert(connection, 1)));
        assertThat(failure).hasMessageStartingWith("the disk is full");
        assertThat(failure.isRetryable()).isTrue();
        assertThat(database.isWritable()).isFalse();
        assertThat(database.<Boolean>query(Connection::isReadOnly)).isFalse();

        test.free();
        assertThat(database.<Integer>transaction(connection -> insert(connection, 1)))
                .isEqualTo(1);
        assertThat(database.isWritable()).isTrue();
    }

    @Test
    void pingOfADatabaseThatIsAwayFails() {
        test.goAway();

        assertThatThrownBy(database::ping).isInstanceOf(DatabaseException.class).hasMessage("it is away");
    }

    @Test
    void queryNeedsNoTransactionAndFailsAsOneDoes() {
        assertThat(database.<Boolean>query(Connection::getAutoCommit)).isTrue();
        assertThatThrownBy(() -> database.query(connection -> connection.prepareStatement("no SQL")))
                .isInstanceOf(DatabaseException.class);

        test.goAway();

        assertThatThrownBy(() -> database.query(Connection::getAutoCommit))
                .hasMessage("The database is not available: it is away");
    }

    /// An interrupted thread would close the file: then nobody could read or write it any more.
    @Test
    void interruptOfWhoWaitsDoesNotCloseTheFile(@TempDir Path directory) throws SQLException {
        try (var file = TestDatabase.inFile(directory.resolve("apart"))) {
            file.execute("CREATE TABLE numbers (n INT PRIMARY KEY)");

            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> file.database().transactionApart(DatabaseTest::insertDurably))
                    .isInstanceOf(InterruptedException.class);

            await().until(() -> file.execute("UPDATE numbers SET n = 2") == 1);
        }
    }

    @Test
    void workApartReturnsAndThrowsAsInATransaction() throws InterruptedException {
        assertThat(database.<Integer>transactionApart(connection -> insert(connection, 1)))
                .isEqualTo(1);
        assertThatThrownBy(() -> database.transactionApart(connection -> insert(connection, 1)))
                .isInstanceOf(DatabaseException.class);

        assertThat(count()).isEqualTo(1);
    }

    private static int insertDurably(Connection connection) throws SQLException {
        int inserted = insert(connection, 1);
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
        return inserted;
    }

    private int count() {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT COUNT(*) FROM numbers")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private static int insert(Connection connection, int number) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO numbers VALUES (?)")) {
            statement.setInt(1, number);
            return statement.executeUpdate();
        }
    }
}
