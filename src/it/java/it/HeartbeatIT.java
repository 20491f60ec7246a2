package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a subscriber receives from a market in which nothing happens: two trades, and then silence.
class HeartbeatIT {

    private static final Duration HEARTBEAT = Duration.ofMillis(500);

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("QUIET.csv");
        Files.writeString(file, "1385337600,800.01,0.1\n1385337600,800.05,0.2\n");
        server = LibertyServer.start(Map.of(
                "FEED_SOURCE", "replay", "REPLAY_FILE", file.toString(), "STREAM_HEARTBEAT", HEARTBEAT.toString()));
        await().until(() -> Http.answers(200, server.uri("api/quotes/QUIET")));
        // The end of a recording is its last change.
        await().until(() -> Http.get(server.uri("api/quotes/QUIET")).body().contains("\"closed\""));
    }

    @Test
    void silenceIsFilledWithHeartbeats() {
        JsonObject hello;
        List<Event> events;
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote"))) {
            hello = stream.next("hello").json();
            events = stream.next(4);
        }

        assertThat(Duration.parse(hello.getString("heartbeat"))).isEqualTo(HEARTBEAT);
        assertThat(events).extracting(Event::name).containsExactly("quote", "heartbeat", "heartbeat", "heartbeat");
        Instant first = Instant.parse(events.get(1).json().getString("time"));
        Instant third = Instant.parse(events.get(3).json().getString("time"));
        assertThat(Duration.between(first, third)).isGreaterThan(HEARTBEAT);
    }

    @Test
    void heartbeatSaysHowFarTheSubscriberHasRead() {
        JsonObject hello;
        Event heartbeat;
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade"))) {
            hello = stream.next("hello").json();
            heartbeat = stream.next();
        }

        assertThat(heartbeat.name()).isEqualTo("heartbeat");
        assertThat(heartbeat.json().getInt("offset")).isEqualTo(hello.getInt("offset"));
        assertThat(heartbeat.id()).hasValue("%s-%s".formatted(hello.getString("epoch"), hello.getInt("offset")));
    }

    @Test
    void readerComesBackWithTheIdOfAHeartbeat() {
        String id;
        try (var stream = EventStream.open(server.uri("api/stream"))) {
            id = stream.next("heartbeat").id().orElseThrow();
        }

        try (var stream = EventStream.open(server.uri("api/stream"), "Last-Event-ID", id)) {
            assertThat(stream.next("hello").json().getString("resume")).isEqualTo("resumed");
            assertThat(stream.next().name()).as("no second snapshot").isEqualTo("heartbeat");
        }
    }

    @Test
    void thoseWhoLeaveInSilenceAreNoticed() throws InterruptedException {
        try (var crowd = Crowd.of(20, server.uri("api/stream"))) {
            assertThat(server.subscribers())
                    .isGreaterThanOrEqualTo(crowd.streams().size());
        }

        var watch = Stopwatch.start();
        await().until(() -> server.subscribers() == 0);
        watch.print("20 who left in silence were noticed, at a heartbeat of " + HEARTBEAT);
    }
}
