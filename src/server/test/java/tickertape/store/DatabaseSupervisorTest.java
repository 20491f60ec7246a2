package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    void fullDiskIsNoticedWithoutAnybodyWritingAndItsEndToo() {
        try (var supervisor = supervisor()) {
            supervisor.begin();
            test.fill();
            supervise(supervisor);
            assertThat(test.database().isWritable()).isFalse();
            assertThat(test.database().available()).isTrue();

            test.free();
            supervise(supervisor);
            assertThat(test.database().isWritable()).isTrue();
        }
    }

    @Test
    void databaseThatHasClosedItsFileIsLeftAloneWhileItsDiskIsFull() {
        try (var supervisor = supervisor()) {
            supervisor.begin();
            test.fill();
            test.availability().failed("it could not write");
            supervise(supervisor);
            assertThat(test.availability().state().reason()).startsWith("the disk is full");

            test.free();
            supervise(supervisor);
            assertThat(test.database().isWritable()).isTrue();
        }
    }

    @Test
    void nothingIsMadeOnAFullDisk() {
        test.fill();
        try (var supervisor = supervisor()) {
            supervisor.begin();
            assertThat(test.database().available()).isFalse();

            test.free();
            supervise(supervisor);
            assertThat(test.execute("INSERT INTO bars VALUES (1)")).isEqualTo(1);
        }
    }

    @Test
    void databaseThatFailsWheneverItIsUsedIsAskedEverMoreSeldom() {
        try (var supervisor = supervisor()) {
            supervisor.begin();
            List<Integer> seconds = new ArrayList<>();
            for (int failure = 0; failure < 9; failure++) {
                test.availability().failed("it could not write");
                int waited = 0;
                while (!test.database().available()) {
                    test.time().pass(Duration.ofSeconds(1));
                    supervisor.supervise();
                    waited++;
                }
                seconds.add(waited);
            }
            assertThat(seconds).containsExactly(1, 1, 2, 4, 8, 16, 32, 64, 64);

            assertThat(availability.lines())
                    .as("two of nine failures, and one line a minute")
                    .hasSizeBetween(6, 8);
        }
    }

    @Test
    void databaseThatHasStayedBackForAWhileIsAskedAtOnceWhenItFails() {
        try (var supervisor = supervisor()) {
            supervisor.begin();
            for (int failure = 0; failure < 9; failure++) {
                test.availability().failed("it could not write");
                test.time().pass(Duration.ofSeconds(64));
                supervisor.supervise();
            }

            test.time().pass(Duration.ofMinutes(2));
            test.availability().failed("it was away");
            test.time().pass(Duration.ofSeconds(1));
            supervisor.supervise();

            assertThat(test.database().available()).isTrue();
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
