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
import tickertape.client.connection.Setback;
import tickertape.market.Quote;

/// Whatever ends a connection, or keeps one from coming about: the client says what it was, and comes back.
class ComingBackTest {

    private static final Duration CAP = Duration.ofMillis(200);

    private final Heard heard = new Heard();

    @Test
    void runsOnTheImplementationThatTheBuildSays() {
        String builder = ClientBuilder.newBuilder().getClass().getName();

        assertThat(builder).contains(System.getProperty("jax-rs", "resteasy"));
    }

    @Test
    void serverThatIsDownAtTheStartIsFoundWhenItComes() throws IOException {
        int port = FreePorts.find().http();

        try (var _ =
                heard.tape(URI.create("http://127.0.0.1:%d/".formatted(port))).open()) {
            Offline first = heard.offline();
            Offline second = heard.offline();
            try (var _ = new ScriptedStream(port, visitor -> {
                visitor.say(Frames.hello("snapshot") + Frames.quote("AAPL", 7));
                visitor.stay();
            })) {
                assertThat(heard.connected().continuity()).isEqualTo(Continuity.SNAPSHOT);
                assertThat(heard.next(Quote.class).seq()).isEqualTo(7);
            }
            assertThat(Stream.of(first, second)).allSatisfy(offline -> {
                assertThat(offline.setback()).isEqualTo(Setback.UNREACHABLE);
                assertThat(offline.detail()).contains("refused");
                assertThat(offline.retryIn()).isLessThanOrEqualTo(CAP);
            });
        }
    }

    @Test
    void refusedReconnectsAreMadeAgainAndThePositionIsKept() throws IOException {
        var first = new ScriptedStream(visitor -> visitor.say(Frames.hello("snapshot") + Frames.quote("AAPL", 7)));

        try (var _ = heard.tape(first.uri()).open()) {
            heard.next(Quote.class);
            first.close();
            Offline offline = heard.offline();
            while (offline.setback() != Setback.UNREACHABLE) {
                offline = heard.offline();
            }
            heard.offline();
            try (var second = new ScriptedStream(first.uri().getPort(), visitor -> {
                visitor.say(Frames.hello("resumed") + Frames.quote("AAPL", 8));
                visitor.stay();
            })) {
                assertThat(heard.connected().continuity()).isEqualTo(Continuity.RESUMED);
                assertThat(heard.next(Quote.class).seq()).isEqualTo(8);
                assertThat(second.requests()).singleElement().asString().containsIgnoringCase("Last-Event-ID: one-7");
            }
        }
    }

    @Test
    void goodbyeIsWaitedForAsLongAsItAsks() throws IOException {
        Offline offline = after(visitor -> {
            visitor.say("retry: 1\n" + Frames.hello("snapshot") + Frames.quote("AAPL", 7)
                    + Frames.goodbye("shutdown", 150));
            visitor.end();
        });

        assertThat(offline).isEqualTo(new Offline(Setback.GOODBYE, "shutdown", Duration.ofMillis(150)));
    }

    @Test
    void refusedStreamIsAskedForLaterEachTime() throws IOException {
        ScriptedStream.Scene full = visitor -> {
            visitor.say(Frames.goodbye("limit", 50));
            visitor.end();
        };

        assertThat(after(full, full)).satisfies(offline -> {
            assertThat(offline.setback()).isEqualTo(Setback.LIMIT);
            assertThat(offline.retryIn())
                    .isBetween(Duration.ofMillis(50), Duration.ofMillis(50).plus(CAP));
        });
    }

    @Test
    void unavailableServerIsGivenTheTimeItAsksFor() throws IOException {
        Offline offline = after(visitor -> visitor.answer("HTTP/1.1 503 Service Unavailable\nRetry-After: 1", ""));

        assertThat(offline.setback()).isEqualTo(Setback.UNAVAILABLE);
        assertThat(offline.retryIn())
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(1).plus(CAP));
    }

    @Test
    void unavailableServerThatAsksForNoTimeIsAskedAgain() throws IOException {
        Offline offline = after(visitor -> visitor.answer("HTTP/1.1 503 Service Unavailable", "Overloaded"));

        assertThat(offline.setback()).isEqualTo(Setback.UNAVAILABLE);
        assertThat(offline.retryIn()).isLessThanOrEqualTo(CAP);
    }

    @Test
    void pageInPlaceOfAStreamIsNotTakenForOne() throws IOException {
        Offline offline = after(visitor ->
                visitor.answer("HTTP/1.1 200 OK\nContent-Type: text/html", "<!doctype html><title>Welcome</title>"));

        assertThat(offline.setback()).isEqualTo(Setback.NO_STREAM);
        assertThat(offline.detail()).contains("text/html");
    }

    @Test
    void rejectionTellsWhatTheServerSays() throws IOException {
        Offline offline = after(visitor -> visitor.answer(
                "HTTP/1.1 400 Bad Request\nContent-Type: application/problem+json", "{\"detail\":\"no symbol 'X'\"}"));

        assertThat(offline.setback()).isEqualTo(Setback.REJECTED);
        assertThat(offline.detail()).contains("400", "no symbol 'X'");
    }

    @Test
    void connectionWithoutAnswerIsGivenUp() throws IOException {
        assertThat(after(Duration.ofMillis(300), Visitor::stay).setback()).isEqualTo(Setback.SILENT);
    }

    @Test
    void missingHeartbeatsEndAConnectionThatIsDeadAndDoesNotSaySo() throws IOException {
        Offline offline = after(Duration.ofMillis(500), visitor -> {
            visitor.say(Frames.hello("one", "snapshot", "PT0.05S") + Frames.quote("AAPL", 7));
            visitor.stay();
        });

        assertThat(offline.setback()).isEqualTo(Setback.SILENT);
    }

    /// How the last of these scenes ended, after which the client has come back and gets a quote.
    private Offline after(ScriptedStream.Scene... scenes) throws IOException {
        return after(Duration.ofMinutes(1), scenes);
    }

    private Offline after(Duration patience, ScriptedStream.Scene... scenes) throws IOException {
        ScriptedStream.Scene[] all = Stream.concat(Stream.of(scenes), Stream.of((ScriptedStream.Scene) visitor -> {
                    visitor.say(Frames.hello("resumed") + Frames.quote("AAPL", 9));
                    visitor.stay();
                }))
                .toArray(ScriptedStream.Scene[]::new);
        try (var server = new ScriptedStream(all);
                var _ = heard.tape(server.uri()).patience(patience).open()) {
            Offline offline = heard.offline();
            for (int i = 1; i < scenes.length; i++) {
                offline = heard.offline();
            }
            for (Quote quote = heard.next(Quote.class); quote.seq() != 9; quote = heard.next(Quote.class)) {
                // Those before are of the scenes that went wrong.
            }
            return offline;
        }
    }
}
