package it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import it.Event;
import it.EventStream;
import it.Http;
import it.Instruments;
import it.LibertyServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;

/// Kills a server with `-9`: at most a second of trades is missing from the minute that it was in.
class HistoryKillSoak {

    private static final Duration LISTENING = Duration.ofSeconds(5);

    @RepeatedTest(10)
    void killLosesAtMostASecondOfTrades() {
        try (var server = LibertyServer.start(Map.of("SIMULATOR_INSTRUMENTS", "10"))) {
            List<Instant> trades = new ArrayList<>();
            try (var stream = EventStream.open(server.uri("api/stream?topic=trade&symbol=AAPL"))) {
                do {
                    trades.add(time(stream.next("trade")));
                } while (trades.getLast().isBefore(trades.getFirst().plus(LISTENING)));
                server.kill();
                stream.rest().stream()
                        .filter(event -> event.is("trade"))
                        .map(HistoryKillSoak::time)
                        .forEach(trades::add);
            }
            server.startAgain();

            Instant killed = trades.getLast();
            Instant minute = killed.truncatedTo(ChronoUnit.MINUTES);
            long known = trades.stream()
                    .filter(time -> !time.isBefore(minute) && !time.isAfter(killed.minusSeconds(1)))
                    .count();
            long kept = Instruments.array(Http.get(server.uri("api/candles/AAPL?interval=PT1M&from=" + minute))
                            .body())
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .mapToLong(candle -> candle.getJsonNumber("trades").longValueExact())
                    .sum();
            System.out.printf("%s trades up to a second before the kill, %s kept%n", known, kept);
            assertThat(kept).isGreaterThanOrEqualTo(known);
        }
    }

    private static Instant time(Event trade) {
        return Instant.parse(trade.json().getString("time"));
    }
}
