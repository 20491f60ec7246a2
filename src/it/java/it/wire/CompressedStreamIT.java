package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.Quotes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A stream as gzip says the same as the plain one, in a fraction of the bytes.
class CompressedStreamIT {

    private static final int EVENTS = 10_000;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "STREAM_ROTATION", "PT2S",
                "STREAM_RETRY", "PT0.1S",
                "SIMULATOR_INSTRUMENTS", "100",
                "SIMULATOR_PACE", "steady",
                "TICKER_INTERVAL", "PT0.1S",
                // On a busy machine a reader may be late; it must get every change anyway.
                "STREAM_LAG", "PT10M",
                "STREAM_BURST", "1000000",
                "STREAM_BACKLOG", "1000000"));
        Quotes.awaitOneOfEach(server.uri());
    }

    /// Reads until it has so many events, over as many streams as that takes; each ends by a goodbye.
    private static Map<Long, String> read(URI uri, String coding) {
        var events = new HashMap<Long, String>();
        String last = "none";
        while (events.size() < EVENTS) {
            try (var stream = EventStream.open(uri, "Accept-Encoding", coding, "Last-Event-ID", last)) {
                assertThat(stream.connection().header("Content-Encoding")).hasValue(coding);
                for (Event event : stream.rest()) {
                    last = event.id().orElse(last);
                    if (event.is("quote") || event.is("trade")) {
                        events.put(event.offset(), event.name() + event.data());
                    }
                }
                // As gzip: with the right checksum and length.
                assertThat(stream.end()).hasValue(EventStream.End.CLEAN);
            }
        }
        return events;
    }

    @Test
    void tenThousandEventsAreTheSameThroughGoodbyesAndResumes() throws Exception {
        URI uri = server.uri("api/stream?topic=quote,trade");
        Map<Long, String> plain;
        Map<Long, String> unpacked;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Map<Long, String>> one = () -> read(uri, "identity");
            Callable<Map<Long, String>> other = () -> read(uri, "gzip");
            var plainly = threads.submit(one);
            var packed = threads.submit(other);
            plain = plainly.get();
            unpacked = packed.get();
        }

        var both = new HashMap<>(unpacked);
        both.keySet().retainAll(plain.keySet());
        assertThat(both).hasSizeGreaterThan(EVENTS / 2);
        assertThat(plain).containsAllEntriesOf(both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/stream", "api/stream?rate=2", "api/stream?symbol=AAPL"})
    void eachEventCanBeReadWhenItHasCome(String path) {
        try (var stream = EventStream.open(server.uri(path), "Accept-Encoding", "gzip")) {
            assertThat(stream.next().name()).isEqualTo("hello");
            assertThat(stream.rest().getLast().name()).isEqualTo("goodbye");
        }
    }

    @Test
    void bytesAreAFraction() throws IOException {
        byte[] packed;
        try (var connection = Connection.get(server.uri("api/stream"), "Accept-Encoding", "gzip")) {
            packed = connection.body().readAllBytes();
        }
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();

        assertThat(packed.length).isLessThan(plain.length / 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | gzip",
                "br;q=1.0, gzip;q=0.2    | gzip",
                "*                       | gzip",
                "gzip;q=0                | identity",
                "identity, gzip;q=0.5    | identity",
                "br                      | identity"
            })
    void clientsGetWhatTheyAccept(String accepted, String coding) {
        try (var connection = Connection.get(server.uri("api/stream"), "Accept-Encoding", accepted);
                var head = Connection.send("HEAD", server.uri(), "/api/stream", "Accept-Encoding", accepted)) {
            assertThat(connection.header("Content-Encoding")).hasValue(coding);
            assertThat(connection.header("Vary").orElse("")).contains("Accept-Encoding");
            assertThat(head.header("Content-Encoding")).hasValue(coding);
            assertThat(head.header("Vary").orElse("")).contains("Accept-Encoding");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
