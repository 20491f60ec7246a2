package tickertape.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;

/// How few lines tell of something that fails, once or again and again.
class OutageLogTest {

    private final FakeTime time = new FakeTime();
    private final OutageLog outages =
            new OutageLog(System.getLogger(OutageLogTest.class.getName()), time::nanoTime, "It is away", "It is back");

    @AutoClose
    private final LogRecords log = new LogRecords(OutageLogTest.class);

    @BeforeEach
    void listen() {
        log.listen();
    }

    @Test
    void successThatFollowsNoFailureIsNotWorthALine() {
        outages.succeeded();

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void endIsSaidAtOnceTheFirstTime() {
        outages.failed("refused {0}, it's off");
        pass(60);
        outages.failed("refused");
        outages.succeeded();

        assertThat(log.lines()).containsExactly("It is away: refused {0}, it's off", "It is back, after PT1M");
        assertThat(log.levels()).containsExactly(Level.WARNING, Level.INFO);
    }

    @Test
    void failureLongAfterTheLastIsOneLikeTheFirst() {
        failFor(60);
        pass(120);
        failFor(60);

        assertThat(log.lines())
                .containsExactly(
                        "It is away: refused",
                        "It is back, after PT1M",
                        "It is away: refused",
                        "It is back, after PT1M");
        assertThat(outages.relapses()).isZero();
    }

    @Test
    void failuresThatRecurAreToldOnceAMinuteAndTheirEndWhenItLasts() {
        for (int failure = 0; failure < 50; failure++) {
            failFor(1);
            pass(4);
        }
        assertThat(outages.relapses()).isEqualTo(49);
        pass(115);
        assertThat(outages.relapses()).isEqualTo(49);
        pass(1);

        assertThat(log.lines())
                .containsExactly(
                        "It is away: refused",
                        "It is back, after PT1S",
                        "It is away: refused",
                        "It is back, after PT1S",
                        "It is away, 3 times in PT10S: refused",
                        "It is away, 15 times in PT1M10S: refused",
                        "It is away, 27 times in PT2M10S: refused",
                        "It is away, 39 times in PT3M10S: refused",
                        "It is back, and has for PT2M: it failed 50 times in PT4M6S");
        assertThat(outages.relapses()).isZero();
    }

    @Test
    void outageThatFollowsTwoOthersSoonIsOverOnlyAfterAWhile() {
        failFor(60);
        pass(119);
        failFor(30);
        assertThat(log.lines()).last().isEqualTo("It is back, after PT30S");
        pass(119);
        failFor(60);
        pass(119);
        assertThat(log.lines()).last().isEqualTo("It is away, 3 times in PT5M28S: refused");

        pass(1);
        assertThat(log.lines()).last().isEqualTo("It is back, and has for PT2M: it failed 3 times in PT6M28S");
    }

    private void failFor(int seconds) {
        outages.failed("refused");
        pass(seconds);
        outages.succeeded();
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            time.pass(Duration.ofSeconds(1));
            outages.update();
        }
    }
}
