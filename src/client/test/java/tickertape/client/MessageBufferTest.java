package tickertape.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tickertape.client.Report.Offline;
import tickertape.client.StreamMessage.Quoted;
import tickertape.client.StreamMessage.Reported;
import tickertape.client.StreamMessage.Traded;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Hello;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// What waits for a slow consumer.
class MessageBufferTest {

    private static final Object LINE = "line";

    @Test
    void whoIsNoLongerListenedToMovesNothing() {
        var buffer = buffer(2);
        buffer.put(LINE, "a-1", Optional.empty());

        buffer.listenTo("other line");
        boolean taken = buffer.put(LINE, "a-2", Optional.of(trade(2)));

        assertThat(taken).isFalse();
        assertThat(buffer.taken()).hasValue("a-1");
        assertThat(all(buffer)).isEmpty();
    }

    @Test
    void positionDeliveredLagsBehindTheOneTaken() {
        var buffer = buffer(5);
        buffer.put(LINE, "a-1", Optional.of(trade(1)));
        buffer.put(LINE, "a-2", Optional.of(trade(2)));
        buffer.put(LINE, "a-9", Optional.empty());
        var positions = new ArrayList<@Nullable String>();

        for (int i = 0; i < 3; i++) {
            positions.add(buffer.delivered().orElse(null));
            buffer.poll(message -> true);
        }

        assertThat(positions).containsExactly(null, "a-1", "a-9");
        assertThat(buffer.taken()).hasValue("a-9");
    }

    @Test
    void eachGapIsToldOnceWhereItIs() {
        var buffer = buffer(2);
        for (int i = 1; i <= 9; i++) {
            buffer.put(LINE, "a-" + i, Optional.of(trade(i)));
        }
        List<String> first = all(buffer);
        for (int i = 10; i <= 14; i++) {
            buffer.put(LINE, "a-" + i, Optional.of(trade(i)));
        }

        assertThat(first).containsExactly("1", "2", "Gap");
        assertThat(all(buffer)).containsExactly("10", "11", "Gap");
    }

    @Test
    void newsOfALongOutageNeedsNoMoreRoomThanTheLastOfIt() {
        var buffer = buffer(2);
        buffer.put(LINE, "a-1", Optional.of(trade(1)));

        for (int i = 1; i <= 100; i++) {
            buffer.post(new Offline(OfflineReason.UNREACHABLE, "attempt " + i, Duration.ZERO));
        }

        assertThat(all(buffer)).containsExactly("1", "attempt 100");
    }

    @Test
    void reportsFindNoRoomInAFullBufferButWaitForIt() throws InterruptedException {
        var buffer = buffer(1);
        buffer.put(LINE, "a-1", Optional.of(trade(1)));
        var report = new Reported(new Report.Unreadable("quote", "{", "nonsense"));
        Thread waiting = Thread.ofVirtual().start(() -> buffer.put(LINE, "a-2", Optional.of(report)));

        assertThat(buffer.poll(message -> true)).contains(trade(1));
        waiting.join();

        assertThat(all(buffer)).containsExactly("Unreadable");
    }

    @Test
    void quotesBehindANewBeginningStayBehindIt() {
        var buffer = buffer(3);
        buffer.put(LINE, "a-1", Optional.of(quote(1)));
        buffer.put(LINE, "a-2", Optional.of(trade(2)));

        buffer.put(LINE, null, Optional.of(new Reported(connected("snapshot"))));
        buffer.put(LINE, "b-1", Optional.of(quote(3)));
        buffer.put(LINE, "b-2", Optional.of(quote(4)));

        assertThat(all(buffer)).containsExactly("1", "2", "Connected", "4");
    }

    @Test
    void quotesBehindAResumptionTakeTheOldPlaces() {
        var buffer = buffer(2);
        buffer.put(LINE, "a-1", Optional.of(quote(1)));

        buffer.put(LINE, null, Optional.of(new Reported(connected("resumed"))));
        buffer.put(LINE, "a-2", Optional.of(quote(2)));

        assertThat(all(buffer)).containsExactly("2", "Connected");
    }

    private static MessageBuffer buffer(int capacity) {
        var buffer = new MessageBuffer(capacity, WhenFull.CONFLATE, null);
        buffer.listenTo(LINE);
        return buffer;
    }

    private static StreamMessage trade(int price) {
        return new Traded(new Trade(
                new Symbol("AAPL"),
                BigDecimal.valueOf(price),
                BigDecimal.ONE,
                Instant.parse("2026-11-23T10:00:00Z"),
                null));
    }

    private static StreamMessage quote(int last) {
        String json = """
                {"symbol":"AAPL","last":%1$d,"lastSize":1,"open":1,"high":9,"low":1,"previousClose":%1$d,"change":0,\
                "changePercent":0,"volume":9,"seq":%1$d,"time":"2026-11-23T10:00:00Z","status":"trading"}""".formatted(last);
        return new Decoder(JsonbBuilder.create()).message("quote", json).orElseThrow();
    }

    private static Report connected(String resume) {
        var hello = new Hello("b", 0, Instant.EPOCH, Duration.ofSeconds(15), "1", resume, List.of());
        return new Report.Connected(Report.Continuity.of(resume), hello);
    }

    private static List<String> all(MessageBuffer buffer) {
        var texts = new ArrayList<String>();
        for (var next = buffer.poll(message -> true); next.isPresent(); next = buffer.poll(message -> true)) {
            StreamMessage message = next.get();
            if (message instanceof Traded traded) {
                texts.add(traded.trade().price().toString());
            } else if (message instanceof Quoted quoted) {
                texts.add(quoted.quote().last().toString());
            } else if (message instanceof Reported reported) {
                Report report = reported.report();
                texts.add(
                        report instanceof Offline offline
                                ? offline.detail()
                                : report.getClass().getSimpleName());
            }
        }
        return texts;
    }
}
