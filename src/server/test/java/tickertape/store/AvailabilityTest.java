package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;

/// What the log and the state say of an outage.
class AvailabilityTest {

    private final FakeTime time = new FakeTime();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final Availability availability =
            new Availability(time, time::nanoTime, new DiskSpace("/data/bars", left::get));

    @AutoClose
    private final LogRecords log = new LogRecords(Availability.class);

    @BeforeEach
    void listen() {
        log.listen();
    }

    @Test
    void answerIsNotEnoughBeforeTheTablesArePrepared() {
        availability.answered();

        assertThat(availability.state().available()).isFalse();

        availability.prepared();

        assertThat(availability.state().available()).isTrue();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void outageIsLoggedOnceWhenItBeginsAndOnceWhenItEnds() {
        availability.prepared();

        availability.failed("refused");
        time.pass(Duration.ofSeconds(3));
        availability.failed("refused");
        availability.answered();
        availability.answered();

        assertThat(log.lines())
                .containsExactly(
                        "The database is not available, and quotes go on without it: refused",
                        "The database answers again, after PT3S");
        assertThat(log.levels()).containsExactly(Level.WARNING, Level.INFO);
    }

    @Test
    void databaseThatComesBackForSecondsIsNotInTheLogEachTime() {
        availability.prepared();
        for (int outage = 0; outage < 20; outage++) {
            availability.failed("can't write");
            time.pass(Duration.ofSeconds(1));
            availability.answered();
            assertThat(availability.state().available())
                    .as("it is used meanwhile")
                    .isTrue();
            time.pass(Duration.ofSeconds(2));
        }
        time.pass(Duration.ofMinutes(2));
        availability.update();

        assertThat(log.lines())
                .containsExactly(
                        "The database is not available, and quotes go on without it: can't write",
                        "The database answers again, after PT1S",
                        "The database is not available, and quotes go on without it: can't write",
                        "The database answers again, after PT1S",
                        "The database is not available, and quotes go on without it, 3 times in PT6S: can't write",
                        "The database answers again, and has for PT2M: it failed 20 times in PT58S");
    }

    @Test
    void stateTellsSinceWhenAndTheLatestReason() {
        availability.prepared();
        time.pass(Duration.ofSeconds(5));
        var gone = time.instant();

        availability.failed("refused");
        time.pass(Duration.ofSeconds(5));
        availability.failed("starting up");

        assertThat(availability.state()).isEqualTo(new Availability.State(false, gone, "starting up"));
    }

    @Test
    void fullDiskIsLoggedOnceUntilThereIsMoreRoomThanWasMissing() {
        availability.prepared();
        availability.requireRoom();

        left.set(DiskSpace.LEAST - 1);
        availability.lookForRoom();
        time.pass(Duration.ofSeconds(60));
        left.set(DiskSpace.ENOUGH - 1);
        assertThatThrownBy(availability::requireRoom)
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        full -> assertThat(full.isRetryable()).isTrue())
                .hasMessage("the disk is full, 31 MB are left for /data/bars and 32 are needed");
        assertThat(availability.isWritable()).isFalse();
        assertThat(availability.state().available()).as("it can be read").isTrue();
        assertThat(availability.reason()).startsWith("the disk is full");

        left.set(DiskSpace.ENOUGH);
        availability.requireRoom();
        left.set(DiskSpace.LEAST);
        availability.requireRoom();

        assertThat(availability.isWritable()).isTrue();
        assertThat(log.lines())
                .containsExactly(
                        "Nothing is written to the database, and quotes go on without it: the disk is full, 15 MB are"
                                + " left for /data/bars and 32 are needed",
                        "The database is written again, after PT1M");
    }

    @Test
    void databaseThatWasNeverThereIsLoggedToo() {
        availability.failed("refused");
        time.pass(Duration.ofSeconds(60));
        availability.prepared();

        assertThat(log.lines()).hasSize(2).last().asString().endsWith("after PT1M");
    }
}
