package it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.sse.InboundSseEvent;
import jakarta.ws.rs.sse.SseEventSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What the platform's own `SseEventSource` does where the client needs something else: the reasons for its
/// supervision. A test that fails after an upgrade says which of them has gone.
class PlatformSourceTest {

    private static final boolean JERSEY =
            System.getProperty("jax-rs", "resteasy").equals("jersey");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ScriptedStream.Script QUOTE = visitor -> {
        visitor.say(SseFrames.quote("AAPL", 1));
        visitor.stay();
    };

    @AutoClose
    private final Client client = ClientBuilder.newClient();

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();

    @Test
    void diesOfARefusedReconnect() throws IOException {
        var server = new ScriptedStream(visitor -> visitor.say(SseFrames.quote("AAPL", 1)));
        try (var source = open(server)) {
            await().atMost(PATIENCE).until(() -> !events.isEmpty());
            server.close();

            await().atMost(PATIENCE).until(() -> !source.isOpen());
        }
    }

    @Test
    void tellsNobodyOfACutAndComesBack() throws IOException {
        try (var server = new ScriptedStream(visitor -> visitor.say(SseFrames.quote("AAPL", 1)), QUOTE);
                var source = open(server)) {
            await().atMost(PATIENCE).until(() -> events.size() == 2);

            assertThat(faults).isEmpty();
            assertThat(source.isOpen()).isTrue();
        }
    }

    @Test
    void comesBackAfterRetryAfter() throws IOException {
        try (var server = new ScriptedStream(
                        visitor -> visitor.answer("HTTP/1.1 503 Service Unavailable\nRetry-After: 1", ""), QUOTE);
                var _ = open(server)) {
            await().atMost(PATIENCE).until(() -> events.size() == 1);
        }
    }

    @Test
    void withoutRetryAfterOneDiesAndTheOtherComesBack() throws IOException {
        try (var server = new ScriptedStream(visitor -> visitor.answer("HTTP/1.1 503 Service Unavailable", ""), QUOTE);
                var source = open(server)) {
            await().atMost(PATIENCE).until(() -> JERSEY ? events.size() == 1 : !source.isOpen());
        }
    }

    @Test
    void diesOfAPageInPlaceOfAStream() throws IOException {
        try (var server = new ScriptedStream(
                        visitor -> visitor.answer("HTTP/1.1 200 OK\nContent-Type: text/html", "<title>Hi</title>"),
                        QUOTE);
                var source = open(server)) {
            await().atMost(PATIENCE).until(() -> !source.isOpen());
        }
    }

    @Test
    void oneTakesHalfAnEventForAWholeOne() throws IOException {
        String half = SseFrames.quote("AAPL", 2).substring(0, 100);
        try (var server = new ScriptedStream(
                        visitor -> {
                            visitor.say(SseFrames.quote("AAPL", 1) + half);
                            visitor.end();
                        },
                        QUOTE);
                var _ = open(server)) {
            await().atMost(PATIENCE).until(() -> server.requests().size() == 2 && events.size() >= 2);

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
