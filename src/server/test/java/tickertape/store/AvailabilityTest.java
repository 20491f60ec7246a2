package tickertape.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;

/// What the log and the state say of an outage.
class AvailabilityTest {

    private final FakeTime time = new FakeTime();
    private final Availability availability = new Availability(time);

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
    void databaseThatWasNeverThereIsLoggedToo() {
        availability.failed("refused");
        time.pass(Duration.ofSeconds(60));
        availability.prepared();

        assertThat(log.lines()).hasSize(2).last().asString().endsWith("after PT1M");
    }
}
