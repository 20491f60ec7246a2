package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.sse.InboundSseEvent;
import jakarta.ws.rs.sse.SseEventSource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What the platform's own `SseEventSource` does where the client needs something else, which is why the client
/// reconnects by itself. A test that fails after an upgrade shows which reason is gone.
class PlatformSourceTest {

    private static final boolean JERSEY =
            System.getProperty("jax-rs", "resteasy").equals("jersey");
    private static final ScriptedStream.Script QUOTE = connection -> {
        connection.say(SseFrames.quote("AAPL", 1));
        connection.stay();
    };

    @AutoClose
    private final Client client = ClientBuilder.newClient();

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();

    @Test
    void closesAfterARefusedReconnect() throws IOException {
        var server = new ScriptedStream(connection -> connection.say(SseFrames.quote("AAPL", 1)));
        try (var source = open(server)) {
            await().until(() -> !events.isEmpty());
            server.close();

            await().until(() -> !source.isOpen());
        }
    }

    @Test
    void reconnectsAfterACutAndTellsNobody() throws IOException {
        try (var server = new ScriptedStream(connection -> connection.say(SseFrames.quote("AAPL", 1)), QUOTE);
                var source = open(server)) {
            await().until(() -> events.size() == 2);

            assertThat(faults).isEmpty();
            assertThat(source.isOpen()).isTrue();
        }
    }

    @Test
    void reconnectsAfterRetryAfter() throws IOException {
        try (var server = new ScriptedStream(
                        connection -> connection.answer("HTTP/1.1 503 Service Unavailable\nRetry-After: 1", ""),
                        QUOTE);
                var _ = open(server)) {
            await().until(() -> events.size() == 1);
        }
    }

    @Test
    void withoutRetryAfterOneClosesAndTheOtherReconnects() throws IOException {
        try (var server = new ScriptedStream(
                        connection -> connection.answer("HTTP/1.1 503 Service Unavailable", ""), QUOTE);
                var source = open(server)) {
            await().until(() -> JERSEY ? events.size() == 1 : !source.isOpen());
        }
    }

    @Test
    void closesAfterAPageInPlaceOfAStream() throws IOException {
        try (var server = new ScriptedStream(
                        connection ->
                                connection.answer("HTTP/1.1 200 OK\nContent-Type: text/html", "<title>Hi</title>"),
                        QUOTE);
                var source = open(server)) {
            await().until(() -> !source.isOpen());
        }
    }

    @Test
    void oneDeliversHalfAnEventAsAWholeOne() throws IOException {
        String half = SseFrames.quote("AAPL", 2).substring(0, 100);
        try (var server = new ScriptedStream(
                        connection -> {
                            connection.say(SseFrames.quote("AAPL", 1) + half);
                            connection.end();
                        },
                        QUOTE);
                var _ = open(server)) {
            await().until(() -> server.requests().size() == 2 && events.size() >= 2);

            assertThat(events).filteredOn(data -> !data.endsWith("}")).hasSize(JERSEY ? 1 : 0);
        }
    }

    private SseEventSource open(ScriptedStream server) {
        SseEventSource source = SseEventSource.target(client.target(server.uri()))
                .reconnectingEvery(10, TimeUnit.MILLISECONDS)
                .build();
        source.register(this::hear, faults::add);
        source.open();
        return source;
    }

    private void hear(InboundSseEvent event) {
        events.add(event.readData());
    }
}
