package it.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Crowd;
import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.Measures;
import it.Quotes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Streams of a certain age are asked to reconnect, so that a load balancer can distribute them again.
class RotationIT {

    @AutoClose
    private static LibertyServer server;

    private static final String STREAM = "tickertape_stream_";

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "STREAM_ROTATION", "PT2S",
                "SIMULATOR_INSTRUMENTS", "10",
                "SIMULATOR_PACE", "steady",
                "TICKER_INTERVAL", "PT0.1S",
                // On a busy machine a reader may be late; it must get every change anyway.
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
        // They last one to three seconds.
        assertThat(ends.getFirst()).isBefore(ends.getLast().minusMillis(200));
        assertThat(retries.stream().distinct().count()).isGreaterThan(10);
    }

    @Test
    void whatIsCountedIsWhatTheClientsGot() throws Exception {
        await().until(() -> server.subscribers() == 0);
        Measures before = settled();
        List<byte[]> bodies = WholeStreams.of(server.uri("api/stream"), 30);

        await().until(() -> server.subscribers() == 0);
        long events = bodies.stream()
                .flatMap(body -> new String(body, UTF_8).lines())
                .filter(line -> line.startsWith("event: "))
                .count();
        long bytes = bodies.stream().mapToLong(body -> body.length).sum();
        await().untilAsserted(() -> {
            Measures after = Measures.of(server.uri());
            assertThat(more("connects_total", before, after, "resume", "snapshot"))
                    .isEqualTo(30);
            assertThat(more("departures_total", before, after, "reason", "rotation"))
                    .isEqualTo(30);
            assertThat(more("departures_total", before, after)).isEqualTo(30);
            assertThat(more("events_total", before, after)).isEqualTo(events);
            assertThat(more("written_bytes_total", before, after)).isEqualTo(bytes);
            // Hello, snapshot and goodbye are not changes, so their waiting time is not measured.
            assertThat(more("publish_to_write_seconds_count", before, after))
                    .isEqualTo(more("frames_total", before, after) - 3 * 30 - more("heartbeats_total", before, after));
        });
    }

    @Test
    void waitsAreSortedIntoClassesThatAddUp() throws Exception {
        WholeStreams.of(server.uri("api/stream"), 5);
        await().until(() -> server.subscribers() == 0);
        Measures measures = settled();
        List<Double> classes = Stream.of(
                        "0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1.0", "2.0")
                .map(bound -> measures.sum(STREAM + "publish_to_write_seconds_bucket", "le", bound))
                .toList();

        assertThat(measures.types()).containsEntry(STREAM + "publish_to_write_seconds", "histogram");
        assertThat(classes).isSorted();
        assertThat(measures.sum(STREAM + "publish_to_write_seconds_bucket", "le", "+Inf"))
                .isEqualTo(measures.sum(STREAM + "publish_to_write_seconds_count"))
                .isPositive();
        double mean = measures.sum(STREAM + "publish_to_write_seconds_sum")
                / measures.sum(STREAM + "publish_to_write_seconds_count");
        assertThat(mean).isPositive().isLessThan(60);
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

    /// The metrics, once all ended streams are counted.
    private static Measures settled() {
        return await().until(
                        () -> Measures.of(server.uri()),
                        measures -> measures.count(STREAM + "departures_total")
                                == measures.count(STREAM + "connects_total"));
    }

    private static long more(String name, Measures before, Measures after, String... labels) {
        return after.count(STREAM + name, labels) - before.count(STREAM + name, labels);
    }
}
