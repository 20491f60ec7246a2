package it.market;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventStream;
import it.LibertyServer;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A trading day in sixteen seconds: the market opens and closes, and publishes that.
class TradingDayIT {

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(Map.of("SIMULATOR_DAY", "PT16S", "SIMULATOR_INSTRUMENTS", "10"));
    }

    @Test
    void phasesFollowOneAnotherAsForecast() {
        List<JsonObject> days = new ArrayList<>();
        try (var stream = EventStream.open(server.uri("api/stream?topic=status"))) {
            while (days.size() < 5) {
                days.add(stream.next("status").json());
            }
        }

        for (int i = 1; i < days.size(); i++) {
            JsonObject before = days.get(i - 1);
            JsonObject now = days.get(i);
            assertThat(now.getString("phase")).as("after %s", before).isEqualTo(before.getString("next"));
            assertThat(time(now, "time")).isAfter(time(before, "time"));
        }
        assertThat(days).extracting(status -> status.getString("phase")).contains("pre", "open", "closed");
        assertThat(days)
                .allSatisfy(status -> assertThat(time(status, "nextTime")).isAfter(time(status, "time")));
    }

    @Test
    void quotesAreClosedWithTheMarketAndTradeAgainWithIt() {
        try (var stream = EventStream.open(server.uri("api/stream?topic=quote,status&symbol=AAPL"))) {
            awaitQuote(stream, "trading");
            awaitQuote(stream, "closed");
            awaitQuote(stream, "trading");
        }
    }

    @Test
    void newReaderLearnsThePhaseAtOnce() {
        Event first;
        try (var stream = EventStream.open(server.uri("api/stream?topic=status"))) {
            assertThat(stream.next().name()).isEqualTo("hello");
            first = stream.next();
        }

        assertThat(first.name()).isEqualTo("status");
        assertThat(first.json().getString("phase")).isIn("pre", "open", "closed");
    }

    private static void awaitQuote(EventStream stream, String status) {
        Event quote = stream.next("quote");
        while (!quote.json().getString("status").equals(status)) {
            quote = stream.next("quote");
        }
    }

    private static Instant time(JsonObject status, String name) {
        return Instant.parse(status.getString(name));
    }
}
