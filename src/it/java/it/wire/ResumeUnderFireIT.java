package it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventStream;
import it.Faults;
import it.LibertyServer;
import it.Quotes;
import it.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// Three thousand connections are cut at any byte while the market runs: together, nothing is lost or comes twice.
class ResumeUnderFireIT {

    private static final int CLIENTS = 30;
    private static final int RECONNECTS = 100;
    private static final long SEED = 20261123;
    private static final String STREAM = "api/stream?topic=quote,trade";

    @AutoClose
    private static LibertyServer server;

    private static final List<RestlessReader> READERS = new ArrayList<>();
    private static final List<Event> WHOLE = new ArrayList<>();

    @BeforeAll
    @Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
    static void readUnderFire() throws Exception {
        // Everything is kept, and no reader is so late that changes are merged.
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "30",
                "TICKER_INTERVAL", "PT0.1S",
                "STREAM_BACKLOG", "1000000",
                "STREAM_BURST", "1000000",
                "STREAM_LAG", "PT1H"));
        var watch = Stopwatch.start();
        try (var steady = EventStream.open(server.uri(STREAM), "Last-Event-ID", beginning())) {
            steady.next("hello");
            readRestlessly();
            watch.print("%s connections of %s clients".formatted(CLIENTS * RECONNECTS, CLIENTS));
            int most = READERS.stream()
                    .mapToInt(reader -> reader.events().size())
                    .max()
                    .orElseThrow();
            WHOLE.addAll(steady.next(most));
            System.out.printf(
                    "%s cuts within an event, %s after news%n", count(Reconnect::within), count(Reconnect::sawNews));
        }
    }

    @Test
    void everyClientHasReadWhatTheOneHasReadThatWasNeverCutOff() {
        for (RestlessReader reader : READERS) {
            List<Event> events = reader.events();
            assertThat(events).isEqualTo(WHOLE.subList(0, events.size()));
        }
    }

    @Test
    void theOneHasReadEveryChange() {
        assertThat(WHOLE).extracting(Event::name).containsOnly("quote", "trade");
        assertThat(WHOLE).extracting(Event::offset).isSorted().doesNotHaveDuplicates();
        Quotes.assertNoChangeIsMissing(
                WHOLE.stream().filter(event -> event.is("quote")).toList());
    }

    @Test
    void everyVerdictIsResumed() {
        assertThat(visits()).extracting(Reconnect::verdict).containsOnly("resumed", "none");
    }

    @Test
    void cutsWereOfEveryKind() {
        assertThat(count(Reconnect::within)).as("within an event").isGreaterThan(CLIENTS * RECONNECTS / 2);
        assertThat(count(visit -> visit.hello().isEmpty()))
                .as("within the hello")
                .isPositive();
        assertThat(count(visit -> !visit.sawNews()))
                .as("while old changes came")
                .isPositive();
        assertThat(count(Reconnect::sawNews)).as("after news").isGreaterThan(CLIENTS * RECONNECTS / 4);
    }

    @Test
    void nobodyHasToLookIntoTheLog() {
        assertThat(Faults.in(server.log())).isEmpty();
    }

    private static String beginning() {
        try (var stream = EventStream.open(server.uri(STREAM))) {
            return stream.next("hello").json().getString("epoch") + "-0";
        }
    }

    private static void readRestlessly() throws Exception {
        var random = new Random(SEED);
        String beginning = beginning();
        var running = new ArrayList<Future<RestlessReader>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                var reader = new RestlessReader(server, STREAM, beginning, new Random(random.nextLong()));
                Callable<RestlessReader> manyReconnects = () -> {
                    for (int visit = 0; visit < RECONNECTS; visit++) {
                        reader.visit();
                    }
                    return reader;
                };
                running.add(threads.submit(manyReconnects));
            }
        }
        for (Future<RestlessReader> reader : running) {
            READERS.add(reader.get());
        }
    }

    private static List<Reconnect> visits() {
        return READERS.stream().flatMap(reader -> reader.visits().stream()).toList();
    }

    private static long count(Predicate<Reconnect> what) {
        return visits().stream().filter(what).count();
    }
}
