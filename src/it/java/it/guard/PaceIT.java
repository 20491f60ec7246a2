package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import it.Quotes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Subscribers that ask for fewer writes than there are changes.
class PaceIT {

    private static final String SYMBOL = "AAPL";

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS", "50",
                "TICKER_INTERVAL", "PT0.1S",
                "STREAM_HEARTBEAT", "PT0.5S",
                // On a busy machine a reader may be late; without a rate it must get every change anyway.
                "STREAM_LAG", "PT10M",
                "STREAM_BACKLOG", "1000000"));
        Quotes.awaitOneOfEach(server.uri());
    }

    @Test
    void twiceASecondIsNotMoreOften() {
        List<Event> quotes;
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote&rate=2&symbol=" + SYMBOL))) {
            stream.next("hello");
            quotes = stream.next(10).stream().filter(event -> event.is("quote")).toList();
        }

        // By the server's clock; without the rate, a tenth of a second would lie between two of them.
        Duration took = Duration.between(time(quotes.getFirst()), time(quotes.getLast()));
        assertThat(took.dividedBy(quotes.size() - 1)).isGreaterThan(Duration.ofMillis(250));
        assertThat(quotes).isSortedAccordingTo((one, other) -> Long.compare(Quotes.seq(one), Quotes.seq(other)));
        long changes = Quotes.seq(quotes.getLast()) - Quotes.seq(quotes.getFirst());
        assertThat(changes).as("changes, some of which were merged").isGreaterThan(quotes.size() - 1);
    }

    @Test
    void mergedQuotesAreThoseThatEverybodyGot() {
        try (var all = EventStream.open(server.uri("api/stream?symbol=" + SYMBOL));
                var merged = EventStream.open(server.uri("api/stream?rate=4.5&symbol=" + SYMBOL))) {
            Map<Long, Event> everyChange = new HashMap<>();
            all.next("quote");
            merged.next("quote");

            for (int i = 0; i < 8; i++) {
                Event quote = merged.next("quote");
                while (!everyChange.containsKey(Quotes.seq(quote))) {
                    Event next = all.next("quote");
                    assertThat(Quotes.seq(next)).isLessThanOrEqualTo(Quotes.seq(quote));
                    everyChange.put(Quotes.seq(next), next);
                }
                assertThat(quote).as("high, low, open, volume and all").isEqualTo(everyChange.get(Quotes.seq(quote)));
            }

            var atRest = Instruments.object(
                    Http.get(server.uri("api/quotes/" + SYMBOL)).body());
            while (!everyChange.containsKey((long) atRest.getInt("seq"))) {
                Event next = all.next("quote");
                everyChange.put(Quotes.seq(next), next);
            }
            assertThat(everyChange.values()).extracting(Event::json).contains(atRest);
        }
    }

    @Test
    void tradesComeInBunchesButAllAndInOrder() {
        try (var all = EventStream.open(server.uri("api/stream?topic=trade"));
                var bunches = EventStream.open(server.uri("api/stream?topic=trade&rate=1"))) {
            all.next("hello");
            bunches.next("hello");
            List<Event> some =
                    Stream.generate(() -> bunches.next("trade")).limit(60).toList();
            List<Event> same =
                    some.stream().map(ignored -> nextFrom(all, some.getFirst())).toList();

            assertThat(some).isEqualTo(same);
            assertThat(some)
                    .extracting(Event::offset)
                    .isSorted()
                    .satisfies(offsets -> assertThat(new HashSet<>(offsets)).hasSize(60));
        }
    }

    @Test
    void heartbeatsKeepTheirOwnPace() {
        List<Event> events;
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote&rate=0.01&symbol=" + SYMBOL))) {
            stream.next("hello");
            events = stream.next(4);
        }

        assertThat(events).extracting(Event::name).containsExactly("quote", "heartbeat", "heartbeat", "heartbeat");
        assertThat(events.subList(1, 4))
                .as("the place of what was read, or who came back would miss what was not")
                .extracting(Event::offset)
                .containsOnly(events.get(1).offset());
    }

    // The two streams do not begin with the same trade.
    private static Event nextFrom(EventStream stream, Event first) {
        Event event = stream.next("trade");
        while (event.offset() < first.offset()) {
            event = stream.next("trade");
        }
        return event;
    }

    private static Instant time(Event quote) {
        return Instant.parse(quote.json().getString("time"));
    }
}
