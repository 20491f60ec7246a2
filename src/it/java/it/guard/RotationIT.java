package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Crowd;
import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.Quotes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Streams that are asked to come back when they have grown old, so that a load balancer can place them anew.
class RotationIT {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "STREAM_ROTATION", "PT2S",
                "SIMULATOR_INSTRUMENTS", "10",
                "SIMULATOR_PACE", "steady",
                "TICKER_INTERVAL", "PT0.1S",
                // On a busy machine a reader may be late; here it shall have every change even so.
                "STREAM_LAG", "PT10M",
                "STREAM_BURST", "1000000",
                "STREAM_BACKLOG", "1000000"));
        Quotes.awaitOneOfEach(server.uri());
    }

    @Test
    void everyStreamIsToldAndEndsAtItsOwnTime() throws InterruptedException {
        List<Instant> ends = new ArrayList<>();
        List<Integer> retries = new ArrayList<>();

        try (var crowd = Crowd.of(20, server.uri("api/stream"))) {
            for (EventStream stream : crowd.streams()) {
                List<Event> events = stream.rest();
                Event goodbye = events.removeLast();
                assertThat(goodbye.json().getString("reason", "none")).isEqualTo("rotation");
                assertThat(stream.end()).hasValue(EventStream.End.CLEAN);
                ends.add(Instant.parse(events.getLast().json().getString("time")));
                retries.add(goodbye.json().getInt("retry"));
            }
        }

        ends.sort(null);
        // They live one to three seconds.
        assertThat(ends.getFirst()).isBefore(ends.getLast().minusMillis(200));
        assertThat(retries.stream().distinct().count()).isGreaterThan(10);
    }

    @Test
    void whoComesBackHasMissedNothing() {
        URI uri = server.uri("api/stream");
        List<Event> quotes = new ArrayList<>();
        List<String> verdicts = new ArrayList<>();
        String last = "none";

        for (int life = 0; life < 4; life++) {
            try (var stream = EventStream.open(uri, "Last-Event-ID", last)) {
                verdicts.add(stream.next("hello").json().getString("resume"));
                List<Event> events = stream.rest();
                assertThat(events.removeLast().name()).isEqualTo("goodbye");
                last = events.isEmpty() ? last : events.getLast().id().orElseThrow();
                events.stream().filter(event -> event.is("quote")).forEach(quotes::add);
            }
        }

        assertThat(verdicts).containsExactly("snapshot", "resumed", "resumed", "resumed");
        Quotes.assertNoChangeIsMissing(quotes);
        assertThat(quotes).as("more than the snapshot").hasSizeGreaterThan(10);
    }
}
