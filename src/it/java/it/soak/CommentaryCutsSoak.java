package it.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Connection;
import it.fault.FaultyProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.client.Tickertape;
import tickertape.client.Topic;

/// Texts under a thousand random cuts, and under a reader that stalls, are character for character what was written.
class CommentaryCutsSoak {

    private static final int CUTS = Integer.getInteger("commentary.cuts", 1000);
    private static final int LONGEST_MILLIS = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration STALL = Duration.ofSeconds(20);

    @AutoClose
    private static final StoryServer SERVER = StoryServer.start(
            Map.of("COMMENTARY_SPEED", "40", "SIMULATOR_INSTRUMENTS", "10", "STREAM_RETRY", "PT0.1S"));

    private final Random random = new Random(18);

    /// A piece of an answer, as the client makes it.
    public record Answer(String id, int from, String text, Boolean done) {}

    @Test
    void rawReaderThatIsCutAThousandTimes() {
        String token = StoryServer.token("raw");
        var reader = new TextReader(SERVER.uri("api/stream?topic=answer"), "Authorization", "Bearer " + token);
        try (ScheduledExecutorService cutter = Executors.newScheduledThreadPool(1)) {
            String id = SERVER.ask(token);
            int texts = 1;
            for (int cut = 0; cut < CUTS; cut++) {
                if (reader.hasEnded(id)) {
                    assertThat(StoryServer.isTrue(reader.text(id))).isTrue();
                    id = SERVER.ask(token);
                    texts++;
                }
                Connection connection = reader.connect();
                var _ = cutter.schedule(() -> cut(connection), random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
                reader.read(connection);
            }
            String last = id;
            try (var rest = reader.connect()) {
                Thread.ofVirtual().start(() -> reader.read(rest));
                await().atMost(PATIENCE).until(() -> reader.hasEnded(last));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(StoryServer.isTrue(reader.text(last))).isTrue();
            assertThat(reader.faults()).isZero();
            System.out.printf("raw: %s cuts in %s texts, %s times a whole came%n", CUTS, texts, reader.wholes());
        }
    }

    private static void cut(Connection connection) {
        try {
            connection.cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void clientJarThatIsCutAThousandTimes() {
        String token = StoryServer.token("jar");
        Map<String, String> texts = new ConcurrentHashMap<>();
        Map<String, Boolean> ended = new ConcurrentHashMap<>();
        try (var proxy = new FaultyProxy(SERVER.uri(""));
                var _ = Tickertape.at(proxy.uri())
                        .token(() -> token)
                        .backoff(Duration.ofMillis(10), Duration.ofMillis(50))
                        .on(Topic.growing("answer", Answer.class, Answer::id), piece -> take(piece, texts, ended))
                        .open()) {
            String id = SERVER.ask(token);
            int cuts = 0;
            int all = 1;
            while (cuts < CUTS || !ended.containsKey(id)) {
                if (ended.containsKey(id)) {
                    assertThat(StoryServer.isTrue(texts.getOrDefault(id, ""))).isTrue();
                    id = SERVER.ask(token);
                    all++;
                }
                String waited = id;
                int length = texts.getOrDefault(id, "").length();
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1 + random.nextInt(LONGEST_MILLIS)))
                        .until(() -> ended.containsKey(waited)
                                || texts.getOrDefault(waited, "").length() > length);
                if (cuts < CUTS) {
                    proxy.cutAll();
                    cuts++;
                }
            }
            assertThat(StoryServer.isTrue(texts.getOrDefault(id, ""))).isTrue();
            System.out.printf("client jar: %s cuts in %s texts%n", cuts, all);
        }
    }

    private static void take(Answer piece, Map<String, String> texts, Map<String, Boolean> ended) {
        texts.merge(piece.id(), piece.text(), (before, more) -> before.substring(0, piece.from()) + more);
        if (piece.done() != null) {
            ended.put(piece.id(), true);
        }
    }

    @Test
    void readerThatStallsForTwentySeconds() throws IOException {
        String token = StoryServer.token("stalled");
        URI uri = SERVER.uri("api/stream?topic=answer,quote,trade");
        var reader = new TextReader(uri, "Authorization", "Bearer " + token);
        String id = SERVER.ask(token);
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            var stalled = Connection.over(socket, uri, "Authorization", "Bearer " + token);
            await().pollDelay(STALL).atMost(STALL.multipliedBy(2)).until(() -> true);
            Thread.ofVirtual().start(() -> {
                reader.read(stalled);
                while (!reader.hasEnded(id)) {
                    reader.read(reader.connect());
                }
            });
            await().atMost(PATIENCE).until(() -> reader.hasEnded(id));
        }
        assertThat(StoryServer.isTrue(reader.text(id))).isTrue();
        assertThat(reader.faults()).isZero();
    }
}
