package it.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Health;
import it.LibertyServer;
import it.Measures;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tick listeners of a jar that are blocked or fail disturb neither the tick, nor the quotes, nor other listeners.
class FaultyListenersIT {

    private static final String TICKS = "tickertape_tick_listener_ticks_total";
    private static final int LOOK = 40;

    @AutoClose
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = LibertyServer.start(
                SampleWar.withFaultyListeners(), Map.of("FEED_SOURCE", "sample", "TICKER_INTERVAL", "PT0.1S"));
        await().until(() -> ticks("blocked", "missed") > LOOK && ticks("failing", "failed") > LOOK);
    }

    @Test
    void quotesMissNoTick() {
        try (var stream = EventStream.open(server.uri("api/stream?topic=trade&symbol=SINE"))) {
            assertThat(stream.next().is("hello")).isTrue();
            Event first = stream.next("trade");
            List<Event> trades = stream.next(LOOK);

            // One trade a tick: none is lost, and each has another time.
            assertThat(trades).allMatch(trade -> trade.is("trade"));
            assertThat(trades)
                    .extracting(trade -> trade.json().getString("time"))
                    .doesNotHaveDuplicates()
                    .isSorted()
                    .doesNotContain(first.json().getString("time"));
        }
        assertThat(Measures.of(server.uri()).count("tickertape_ticks_failed_total"))
                .isZero();
    }

    @Test
    void otherListenersGetEveryTick() {
        long before = ticks("memos", "delivered");

        await().until(() -> ticks("memos", "delivered") > before + LOOK);
        assertThat(ticks("memos", "missed")).isZero();
        assertThat(ticks("memos", "failed")).isZero();
        assertThat(Health.ready(server.uri()).up()).contains("memos", "tape", "feed");
    }

    @Test
    void mailboxIsBounded() {
        assertThat(Measures.of(server.uri()).count("tickertape_tick_listener_depth", "listener", "blocked"))
                .isEqualTo(2);
        assertThat(ticks("blocked", "delivered")).isZero();
    }

    @Test
    void failuresAreLoggedOnceAMinuteAndNotEachTime() {
        String log = server.log();

        assertThat(log).contains("this listener always fails");
        assertThat(Pattern.compile("Tick listener failing:")
                        .matcher(log)
                        .results()
                        .count())
                .isLessThan(ticks("failing", "failed") / 4);
    }

    private static long ticks(String listener, String outcome) {
        return Measures.of(server.uri()).count(TICKS, "listener", listener, "outcome", outcome);
    }
}
