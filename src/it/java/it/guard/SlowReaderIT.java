package it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventStream;
import it.LibertyServer;
import it.Quotes;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Clients that read less than is sent may get fewer quotes, but never old, wrong or silently missing ones.
class SlowReaderIT {

    private static final int INSTRUMENTS = 400;
    private static final int BACKLOG = 500;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of(
                "SIMULATOR_INSTRUMENTS",
                Integer.toString(INSTRUMENTS),
                "TICKER_INTERVAL",
                "PT0.1S",
                "STREAM_LAG",
                "PT0.3S",
                "STREAM_BACKLOG",
                Integer.toString(BACKLOG)));
        Quotes.awaitOneOfEach(server.uri());
    }

    @Test
    void slowReaderGetsTheLatestAndSeesHowMuchWasMerged() throws IOException {
        List<Event> quotes;
        try (var other = EventStream.open(server.uri("api/stream?topic=quote"));
                var reader = SlowReader.open(server.uri("api/stream?topic=quote"))) {
            other.next("hello");
            // About one quote in ten.
            for (int i = 0; i < 40; i++) {
                other.next(150);
                reader.take(4 * 1024);
            }
            reader.take(512 * 1024);
            quotes = reader.events().stream().filter(event -> event.is("quote")).toList();
        }

        Map<String, JsonObject> before = new HashMap<>();
        long merged = 0;
        for (Event event : quotes) {
            JsonObject quote = event.json();
            JsonObject old = before.put(event.symbol(), quote);
            assertThat(decimal(quote, "low")).isLessThanOrEqualTo(decimal(quote, "last"));
            assertThat(decimal(quote, "high")).isGreaterThanOrEqualTo(decimal(quote, "last"));
            if (old != null) {
                assertThat(quote.getInt("seq")).isGreaterThan(old.getInt("seq"));
                assertThat(decimal(quote, "volume")).isGreaterThanOrEqualTo(decimal(old, "volume"));
                assertThat(decimal(quote, "high")).isGreaterThanOrEqualTo(decimal(old, "high"));
                assertThat(decimal(quote, "low")).isLessThanOrEqualTo(decimal(old, "low"));
                assertThat(decimal(quote, "open")).isEqualTo(decimal(old, "open"));
                merged += quote.getInt("seq") - old.getInt("seq") - 1;
            }
        }
        assertThat(before).as("all instruments").hasSize(INSTRUMENTS);
        assertThat(merged).as("changes that were merged").isPositive();
    }

    @Test
    void slowReaderOfTradesGetsAllOrIsToldThatSomeAreLost() throws IOException {
        List<Event> events;
        var all = new TreeSet<Long>();
        try (var whole = EventStream.open(server.uri("api/stream?topic=trade"));
                var reader = SlowReader.open(server.uri("api/stream?topic=trade"))) {
            whole.next("hello");
            for (int i = 0; i < 20 * BACKLOG; i++) {
                all.add(whole.next("trade").offset());
                if (i % 20 == 0) {
                    reader.take(256);
                }
            }
            reader.take(256 * 1024);
            events = reader.events();
        }

        List<Event> gaps = events.stream().filter(event -> event.is("gap")).toList();
        assertThat(gaps).as("it was slow enough to lose some").isNotEmpty();
        assertThat(gaps).allSatisfy(gap -> assertThat(gap.data()).contains("trade"));
        assertThat(silentlyMissing(events, all)).isEmpty();
    }

    /// The trades that are missing between two consecutive trades of the reader, without a gap event.
    private static List<Long> silentlyMissing(List<Event> events, NavigableSet<Long> all) {
        var missing = new ArrayList<Long>();
        long before = Long.MAX_VALUE;
        for (Event event : events) {
            if (event.is("gap")) {
                before = Long.MAX_VALUE;
            } else if (event.is("trade")) {
                if (before < event.offset()) {
                    missing.addAll(all.subSet(before, false, event.offset(), false));
                } else {
                    assertThat(before).as("an older trade after a newer one").isEqualTo(Long.MAX_VALUE);
                }
                before = event.offset();
            }
        }
        return missing;
    }

    private static BigDecimal decimal(JsonObject quote, String name) {
        return quote.getJsonNumber(name).bigDecimalValue();
    }
}
