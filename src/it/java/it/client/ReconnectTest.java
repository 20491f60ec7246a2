package it.client;

import static org.assertj.core.api.Assertions.assertThat;

import it.FreePorts;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tickertape.client.Report.Continuity;
import tickertape.client.Report.Offline;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Quote;

/// Whatever ends a connection or prevents one: the client reports the reason and reconnects.
class ReconnectTest {

    private static final Duration CAP = EventRecorder.CAP;

    private final EventRecorder heard = new EventRecorder();

    @Test
    void runsOnTheImplementationThatTheBuildChose() {
        String builder = ClientBuilder.newBuilder().getClass().getName();

        assertThat(builder).contains(System.getProperty("jax-rs", "resteasy"));
    }

    @Test
    void serverThatIsDownAtTheStartIsFoundWhenItStarts() throws IOException {
        int port = FreePorts.find().http();

        try (var _ =
                heard.tape(URI.create("http://127.0.0.1:%s/".formatted(port))).open()) {
            Offline first = heard.offline();
            Offline second = heard.offline();
            try (var _ = new ScriptedStream(port, connection -> {
                connection.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7));
                connection.stay();
            })) {
                assertThat(heard.connected().continuity()).isEqualTo(Continuity.SNAPSHOT);
                assertThat(heard.next(Quote.class).seq()).isEqualTo(7);
            }
            assertThat(Stream.of(first, second)).allSatisfy(offline -> {
                assertThat(offline.reason()).isEqualTo(OfflineReason.UNREACHABLE);
                assertThat(offline.detail()).contains("refused");
                assertThat(offline.retryIn()).isLessThanOrEqualTo(CAP);
            });
        }
    }

    @Test
    void refusedReconnectsAreRepeatedAndThePositionIsKept() throws IOException {
        var first = new ScriptedStream(
                connection -> connection.say(SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7)));

        try (var _ = heard.tape(first.uri()).open()) {
            heard.next(Quote.class);
            first.close();
            Offline offline = heard.offline();
            while (offline.reason() != OfflineReason.UNREACHABLE) {
                offline = heard.offline();
            }
            heard.offline();
            try (var second = new ScriptedStream(first.uri().getPort(), connection -> {
                connection.say(SseFrames.hello("resumed") + SseFrames.quote("AAPL", 8));
                connection.stay();
            })) {
                assertThat(heard.connected().continuity()).isEqualTo(Continuity.RESUMED);
                assertThat(heard.next(Quote.class).seq()).isEqualTo(8);
                assertThat(second.requests()).singleElement().asString().containsIgnoringCase("Last-Event-ID: one-7");
            }
        }
    }

    @Test
    void clientWaitsAsLongAsTheGoodbyeAsks() throws IOException {
        Offline offline = after(connection -> {
            connection.say("retry: 1\n" + SseFrames.hello("snapshot") + SseFrames.quote("AAPL", 7)
                    + SseFrames.goodbye("shutdown", 150));
            connection.end();
        });

        assertThat(offline).isEqualTo(new Offline(OfflineReason.GOODBYE, "shutdown", Duration.ofMillis(150)));
    }

    @Test
    void clientWaitsLongerAfterEachRefusedStream() throws IOException {
        ScriptedStream.Script full = connection -> {
            connection.say(SseFrames.goodbye("limit", 50));
            connection.end();
        };

        assertThat(after(full, full)).satisfies(offline -> {
            assertThat(offline.reason()).isEqualTo(OfflineReason.LIMIT);
            assertThat(offline.retryIn())
                    .isBetween(Duration.ofMillis(50), Duration.ofMillis(50).plus(CAP));
        });
    }

    @Test
    void connectionWithoutAnswerIsGivenUp() throws IOException {
        assertThat(after(Duration.ofMillis(300), ScriptedConnection::stay).reason())
                .isEqualTo(OfflineReason.SILENT);
    }

    @Test
    void missingHeartbeatsEndADeadConnection() throws IOException {
        Offline offline = after(Duration.ofMillis(500), connection -> {
            connection.say(SseFrames.hello("one", "snapshot", "PT0.05S") + SseFrames.quote("AAPL", 7));
            connection.stay();
        });

        assertThat(offline.reason()).isEqualTo(OfflineReason.SILENT);
    }

    private Offline after(ScriptedStream.Script... scenes) throws IOException {
        return after(Duration.ofMinutes(1), scenes);
    }

    private Offline after(Duration patience, ScriptedStream.Script... scenes) throws IOException {
        return FailureScripts.last(heard, patience, scenes);
    }
}
