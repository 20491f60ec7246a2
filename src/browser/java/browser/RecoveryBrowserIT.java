package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.LibertyServer;
import it.fault.Fault;
import it.fault.FaultyProxy;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How the page recovers from every fault of its connection without a reload.
class RecoveryBrowserIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static LibertyServer server;

    private FaultyProxy proxy;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "10",
                "STREAM_HEARTBEAT", "PT2S",
                "STREAM_RETRY", "PT0.5S",
                // Even a page that comes back late gets every change, so that the test can see a loss.
                "STREAM_LAG", "PT10M",
                "STREAM_BURST", "1000000",
                "STREAM_BACKLOG", "1000000"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void openTheProxy() {
        proxy = new FaultyProxy(server.uri());
    }

    @AfterEach
    void closeTheProxy() {
        proxy.close();
    }

    @Test
    void cutsInMidEventAreResumedWithoutLossOrDouble() {
        RecoveryRecorder visit = visit();
        // The next bytes are gzip; a tick has more than 200.
        var random = new Random(3);

        for (int cut = 0; cut < 3; cut++) {
            var fault = new Fault.Cut("", random.nextInt(1, 200));
            proxy.lines().forEach(line -> line.suffer(fault));
            visit.dashboard().awaitStatus("Reconnecting", "Live");
        }

        visit.assertWhole(server);
        assertThat(visit.opened())
                .as(
                        "each from where it was; a try that takes an idle line which is to be cut too is followed by another")
                .hasSizeGreaterThan(3)
                .filteredOn(url -> !url.contains("lastEventId="))
                .hasSize(1);
    }

    @Test
    void aLineThatIsDeadAndDoesNotSaySoIsGivenUpAndAnotherOneOpened() {
        RecoveryRecorder visit = visit();

        proxy.suffer(new Fault.Stall());

        visit.dashboard().awaitStatus("Stale", "Reconnecting");
        proxy.suffer(new Fault.None());
        visit.dashboard().awaitStatus("Live");
        visit.assertWhole(server);
        assertThat(visit.opened()).hasSizeGreaterThan(1).last().asString().contains("lastEventId=");
    }

    @Test
    void aStallTooShortToGiveUpIsMadeUpForOnTheSameLine() {
        RecoveryRecorder visit = visit();

        proxy.lines().forEach(line -> line.suffer(new Fault.Stall()));
        visit.dashboard().awaitStatus("Stale");
        proxy.lines().forEach(line -> line.suffer(new Fault.None()));

        visit.dashboard().awaitStatus("Live");
        visit.assertWhole(server);
    }

    static Fault[] answersThatChromiumGivesUpOn() {
        return new Fault[] {
            Fault.Answer.unavailable(), Fault.Answer.unavailableFor(Duration.ofSeconds(1)), Fault.Answer.page()
        };
    }

    @ParameterizedTest
    @MethodSource("answersThatChromiumGivesUpOn")
    void afterAnAnswerThatIsNoStreamThePageTriesAgainFromWhereItWas(Fault answer) {
        RecoveryRecorder visit = visit();

        proxy.suffer(answer);

        visit.dashboard().awaitStatus("Reconnecting");
        await("a second try of the page's own")
                .atMost(Chromium.PATIENCE)
                .untilAsserted(() -> assertThat(visit.opened()).hasSizeGreaterThan(1));
        proxy.suffer(new Fault.None());
        visit.dashboard().awaitStatus("Live");
        visit.assertWhole(server);
        assertThat(visit.opened()).last().asString().contains("lastEventId=");
    }

    @Test
    void whoIsRefusedForAWhileComesBackWhenTheDoorIsOpen() {
        RecoveryRecorder visit = visit();

        proxy.suffer(new Fault.Refuse());

        visit.dashboard().awaitStatus("Reconnecting");
        proxy.suffer(new Fault.None());
        visit.dashboard().awaitStatus("Live");
        visit.assertWhole(server);
    }

    @Test
    void aSlowLineIsALiveOne() {
        proxy.suffer(new Fault.Delay(Duration.ofMillis(300)));

        RecoveryRecorder visit = visit();

        visit.assertWhole(server);
    }

    private RecoveryRecorder visit() {
        return RecoveryRecorder.open(CHROMIUM.page(), proxy.uri());
    }
}
