package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Readers who stop reading without a word, side by side with such who read.
class StallIT {

    private static final int HALF = 20;

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "50",
                "SIMULATOR_PACE", "steady",
                "TICKER_INTERVAL", "PT0.1S",
                // On a busy machine a healthy reader may be late; here it shall have every change even so.
                "STREAM_LAG", "PT10M",
                "STREAM_BACKLOG", "1000000"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void stalledReadersAreLetGoAndTheOthersMissNothing() throws InterruptedException {
        URI everything = server.uri("api/stream?topic=quote,trade");
        List<StalledReader> stalled = Stream.generate(() -> StalledReader.open(everything))
                .limit(HALF)
                .toList();

        List<List<Event>> read;
        try (var crowd = Crowd.of(HALF, everything)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> server.subscribers() == 2 * HALF);
            var watch = Stopwatch.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> server.subscribers() == HALF);
            watch.print("%d stalled readers were let go".formatted(HALF));
            read = crowd.stream().map(EventStream::soFar).toList();
        }

        assertThat(read).allSatisfy(events -> {
            assertThat(events)
                    .extracting(Event::name)
                    .contains("quote", "trade")
                    .containsOnly("quote", "trade");
            assertThat(events).extracting(Event::offset).isSorted().doesNotHaveDuplicates();
            Quotes.assertNoChangeIsMissing(
                    events.stream().filter(event -> event.is("quote")).toList());
        });
        System.out.printf("the others read %d events each%n", read.getFirst().size());
        assertThat(Faults.in(server.log())).isEmpty();
        stalled.forEach(StalledReader::close);
    }
}
