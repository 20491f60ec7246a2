package it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Clients that stop reading, next to clients that read.
class StallIT {

    private static final int HALF = 20;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "50",
                "SIMULATOR_PACE", "steady",
                "TICKER_INTERVAL", "PT0.1S",
                // On a busy machine a healthy reader may be late; it must get every change anyway.
                "STREAM_LAG", "PT10M",
                "STREAM_BACKLOG", "1000000"));
    }

    @Test
    void stalledReadersAreLetGoAndTheOthersMissNothing() throws InterruptedException {
        URI everything = server.uri("api/stream?topic=quote");
        List<List<Event>> read;
        List<String> threads = new ArrayList<>();

        try (var crowd = Crowd.of(HALF, everything)) {
            List<StalledReader> stalled = Stream.generate(() -> StalledReader.open(everything))
                    .limit(HALF)
                    .toList();
            await().until(() -> server.subscribers() == 2 * HALF);
            var watch = Stopwatch.start();
            await().pollInterval(Duration.ofSeconds(1)).until(() -> {
                threads.add(server.threads());
                return server.subscribers() == HALF;
            });
            watch.print("%s stalled readers were let go".formatted(HALF));
            read = crowd.stream().map(EventStream::soFar).toList();
            stalled.forEach(StalledReader::close);
        }

        for (List<Event> events : read) {
            assertThat(events.stream().map(Event::name).collect(Collectors.toSet()))
                    .containsExactly("quote");
            assertThat(events).isSortedAccordingTo(Comparator.comparingLong(Event::offset));
            Quotes.assertNoChangeIsMissing(events);
        }
        System.out.printf("the others read %s events each%n", read.getFirst().size());
        assertThat(threads).isNotEmpty().allSatisfy(dump -> assertThat(dump).contains("Default Executor-thread"));
        assertThat(writing(threads)).as("only virtual threads may write").isEmpty();
        assertThat(Faults.in(server.log())).isEmpty();
        await().untilAsserted(() -> assertThat(
                        Measures.of(server.uri()).count("tickertape_stream_departures_total", "reason", "stalled"))
                .isEqualTo(HALF));
        await().untilAsserted(() -> assertThat(droppedByTheLog()).isPositive());
        assertThat(server.log().lines().filter(line -> line.contains("Slow readers dropped")))
                .as("in aggregate, not one by one")
                .hasSizeLessThan(HALF);
    }

    private static long droppedByTheLog() {
        return Pattern.compile("Slow readers dropped: (\\d+)")
                .matcher(server.log())
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
    }

    /// Each platform thread has a paragraph; a virtual thread is only in that of the thread that carries it just then.
    private static List<String> writing(List<String> dumps) {
        return dumps.stream()
                .flatMap(dump -> Stream.of(dump.split("\n\n")))
                .filter(thread -> thread.contains("tickertape.tape.sse.SseWriter"))
                .filter(thread -> !thread.contains("Carrying virtual thread"))
                .toList();
    }
}
