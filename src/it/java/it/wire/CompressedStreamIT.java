package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import it.Connection;
import it.Event;
import it.EventParser;
import it.EventStream;
import it.LibertyServer;
import it.LivelyServer;
import it.RotatingServer;
import it.Unpacked;
import it.fault.Program;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A stream as gzip says the same as the plain one, in a fraction of the bytes.
class CompressedStreamIT {

    private static final int EVENTS = 10_000;
    private static final long SEED = 20261130;
    private static final int LONGEST_CUT = 50_000;
    private static final int WHOLE = Integer.MAX_VALUE;

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = RotatingServer.get();
    }

    @ParameterizedTest
    @EnumSource(
            value = Version.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void tenThousandEventsAreTheSameThroughCutsAndGoodbyes(Version version) throws Exception {
        String position = RotatingServer.position();
        String path = RotatingServer.path(position);
        URI uri = version == Version.HTTP_2 ? server.secureUri(path) : server.uri(path);
        var random = new Random(SEED);
        var changes = new ArrayList<Event>();
        String last = position;
        try (var client = HttpClient.newBuilder()
                .version(version)
                .sslContext(Gullible.context())
                .build()) {
            for (int visit = 0; changes.size() < EVENTS; visit++) {
                // Every other one reads up to the goodbye.
                int length = visit % 2 == 0 ? random.nextInt(LONGEST_CUT) : WHOLE;
                for (Event event : read(client, uri, last, length)) {
                    last = event.id().orElse(last);
                    changes.add(event);
                }
            }
        }

        changes.removeIf(event -> !RotatingServer.isChange(event));
        assertThat(changes)
                .isEqualTo(RotatingServer.changes(position, changes.getLast().offset()));
    }

    /// The whole events among so many bytes.
    private static List<Event> read(HttpClient client, URI uri, String last, int length) throws Exception {
        HttpResponse<InputStream> response = client.send(
                HttpRequest.newBuilder(uri)
                        .headers("Accept-Encoding", "gzip", "Last-Event-ID", last)
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(response.version()).isEqualTo(client.version());
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        var events = new ArrayList<Event>();
        try (var body = new Cutting(response.body(), length);
                var unpacked = new Unpacked(new BufferedInputStream(body))) {
            var parser = new EventParser(unpacked);
            for (Optional<Event> event = parser.next(); event.isPresent(); event = parser.next()) {
                events.add(event.get());
            }
            assertThat(events.getLast().name()).isEqualTo("goodbye");
        } catch (EOFException e) {
            // Only after a goodbye come checksum and length.
            if (length == WHOLE) {
                throw e;
            }
        }
        return events;
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void whoWantsFewWritesGetsTheNewestOfEachSymbol(String coding) {
        String position = RotatingServer.position();
        // Meanwhile the market goes on.
        try (var another = EventStream.open(server.uri("api/stream"))) {
            another.rest();
        }

        List<Event> few;
        try (var stream = EventStream.open(
                server.uri("api/stream?topic=quote&rate=1"), "Accept-Encoding", coding, "Last-Event-ID", position)) {
            few = stream.rest();
        }
        long end = few.getLast().offset();
        few.removeIf(event -> !event.is("quote"));
        List<Event> all = RotatingServer.changes(position, end);
        all.removeIf(event -> !event.is("quote"));

        assertThat(few).hasSizeLessThan(all.size());
        assertThat(all).containsAll(few);
        assertThat(newest(few)).isEqualTo(newest(all));
    }

    private static Map<String, Event> newest(Collection<Event> quotes) {
        return quotes.stream().collect(Collectors.toMap(Event::symbol, quote -> quote, (_, newer) -> newer));
    }

    /// Heartbeats alone would fill no buffer while a test waits.
    @Test
    void eachEventCanBeReadWhenItHasCome() {
        try (var stream =
                EventStream.open(LivelyServer.uri().resolve("api/stream?topic=status"), "Accept-Encoding", "gzip")) {
            assertThat(stream.connection().header("Content-Encoding")).hasValue("gzip");
            assertThat(stream.next().name()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/stream", "api/stream?rate=2", "api/stream?symbol=AAPL"})
    void gzipItselfAcceptsWhatEndsByAGoodbyeAndNothingShorter(String path, @TempDir Path directory) throws Exception {
        byte[] packed = packed(path);

        assertThat(plain(packed)).contains("event: hello", "event: goodbye");
        assertThat(isWhole(packed, directory)).isTrue();
        assertThat(isWhole(Arrays.copyOf(packed, packed.length - 1), directory)).isFalse();
    }

    private static boolean isWhole(byte[] packed, Path directory) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("stream.gz"), packed);
        return new ProcessBuilder(Program.orSkip("gzip").toString(), "-t", file.toString())
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void bytesAreAFraction() throws IOException {
        byte[] packed = packed("api/stream");

        assertThat(packed.length).isLessThan(plain(packed).length() / 3);
    }

    private static byte[] packed(String path) throws IOException {
        try (var connection = Connection.get(server.uri(path), "Accept-Encoding", "gzip")) {
            return connection.body().readAllBytes();
        }
    }

    private static String plain(byte[] packed) throws IOException {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
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
    void clientsGetWhatTheyAccept(String accepted, String coding) throws IOException {
        try (var connection = Connection.get(server.uri("api/stream"), "Accept-Encoding", accepted);
                var head = Connection.send("HEAD", server.uri(), "/api/stream", "Accept-Encoding", accepted)) {
            assertThat(connection.header("Content-Encoding")).hasValue(coding);
            assertThat(connection.header("Vary").orElse("")).contains("Accept-Encoding");
            assertThat(head.header("Content-Encoding")).hasValue(coding);
            assertThat(head.header("Vary").orElse("")).contains("Accept-Encoding");
        }
    }
}
