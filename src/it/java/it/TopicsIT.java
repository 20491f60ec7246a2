package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A subscriber gets the topics and symbols that it names, and nothing else from the tape.
class TopicsIT {

    private final URI root = LivelyServer.uri();

    @Test
    void topicTradeGivesTradesOnly() {
        List<Event> events;
        try (var stream = EventStream.open(root.resolve("api/stream?topic=trade"))) {
            stream.next("hello");
            events = stream.next(30);
        }

        assertThat(events).extracting(Event::name).containsOnly("trade");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.json()).containsOnlyKeys("symbol", "price", "size", "time"));
    }

    @Test
    void listsMayBeSeparatedByCommasOrRepeated() {
        List<String> symbols = Instruments.of(root).symbols();
        String query = "?topic=trade&topic=quote&symbol=%s,%s&symbol=%s"
                .formatted(symbols.get(0), symbols.get(1), symbols.get(2));

        List<Event> events;
        try (var stream = EventStream.open(root.resolve("api/stream" + query))) {
            stream.next("hello");
            events = stream.next(200);
        }

        assertThat(events).extracting(Event::name).containsOnly("trade", "quote");
        assertThat(events.stream().map(Event::symbol).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(symbols.subList(0, 3));
    }

    @Test
    void withoutTopicThereAreNoTrades() {
        List<Event> events;
        try (var stream = EventStream.open(root.resolve("api/stream"))) {
            stream.next("hello");
            events = stream.next(100);
        }

        assertThat(events).extracting(Event::name).contains("quote", "status").doesNotContain("trade");
    }
}
