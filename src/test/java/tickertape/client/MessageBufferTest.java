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
        var mailbox = mailbox(2);
        mailbox.put(LINE, "a-1", Optional.empty());

        mailbox.listenTo("other line");
        boolean taken = mailbox.put(LINE, "a-2", Optional.of(trade(2)));

        assertThat(taken).isFalse();
        assertThat(mailbox.taken()).hasValue("a-1");
        assertThat(all(mailbox)).isEmpty();
    }

    @Test
    void positionDeliveredLagsBehindTheOneTaken() {
        var mailbox = mailbox(5);
        mailbox.put(LINE, "a-1", Optional.of(trade(1)));
        mailbox.put(LINE, "a-2", Optional.of(trade(2)));
        mailbox.put(LINE, "a-9", Optional.empty());
        var positions = new ArrayList<@Nullable String>();

        for (int i = 0; i < 3; i++) {
            positions.add(mailbox.delivered().orElse(null));
            mailbox.poll(message -> true);
        }

        assertThat(positions).containsExactly(null, "a-1", "a-9");
        assertThat(mailbox.taken()).hasValue("a-9");
    }

    @Test
    void eachGapIsToldOnceWhereItIs() {
        var mailbox = mailbox(2);
        for (int i = 1; i <= 9; i++) {
            mailbox.put(LINE, "a-" + i, Optional.of(trade(i)));
        }
        List<String> first = all(mailbox);
        for (int i = 10; i <= 14; i++) {
            mailbox.put(LINE, "a-" + i, Optional.of(trade(i)));
        }

        assertThat(first).containsExactly("1", "2", "Gap");
        assertThat(all(mailbox)).containsExactly("10", "11", "Gap");
    }

    @Test
    void newsOfALongOutageNeedsNoMoreRoomThanTheLastOfIt() {
        var mailbox = mailbox(2);
        mailbox.put(LINE, "a-1", Optional.of(trade(1)));

        for (int i = 1; i <= 100; i++) {
            mailbox.post(new Offline(OfflineReason.UNREACHABLE, "attempt " + i, Duration.ZERO));
        }

        assertThat(all(mailbox)).containsExactly("1", "attempt 100");
    }

    @Test
    void reportsFindNoRoomInAFullBufferButWaitForIt() throws InterruptedException {
        var mailbox = mailbox(1);
        mailbox.put(LINE, "a-1", Optional.of(trade(1)));
        var report = new Reported(new Report.Unreadable("quote", "{", "nonsense"));
        Thread waiting = Thread.ofVirtual().start(() -> mailbox.put(LINE, "a-2", Optional.of(report)));

        assertThat(mailbox.poll(message -> true)).contains(trade(1));
        waiting.join();

        assertThat(all(mailbox)).containsExactly("Unreadable");
    }

    @Test
    void quotesBehindANewBeginningStayBehindIt() {
        var mailbox = mailbox(3);
        mailbox.put(LINE, "a-1", Optional.of(quote(1)));
        mailbox.put(LINE, "a-2", Optional.of(trade(2)));

        mailbox.put(LINE, null, Optional.of(new Reported(connected("snapshot"))));
        mailbox.put(LINE, "b-1", Optional.of(quote(3)));
        mailbox.put(LINE, "b-2", Optional.of(quote(4)));

        assertThat(all(mailbox)).containsExactly("1", "2", "Connected", "4");
    }

    @Test
    void quotesBehindAResumptionTakeTheOldPlaces() {
        var mailbox = mailbox(2);
        mailbox.put(LINE, "a-1", Optional.of(quote(1)));

        mailbox.put(LINE, null, Optional.of(new Reported(connected("resumed"))));
        mailbox.put(LINE, "a-2", Optional.of(quote(2)));

        assertThat(all(mailbox)).containsExactly("2", "Connected");
    }

    private static MessageBuffer mailbox(int capacity) {
        var mailbox = new MessageBuffer(capacity, WhenFull.CONFLATE, null);
        mailbox.listenTo(LINE);
        return mailbox;
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
        var hello = new Hello("b", 0, Instant.EPOCH, Duration.ofSeconds(15), "1", resume);
        return new Report.Connected(Report.Continuity.of(resume), hello);
    }

    private static List<String> all(MessageBuffer mailbox) {
        var texts = new ArrayList<String>();
        for (var next = mailbox.poll(message -> true); next.isPresent(); next = mailbox.poll(message -> true)) {
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
