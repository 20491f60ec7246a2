package it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A new subscriber gets a hello, a snapshot, and then every change.
class StreamStartIT {

    private final URI root = LivelyServer.uri();

    @BeforeEach
    void awaitTheMarket() {
        Quotes.awaitOneOfEach(root);
    }

    @Test
    void headersForbidKeepingAndHoldingBack() {
        URI stream = root.resolve("api/stream");

        try (var opened = EventStream.open(stream)) {
            assertThat(opened.connection().status()).isEqualTo(200);
            assertThat(opened.connection().header("Content-Type")).hasValue("text/event-stream");
            assertThat(opened.connection().header("Cache-Control")).hasValue("no-store, no-transform");
            assertThat(opened.connection().header("X-Accel-Buffering")).hasValue("no");
            assertThat(opened.connection().header("Content-Encoding")).hasValue("identity");
        }
    }

    @Test
    void helloComesFirstAndSaysWhereTheTapeIs() {
        Instant before = Instant.now();

        Event hello;
        Event next;
        var watch = Stopwatch.start();
        try (var stream = EventStream.open(root.resolve("api/stream"))) {
            hello = stream.next();
            watch.print("hello");
            next = stream.next();
        }

        assertThat(hello.name()).isEqualTo("hello");
        assertThat(hello.id())
                .as("a cut right after it must not skip the snapshot")
                .isEmpty();
        assertThat(hello.retry().orElseThrow()).isBetween(1500L, 4500L);
        JsonObject data = hello.json();
        assertThat(next.id().orElseThrow()).startsWith(data.getString("epoch") + "-");
        assertThat(next.offset())
                .isLessThanOrEqualTo(data.getJsonNumber("offset").longValueExact());
        assertThat(Instant.parse(data.getString("time"))).isBetween(before.minusSeconds(1), Instant.now());
        assertThat(Duration.parse(data.getString("heartbeat"))).isEqualTo(Duration.ofSeconds(15));
        assertThat(data.getString("version")).isEqualTo(System.getProperty("tickertape.version"));
        assertThat(data.getString("resume")).isEqualTo("snapshot");
    }

    @Test
    void helloAnnouncesTheTopicsOfTheTape() {
        JsonArray topics;
        try (var stream = EventStream.open(root.resolve("api/stream?topic=status"))) {
            topics = stream.next("hello").json().getJsonArray("topics");
        }

        assertThat(topics.getValuesAs(JsonObject.class))
                .extracting(topic -> topic.getString("name"))
                .isSorted()
                .contains("quote", "status", "trade");
        assertThat(topics).contains(Instruments.object("""
                        {"audience": "all", "key": "symbol", "kind": "latest", "name": "quote", "standard": true}
                        """), Instruments.object("""
                        {"audience": "all", "kind": "latest", "name": "status", "standard": true}
                        """));
    }

    @Test
    void snapshotHoldsExactlyWhatWasAskedFor() {
        Set<String> wanted = Set.copyOf(Instruments.of(root).symbols().subList(1, 3));
        URI stream = root.resolve("api/stream?topic=quote&symbol=" + String.join(",", wanted));

        long end;
        List<Event> events;
        try (var opened = EventStream.open(stream)) {
            end = opened.next("hello").json().getInt("offset");
            events = opened.next(20);
        }

        assertThat(events.stream().filter(event -> event.offset() <= end))
                .extracting(Event::symbol)
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(events).allSatisfy(event -> assertThat(wanted).contains(event.symbol()));
    }

    @Test
    void offsetsRiseAndNoChangeIsMissing() {
        List<Event> events;
        try (var stream = EventStream.open(root.resolve("api/stream?topic=quote"))) {
            stream.next("hello");
            events = stream.next(150);
        }

        assertThat(events).extracting(Event::offset).isSorted().doesNotHaveDuplicates();
        Quotes.assertNoChangeIsMissing(events);
    }
}
