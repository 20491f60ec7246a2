package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickertape.testing.LogRecords;

/// A database is prepared at the start or later, and asked whether it answers.
class DatabaseSupervisorTest {

    @TempDir
    private Path folder;

    @AutoClose
    private final TestDatabase test = TestDatabase.untouched();

    @AutoClose
    private final LogRecords log = new LogRecords(DatabaseSupervisor.class);

    @AutoClose
    private final LogRecords availability = new LogRecords(Availability.class);

    private MigrationFiles files;

    @BeforeEach
    void lay() {
        log.listen();
        availability.listen();
        files = new MigrationFiles(folder).with("bars", "CREATE TABLE bars (n INT)");
    }

    @Test
    void databaseThatAnswersIsPreparedAtOnce() {
        try (var supervisor = supervisor()) {
            supervisor.begin();

            assertThat(test.database().available()).isTrue();
            assertThat(test.execute("INSERT INTO bars VALUES (1)")).isEqualTo(1);
        }
    }

    @Test
    void databaseThatIsAwayAtTheStartIsPreparedWhenItIsThere() {
        test.goAway();
        try (var supervisor = supervisor()) {
            supervisor.begin();
            assertThat(test.database().available()).isFalse();

            test.comeBack();
            supervise(supervisor);

            assertThat(test.database().available()).isTrue();
            assertThat(test.execute("INSERT INTO bars VALUES (1)")).isEqualTo(1);
        }
    }

    @Test
    void outageIsNoticedWithoutAnybodyElseAskingAndItsEndToo() {
        try (var supervisor = supervisor()) {
            supervisor.begin();
            test.goAway();
            supervise(supervisor);
            assertThat(test.database().available()).isFalse();

            test.comeBack();
            supervise(supervisor);
            assertThat(test.database().available()).isTrue();
        }
    }

    @Test
    void databaseIsNotAskedMoreOftenThanNeeded() {
        try (var supervisor = supervisor()) {
            supervisor.begin();
            test.goAway();
            test.availability().answered();

            test.time().pass(Duration.ofSeconds(4));
            supervisor.supervise();
            assertThat(test.database().available()).as("not asked").isTrue();

            test.time().pass(Duration.ofSeconds(1));
            supervisor.supervise();
            assertThat(test.database().available()).isFalse();
        }
    }

    @Test
    void tablesThatAreNotOursStopTheStart() {
        files.write("bars", "common", "V2__step.sql", "no SQL");
        try (var supervisor = supervisor()) {
            assertThatThrownBy(supervisor::begin).isInstanceOf(SchemaException.class);
        }
    }

    @Test
    void tablesThatTurnOutNotToBeOursLaterStopNothing() {
        files.write("bars", "common", "V2__step.sql", "no SQL");
        test.goAway();
        try (var supervisor = supervisor()) {
            supervisor.begin();
            test.comeBack();

            supervise(supervisor);
            supervise(supervisor);

            assertThat(test.database().available()).isFalse();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("The database is not used until the next start: the tables of bars can't be migrated");
        }
    }

    private DatabaseSupervisor supervisor() {
        return test.supervisor(test.migrator(files.loader()), "bars");
    }

    private void supervise(DatabaseSupervisor supervisor) {
        test.time().pass(Duration.ofSeconds(6));
        supervisor.supervise();
    }
}
