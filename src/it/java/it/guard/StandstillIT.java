package it.guard;

import static org.awaitility.Awaitility.await;

import it.EventStream;
import it.Http;
import it.LibertyServer;
import it.Quotes;
import it.StalledReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Clients that request much and read nothing stop neither the market nor its subscribers.
class StandstillIT {

    /// As many requests as the server admits, and more than the threads that it would have by default.
    private static final int REQUESTS = 100;

    private static final int TICKS = 20;

    private static final Map<String, String> SETTINGS = Map.of(
            // All quotes together are more than the buffers between the server and a client that does not read.
            "SIMULATOR_INSTRUMENTS", "2000", "SIMULATOR_PACE", "steady");

    @Test
    void marketTicksOnWhileAsManyAsAreLetInDoNotRead() {
        try (LibertyServer server = LibertyServer.start(SETTINGS)) {
            Quotes.awaitOneOfEach(server.uri());
            await().until(() -> ticksWhileFull(server));
        }
    }

    /// Whether the server was full all the time; a client that reads nothing is disconnected after a while.
    private static boolean ticksWhileFull(LibertyServer server) {
        List<StalledReader> readers = Stream.generate(() -> StalledReader.open(server.uri("api/quotes")))
                .limit(REQUESTS)
                .toList();
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote&symbol=AAPL"))) {
            await().until(() -> isFull(server));
            IntStream.range(0, TICKS).forEach(_ -> stream.next());
            return isFull(server);
        } finally {
            readers.forEach(StalledReader::close);
        }
    }

    private static boolean isFull(LibertyServer server) {
        return Http.answers(503, server.uri("api/quotes/AAPL"));
    }
}
